package exemplar.study.importing;

import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.study.Edit;
import exemplar.study.Examples;
import exemplar.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What reading a file came to. Rows = imported + rejected + blank.
///
/// @param examples ready to be put into the study, their ids free there
/// @param rejected the rows that were refused, at most [#LISTED] of them
/// @param rejectedCount all of them
/// @param blank rows with nothing in them
/// @param changedIds ids the file brought that were taken and got a number behind
/// @param unknownLabels gold outputs that are no labels of the task, with how often they stand
///   there
/// @param withoutGold examples without a gold output
/// @param notes what the person should know, as sentences without their full stop
public record Imported(
        Examples examples,
        List<Rejected> rejected,
        int rejectedCount,
        int blank,
        int changedIds,
        Map<String, Integer> unknownLabels,
        int withoutGold,
        List<String> notes) {
    /// So many rejected rows are kept with their text.
    public static final int LISTED = 10_000;

    /// So many ids that became others are told one by one.
    static final int RENAMED = 20;

    public Imported {
        rejected = List.copyOf(rejected);
        unknownLabels = new TreeMap<>(unknownLabels);
        notes = List.copyOf(notes);
    }

    /// Where examples go.
    public enum Destination {
        POOL("demonstration", "d-"),
        TESTS("test item", "t-");

        private final String noun;
        private final String prefix;

        Destination(String noun, String prefix) {
            this.noun = noun;
            this.prefix = prefix;
        }

        /// Before the numbers of ids.
        public String idPrefix() {
            return prefix;
        }

        /// `1 demonstration`, `214 test items`.
        public String count(int number) {
            return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
        }

        /// The examples that are there.
        public Examples in(Study study) {
            return this == POOL ? study.pool() : study.tests();
        }
    }

    /// All rows of the file.
    public int total() {
        return examples.size() + rejectedCount + blank;
    }

    /// The step that appends the examples. Applied to another study than the one the ids were made
    /// for, ids that are taken there get a number behind.
    ///
    /// @param addLabels whether gold outputs that are no labels yet become labels
    public Edit into(Destination destination, boolean addLabels) {
        return Edit.of(
                "import of " + destination.count(examples.size()),
                study -> {
                    Study labelled = addLabels ? withLabels(study) : study;
                    Examples there = destination.in(study);
                    Examples all = there.inserted(there.size(), free(there));
                    return destination == Destination.POOL
                            ? labelled.withPool(all)
                            : labelled.withTests(all);
                });
    }

    private Examples free(Examples there) {
        boolean clash = false;
        for (int row = 0; row < examples.size() && !clash; row++) {
            clash = there.indexOfId(examples.line(row).id()) >= 0;
        }
        if (!clash) {
            return examples;
        }
        Ids ids = new Ids(id -> there.indexOfId(id) >= 0, there.size(), "d-");
        return Examples.of(examples.stream().map(e -> e.withId(ids.of(e.id()))).toList());
    }

    private Study withLabels(Study study) {
        Task task = study.task();
        List<Label> labels = new ArrayList<>(task.labels());
        unknownLabels.keySet().stream()
                .filter(name -> task.label(name).isEmpty())
                .map(Label::of)
                .forEach(labels::add);
        return study.withTask(
                new Task(
                        task.kind(),
                        task.inputs(),
                        task.output(),
                        labels,
                        task.instruction(),
                        task.metrics()));
    }

    /// The result as sentences: how many, what was refused, what to look at.
    public String sentence(Destination destination) {
        return sentence(destination, false);
    }

    /// The same, after gold outputs that were no labels became labels.
    public String sentence(Destination destination, boolean labelsAdded) {
        StringBuilder said =
                new StringBuilder("Imported ").append(destination.count(examples.size()));
        said.append(String.format(Locale.ROOT, " of %,d row%s", total(), total() == 1 ? "" : "s"));
        if (rejectedCount > 0) {
            said.append(String.format(Locale.ROOT, ", %,d rejected", rejectedCount));
        }
        if (blank > 0) {
            said.append(String.format(Locale.ROOT, ", %,d blank", blank));
        }
        said.append('.');
        if (labelsAdded && !unknownLabels.isEmpty()) {
            said.append(" Gold outputs that became labels: ").append(names()).append('.');
        } else if (!unknownLabels.isEmpty()) {
            int count = unknownLabels.values().stream().mapToInt(Integer::intValue).sum();
            said.append(
                    String.format(
                            Locale.ROOT,
                            " %,d %s a gold output that is no label of the task: %s.",
                            count,
                            count == 1 ? "has" : "have",
                            names()));
        }
        if (withoutGold > 0) {
            said.append(
                    String.format(
                            Locale.ROOT,
                            " %,d %s no gold output.",
                            withoutGold,
                            withoutGold == 1 ? "has" : "have"));
        }
        if (changedIds > 0) {
            said.append(
                    String.format(
                            Locale.ROOT,
                            " %,d id%s taken and got a number behind.",
                            changedIds,
                            changedIds == 1 ? " was" : "s were"));
        }
        return said.toString();
    }

    private String names() {
        List<String> names = unknownLabels.keySet().stream().limit(5).toList();
        int more = unknownLabels.size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }
}
