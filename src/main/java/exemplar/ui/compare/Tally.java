package exemplar.ui.compare;

import exemplar.compare.Board;
import exemplar.compare.Ranking;
import exemplar.compare.RowFilter;
import exemplar.compare.Summary;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Task;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a board adds up to at one moment.
///
/// @param version the board's version it was taken at
/// @param answered cells that were answered
/// @param counts how many items pass each filter
record Tally(
        long version,
        int answered,
        Map<Variant, Summary> summaries,
        Ranking ranking,
        Map<RowFilter, Long> counts) {
    static final Tally NOTHING =
            new Tally(-1, 0, Map.of(), new Ranking(List.of(), List.of()), Map.of());

    Tally {
        summaries = Map.copyOf(summaries);
        counts = Map.copyOf(counts);
    }

    /// Adds a board up; from any thread.
    static Tally of(Board board, Task task, List<RowFilter> filters) {
        long version = board.version();
        List<Trial> trials = board.trials();
        Map<String, String> golds = new HashMap<>();
        board.plan().items().forEach(i -> golds.put(i.id(), i.gold()));
        Map<Variant, Summary> summaries = new LinkedHashMap<>();
        Summary.of(task, trials, golds).forEach(s -> summaries.put(s.variant(), s));
        Map<RowFilter, Long> counts = new HashMap<>();
        for (RowFilter filter : filters) {
            counts.put(
                    filter,
                    board.plan().items().stream()
                            .map(Example::id)
                            .filter(id -> filter.test(board, id))
                            .count());
        }
        return new Tally(
                version,
                (int) trials.stream().filter(t -> t.state() == Trial.State.DONE).count(),
                summaries,
                Ranking.of(task, board.plan(), trials),
                counts);
    }

    /// What a variant's answers add up to; nothing before the first one.
    java.util.Optional<Summary> summary(Variant variant) {
        return java.util.Optional.ofNullable(summaries.get(variant));
    }
}
