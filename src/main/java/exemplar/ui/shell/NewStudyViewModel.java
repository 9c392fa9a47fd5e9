package exemplar.ui.shell;

import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.prompt.StarterDesigns;
import exemplar.study.Study;
import exemplar.ui.control.Texts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A study about to be made: what was typed, what is wrong with it, and the study itself.
final class NewStudyViewModel {
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty parent = new SimpleStringProperty("");
    private final ObjectProperty<Task.Kind> kind = new SimpleObjectProperty<>(Task.Kind.CLASSIFY);
    private final StringProperty fields = new SimpleStringProperty("text");
    private final StringProperty labels = new SimpleStringProperty("");
    private final StringProperty instruction = new SimpleStringProperty("");

    NewStudyViewModel(Path parent) {
        this.parent.set(parent.toString());
    }

    StringProperty name() {
        return name;
    }

    /// The folder in which the study's folder is made.
    StringProperty parent() {
        return parent;
    }

    ObjectProperty<Task.Kind> kind() {
        return kind;
    }

    /// Input fields, with commas between them.
    StringProperty fields() {
        return fields;
    }

    /// Labels, with commas between them.
    StringProperty labels() {
        return labels;
    }

    StringProperty instruction() {
        return instruction;
    }

    /// What stands in the way, as a sentence; empty when the study can be made.
    String problem() {
        if (name.get().isBlank()) {
            return Texts.of("new.problem.name");
        }
        try {
            Path folder = folder();
            if (Files.exists(folder)) {
                return Texts.of("new.problem.exists", folder.toString());
            }
        } catch (InvalidPathException e) {
            return Texts.of("new.problem.path");
        }
        List<String> inputs = parts(fields.get());
        if (inputs.isEmpty()) {
            return Texts.of("new.problem.nofield");
        }
        for (String field : inputs) {
            if (!StarterDesigns.isFieldName(field)) {
                return Texts.of("new.problem.field", field);
            }
        }
        if (new HashSet<>(inputs).size() < inputs.size() || inputs.contains(output())) {
            return Texts.of("new.problem.twice");
        }
        List<String> named = parts(labels.get());
        if (kind.get() == Task.Kind.CLASSIFY && new HashSet<>(named).size() < 2) {
            return Texts.of("new.problem.labels");
        }
        return "";
    }

    /// The folder that will be made.
    Path folder() {
        return Path.of(parent.get().strip(), name.get().strip());
    }

    /// The study; only when there is no problem.
    Study study() {
        boolean classify = kind.get() == Task.Kind.CLASSIFY;
        List<Label> all =
                classify
                        ? parts(labels.get()).stream().distinct().map(Label::of).toList()
                        : List.of();
        Task task =
                new Task(
                        kind.get(),
                        parts(fields.get()),
                        output(),
                        all,
                        instruction(classify, all),
                        classify
                                ? List.of("accuracy", "macro-f1")
                                : List.of("chrf", "exact-match"));
        return Study.of(name.get().strip(), task).withDesigns(StarterDesigns.of(task));
    }

    private String instruction(boolean classify, List<Label> all) {
        return instruction.get().isBlank() && classify
                ? "Answer with one of: "
                        + String.join(", ", all.stream().map(Label::name).toList())
                        + "."
                : instruction.get().strip();
    }

    private String output() {
        return kind.get() == Task.Kind.CLASSIFY ? "label" : "output";
    }

    private static List<String> parts(String typed) {
        return Arrays.stream(typed.split("[,、，\n]"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
