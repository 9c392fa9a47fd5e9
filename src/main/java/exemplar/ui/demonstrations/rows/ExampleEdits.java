package exemplar.ui.demonstrations.rows;

import exemplar.model.Example;
import exemplar.study.Edit;
import exemplar.study.Examples;
import exemplar.study.Study;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The edits of one side of a study. Every one is a single step, however many rows it changes.
/// Positions are those of the study the edit is applied to.
public final class ExampleEdits {
    private final Side side;

    public ExampleEdits(Side side) {
        this.side = side;
    }

    /// Changes every one of these rows.
    public Edit mapped(String label, BitSet rows, UnaryOperator<Example> change) {
        BitSet copy = (BitSet) rows.clone();
        return on(label, examples -> examples.mapped(copy, change));
    }

    /// Sets the text of one field of the row as typed, joining what was typed just before.
    ///
    /// @param near where the example was last seen, which saves looking for it
    /// @param key what typing is joined by: field and word
    public Edit typed(
            String label, String id, int near, String key, UnaryOperator<Example> change) {
        return Edit.typing(
                label,
                side.word() + '/' + id + '/' + key,
                study -> {
                    Examples examples = side.of(study);
                    boolean there =
                            near >= 0
                                    && near < examples.size()
                                    && examples.line(near).id().equals(id);
                    int row = there ? near : examples.indexOfId(id);
                    return row < 0
                            ? study
                            : with(
                                    study,
                                    examples,
                                    examples.with(row, change.apply(examples.get(row))));
                });
    }

    /// Sets other ids, one row at a time.
    public Edit renamed(String label, int row, String id) {
        return on(label, examples -> examples.with(row, examples.get(row).withId(id)));
    }

    public Edit removed(String label, BitSet rows) {
        BitSet copy = (BitSet) rows.clone();
        return on(label, examples -> examples.removed(copy));
    }

    public Edit moved(String label, Reorder.Move move) {
        BitSet rows = new BitSet();
        for (int row : move.rows()) {
            rows.set(row);
        }
        return on(label, examples -> examples.moved(rows, move.before()));
    }

    /// Changes some rows and takes others out.
    public Edit mappedThenRemoved(
            String label, BitSet rows, UnaryOperator<Example> change, BitSet gone) {
        return on(label, examples -> examples.mapped(rows, change).removed(gone));
    }

    /// Puts examples before a row; ids that are taken get a number behind.
    public Edit inserted(String label, int row, List<Example> wanted) {
        return on(
                label,
                examples ->
                        examples.inserted(Math.min(row, examples.size()), fresh(examples, wanted)));
    }

    /// Puts a copy of every one of these rows behind the last of them.
    public Edit duplicated(String label, BitSet rows) {
        BitSet copy = (BitSet) rows.clone();
        return on(
                label,
                examples -> {
                    List<Example> copies = new ArrayList<>();
                    copy.stream()
                            .filter(row -> row < examples.size())
                            .forEach(row -> copies.add(examples.get(row)));
                    return examples.inserted(copy.length(), fresh(examples, copies));
                });
    }

    /// Replaces rows by changed examples with the same ids.
    public Edit put(String label, Map<Integer, Example> changed) {
        BitSet rows = new BitSet();
        changed.keySet().forEach(rows::set);
        return on(
                label,
                examples -> {
                    Map<String, Example> byId = new HashMap<>();
                    changed.values().forEach(example -> byId.put(example.id(), example));
                    return examples.mapped(rows, before -> byId.getOrDefault(before.id(), before));
                });
    }

    /// An example with an id nobody has and nothing in it.
    public static Example blank(Study study, Side side) {
        Map<String, String> fields = new LinkedHashMap<>();
        study.task().inputs().forEach(input -> fields.put(input, ""));
        String stem = side == Side.POOL ? "d-" : "t-";
        return Example.of(stem + (side.of(study).size() + 1), fields, "");
    }

    private static List<Example> fresh(Examples examples, List<Example> wanted) {
        Set<String> taken = new LinkedHashSet<>();
        List<Example> named = new ArrayList<>();
        for (Example example : wanted) {
            String id = examples.freshId(example.id());
            for (int n = 2; taken.contains(id); n++) {
                id = examples.freshId(example.id() + "-" + n);
            }
            taken.add(id);
            named.add(example.withId(id));
        }
        return named;
    }

    private Edit on(String label, UnaryOperator<Examples> change) {
        return new Edit(
                label,
                Optional.empty(),
                study -> {
                    Examples before = side.of(study);
                    return with(study, before, change.apply(before));
                });
    }

    private Study with(Study study, Examples before, Examples after) {
        return before == after ? study : side.with(study, after);
    }
}
