package exemplar.study.check;

import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.study.Finding;
import exemplar.study.Finding.Kind;
import exemplar.study.Study;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The task, the designs and the comparisons, and whether the names in them lead anywhere.
final class HeadCheck {
    private static final String FILE = "study.json";

    private final Study study;
    private final List<Finding> found = new ArrayList<>();

    HeadCheck(Study study) {
        this.study = study;
    }

    List<Finding> findings() {
        task(study.task());
        for (Design design : study.designs()) {
            design(design);
        }
        for (Comparison comparison : study.comparisons()) {
            for (String name : comparison.designs()) {
                if (study.design(name).isEmpty()) {
                    add(
                            "comparison \"%s\" names the design \"%s\", which there is not"
                                    .formatted(comparison.name(), name),
                            "make the design or take the name out");
                }
            }
        }
        return found;
    }

    private void task(Task task) {
        if (task.inputs().isEmpty()) {
            add("the task has no input field", "name at least one under \"inputs\"");
        }
        if (task.inputs().contains(task.output())) {
            add(
                    "\"" + task.output() + "\" is both an input field and the output",
                    "give the output another name");
        }
        if (task.kind() == Task.Kind.CLASSIFY && task.labels().size() < 2) {
            add("a task that classifies needs at least two labels", "name them under \"labels\"");
        }
        Set<String> said = new HashSet<>();
        for (Label label : task.labels()) {
            if (!said.add(label.verbalizer())) {
                add(
                        "two labels are said as \"" + label.verbalizer() + "\"",
                        "give each its own verbalizer, or answers cannot be told apart");
            }
        }
    }

    private void design(Design design) {
        for (String id : design.selection().ids()) {
            if (study.pool().indexOfId(id) < 0) {
                add(
                        "design \"%s\" chooses the demonstration \"%s\", which is not in the pool"
                                .formatted(design.name(), id),
                        "choose another or take the id out");
            }
        }
    }

    private void add(String what, String advice) {
        found.add(Finding.ofFile(Kind.DESIGN, FILE, what, advice));
    }
}
