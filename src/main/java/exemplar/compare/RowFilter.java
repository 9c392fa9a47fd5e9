package exemplar.compare;

import exemplar.compare.Judgement.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which items of a board are worth a look.
public sealed interface RowFilter {

    /// Every item.
    record All() implements RowFilter {}

    /// Two variants read different answers.
    record Disagree() implements RowFilter {}

    /// A variant is not right.
    record Wrong(Variant variant) implements RowFilter {}

    /// No label could be read from some answer.
    record Unparsed() implements RowFilter {}

    /// Some trial failed or was stopped.
    record Failed() implements RowFilter {}

    /// A variant reads another answer than in an earlier run.
    ///
    /// @param earlier what was read then, for cells asked in both runs
    record Changed(Map<Cell, String> earlier) implements RowFilter {}

    /// Whether the item passes.
    default boolean test(Board board, String item) {
        List<Variant> variants = board.plan().variants();
        return switch (this) {
            case All() -> true;
            case Disagree() ->
                    variants.stream()
                                    .flatMap(v -> trial(board, v, item).stream())
                                    .filter(t -> t.state() == Trial.State.DONE)
                                    .map(t -> t.judgement().predicted())
                                    .distinct()
                                    .count()
                            > 1;
            case Wrong(Variant variant) ->
                    trial(board, variant, item)
                            .filter(t -> t.state() == Trial.State.DONE)
                            .map(t -> t.judgement().verdict())
                            .filter(v -> v == Verdict.WRONG || v == Verdict.UNPARSED)
                            .isPresent();
            case Unparsed() ->
                    variants.stream()
                            .flatMap(v -> trial(board, v, item).stream())
                            .anyMatch(t ->
                                    t.state() == Trial.State.DONE
                                            && t.judgement().verdict() == Verdict.UNPARSED);
            case Failed() ->
                    variants.stream()
                            .flatMap(v -> trial(board, v, item).stream())
                            .anyMatch(t -> t.state() != Trial.State.DONE);
            case Changed(Map<Cell, String> earlier) ->
                    variants.stream()
                            .flatMap(v -> trial(board, v, item).stream())
                            .filter(t -> t.state() == Trial.State.DONE)
                            .anyMatch(t -> {
                                String before = earlier.get(t.cell());
                                return before != null && !before.equals(t.judgement().predicted());
                            });
        };
    }

    private static Optional<Trial> trial(Board board, Variant variant, String item) {
        return board.state(variant, item) instanceof CellState.Ended(Trial t)
                ? Optional.of(t)
                : Optional.empty();
    }
}
