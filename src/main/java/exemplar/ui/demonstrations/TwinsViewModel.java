package exemplar.ui.demonstrations;

import exemplar.evidence.Flag;
import exemplar.evidence.Leak;
import exemplar.evidence.Likeness;
import exemplar.evidence.SetFindings;
import exemplar.evidence.Twins;
import exemplar.model.Example;
import exemplar.study.Examples;
import exemplar.ui.demonstrations.rows.ExampleEdits;
import exemplar.ui.demonstrations.rows.Picked;
import exemplar.ui.demonstrations.rows.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The desk for twins, conflicts and leaks: each case with its evidence side by side, and what can
/// be done about it. Everything done is one step and can be undone.
public final class TwinsViewModel {
    /// Something to decide.
    public sealed interface Case {
        /// Examples of one side with the same input.
        record Same(Side side, Twins twins) implements Case {}

        /// A test item that stands in the pool.
        record Leaked(Leak leak) implements Case {}
    }

    /// One of the examples of a case.
    ///
    /// @param likeness how it is like the first one of the case
    public record Member(
            Side side, int row, Example example, Likeness likeness, double similarity) {}

    private final Board board;

    public TwinsViewModel(Board board) {
        this.board = board;
    }

    /// The cases, conflicts first, then leaks, then other twins. Rows are those of the findings,
    /// which may be a moment older than the study.
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<Case> rest = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Twins twins : side.of(board.findingsProperty().get()).twins()) {
                (twins.conflict() ? cases : rest).add(new Case.Same(side, twins));
            }
        }
        board.findingsProperty().get().leaks().forEach(leak -> cases.add(new Case.Leaked(leak)));
        cases.addAll(rest);
        return List.copyOf(cases);
    }

    /// The examples of a case, at most that many.
    public List<Member> members(Case of, int most) {
        List<Member> members = new ArrayList<>();
        switch (of) {
            case Case.Same same -> {
                SetFindings findings = same.side().of(board.findingsProperty().get());
                List<Integer> rows = same.twins().rows();
                Example first = findings.source().example(rows.getFirst());
                for (int row : rows.subList(0, Math.min(most, rows.size()))) {
                    Example example = findings.source().example(row);
                    Flag.Other compared = findings.compared(first, row, example);
                    members.add(member(same.side(), example, compared));
                }
            }
            case Case.Leaked leaked -> {
                Leak leak = leaked.leak();
                SetFindings pool = board.findingsProperty().get().pool();
                SetFindings tests = board.findingsProperty().get().tests();
                Example demo = pool.source().example(leak.poolRow());
                Example item = tests.source().example(leak.testRow());
                members.add(new Member(Side.POOL, leak.poolRow(), demo, Likeness.EXACT, 1));
                members.add(
                        new Member(
                                Side.TESTS,
                                leak.testRow(),
                                item,
                                leak.likeness(),
                                leak.similarity()));
            }
        }
        return List.copyOf(members);
    }

    private static Member member(Side side, Example example, Flag.Other compared) {
        return new Member(
                side, compared.row(), example, compared.likeness(), compared.similarity());
    }

    /// Keeps the first, and takes the others out.
    public void keepFirst(Case of) {
        if (of instanceof Case.Same same) {
            BitSet rows = rows(same);
            rows.clear(rows.nextSetBit(0));
            act("keep-first", same.side(), rows, Action.REMOVE);
        }
    }

    /// Turns all but the first off; of a leak, the demonstration.
    public void disableOthers(Case of) {
        switch (of) {
            case Case.Same same -> {
                BitSet rows = rows(same);
                rows.clear(rows.nextSetBit(0));
                act("off", same.side(), rows, Action.DISABLE);
            }
            case Case.Leaked leaked -> {
                BitSet row = new BitSet();
                int at = now(Side.POOL, leaked.leak().poolRow());
                if (at >= 0) {
                    row.set(at);
                    act("off", Side.POOL, row, Action.DISABLE);
                }
            }
        }
    }

    private enum Action {
        REMOVE,
        DISABLE
    }

    private void act(String what, Side side, BitSet rows, Action action) {
        if (rows.isEmpty()) {
            return;
        }
        ExampleEdits edits = new ExampleEdits(side);
        String label = board.words().text("edit." + what, rows.cardinality(), side.word());
        board.apply(
                action == Action.REMOVE
                        ? edits.removed(label, rows)
                        : edits.mapped(label, rows, example -> example.withEnabled(false)));
    }

    /// Gives all of them all tags, keeps the first and takes the others out.
    public void mergeTags(Case of) {
        if (!(of instanceof Case.Same same)) {
            return;
        }
        BitSet rows = rows(same);
        Examples examples = same.side().of(board.study());
        Set<String> tags = new LinkedHashSet<>();
        rows.stream().forEach(row -> tags.addAll(examples.get(row).tags()));
        int first = rows.nextSetBit(0);
        BitSet others = (BitSet) rows.clone();
        if (first >= 0) {
            others.clear(first);
            BitSet one = new BitSet();
            one.set(first);
            String label =
                    board.words().text("edit.merge-tags", rows.cardinality(), same.side().word());
            board.apply(
                    new ExampleEdits(same.side())
                            .mappedThenRemoved(
                                    label, one, e -> e.withTags(List.copyOf(tags)), others));
        }
    }

    /// Gives all of them one gold output.
    public void relabel(Case of, String gold) {
        if (of instanceof Case.Same same) {
            BitSet rows = rows(same);
            String label =
                    board.words().text("edit.gold", rows.cardinality(), same.side().word(), gold);
            board.apply(new ExampleEdits(same.side()).mapped(label, rows, e -> e.withGold(gold)));
        }
    }

    /// Takes the test item of a leak out of the tests.
    public void dropItem(Case of) {
        if (of instanceof Case.Leaked leaked) {
            int at = now(Side.TESTS, leaked.leak().testRow());
            if (at >= 0) {
                BitSet row = new BitSet();
                row.set(at);
                act("delete", Side.TESTS, row, Action.REMOVE);
            }
        }
    }

    /// The gold outputs of a case, and how many have each.
    public Map<String, Integer> golds(Case of) {
        Map<String, Integer> golds = new LinkedHashMap<>();
        for (Member member : members(of, Integer.MAX_VALUE)) {
            if (!member.example().gold().isBlank()) {
                golds.merge(member.example().gold(), 1, Integer::sum);
            }
        }
        return golds;
    }

    /// Shows an example in the table.
    public void show(Member member) {
        int row = member.side().of(board.study()).indexOfId(member.example().id());
        if (row >= 0) {
            board.look(member.side());
            board.pick(Picked.one(row));
        }
    }

    private BitSet rows(Case.Same same) {
        BitSet rows = new BitSet();
        for (int row : same.twins().rows()) {
            int now = now(same.side(), row);
            if (now >= 0) {
                rows.set(now);
            }
        }
        return rows;
    }

    /// Where a row of the findings is now.
    private int now(Side side, int row) {
        Examples examples = side.of(board.study());
        Object read = side.of(board.findingsProperty().get()).source().version(row);
        if (row < examples.size() && examples.line(row) == read) {
            return row;
        }
        String id = side.of(board.findingsProperty().get()).source().example(row).id();
        return examples.indexOfId(id);
    }
}
