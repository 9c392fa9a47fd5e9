package exemplar.study.check;

import exemplar.evidence.FlagKind;
import exemplar.evidence.Likeness;
import exemplar.evidence.SetFindings;
import exemplar.evidence.Twins;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.study.Finding;
import exemplar.study.Finding.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The examples of one file: each by itself, and those that are the same. Of each sort of finding
/// the first hundred are listed, the rest counted.
final class ExamplesCheck {
    static final int MOST = 100;

    private final String file;
    private final Task task;
    private final SetFindings evidence;
    private final List<Example> examples;
    private final List<Finding> found = new ArrayList<>();

    ExamplesCheck(String file, Task task, SetFindings evidence) {
        this.file = file;
        this.task = task;
        this.evidence = evidence;
        examples = evidence.examples();
    }

    List<Finding> findings() throws InterruptedException {
        fields();
        each(FlagKind.UNKNOWN_LABEL, Kind.UNKNOWN_LABEL);
        each(FlagKind.UNLABELLED, Kind.NO_GOLD);
        twins(true);
        twins(false);
        return found;
    }

    /// Empty, missing and unknown fields; the unknown ones once for each name.
    private void fields() throws InterruptedException {
        Map<String, Integer> unknown = new LinkedHashMap<>();
        Map<String, String> first = new LinkedHashMap<>();
        int empty = 0;
        int row = 0;
        for (Example example : examples) {
            if ((row++ & 0xfff) == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            for (String field : task.inputs()) {
                if (example.field(field).isBlank() && empty++ < MOST) {
                    boolean there = example.fields().containsKey(field);
                    add(
                            there ? Kind.EMPTY_FIELD : Kind.MISSING_FIELD,
                            List.of(example.id()),
                            "\"%s\" has %s field \"%s\""
                                    .formatted(example.id(), there ? "an empty" : "no", field),
                            "fill it, switch the example off or remove it");
                }
            }
            for (String field : example.fields().keySet()) {
                if (!task.inputs().contains(field)) {
                    unknown.merge(field, 1, Integer::sum);
                    first.putIfAbsent(field, example.id());
                }
            }
        }
        rest(Kind.EMPTY_FIELD, empty, "fields are empty or missing");
        unknown.forEach((field, count) ->
                add(
                        Kind.UNKNOWN_FIELD,
                        List.of(first.getOrDefault(field, "")),
                        "%,d examples have a field \"%s\" that the task does not name"
                                .formatted(count, field),
                        "add it to the task's inputs, or leave it if prompts do not need it"));
    }

    private void each(FlagKind flag, Kind kind) {
        BitSet rows = evidence.rows(flag);
        int count = 0;
        for (int row = rows.nextSetBit(0); row >= 0 && count < MOST; count++) {
            Example example = examples.get(row);
            if (kind == Kind.NO_GOLD) {
                add(
                        kind,
                        List.of(example.id()),
                        "\"" + example.id() + "\" has no gold output",
                        "fill it in, or switch the example off");
            } else {
                add(
                        kind,
                        List.of(example.id()),
                        "\"%s\" has the gold output \"%s\", which is none of the labels"
                                .formatted(example.id(), example.gold()),
                        "correct it or add the label to the task");
            }
            row = rows.nextSetBit(row + 1);
        }
        rest(
                kind,
                rows.cardinality(),
                kind == Kind.NO_GOLD ? "have no gold output" : "have unknown labels");
    }

    private void twins(boolean conflict) {
        int count = 0;
        for (Twins twins : evidence.twins()) {
            if (twins.conflict() != conflict || count++ >= MOST) {
                continue;
            }
            List<String> ids =
                    twins.rows().stream().limit(20).map(row -> examples.get(row).id()).toList();
            String likeness =
                    twins.likeness() == Likeness.EXACT
                            ? "the same text"
                            : twins.likeness() == Likeness.NORMALISED
                                    ? "the same text but for case, blanks or punctuation"
                                    : "nearly the same text";
            add(
                    conflict ? Kind.CONFLICT : Kind.DUPLICATE,
                    ids,
                    "%s have %s%s"
                            .formatted(
                                    String.join(", ", ids),
                                    likeness,
                                    conflict ? " and different gold outputs" : ""),
                    conflict ? "decide which gold output is right" : "keep one of them");
        }
        rest(
                conflict ? Kind.CONFLICT : Kind.DUPLICATE,
                count,
                conflict ? "groups contradict each other" : "groups are the same");
    }

    private void rest(Kind kind, int count, String are) {
        if (count > MOST) {
            add(
                    kind,
                    List.of(),
                    "%,d more %s".formatted(count - MOST, are),
                    "the filter of the window lists them all");
        }
    }

    private void add(Kind kind, List<String> ids, String what, String advice) {
        found.add(new Finding(kind, file, 0, ids, what, advice));
    }
}
