package exemplar.model;

import java.util.List;
import java.util.Optional;

/// What a study asks of a model.
///
/// @param kind classify, generate or translate
/// @param inputs names of the input fields, in the order they are shown
/// @param output name of the output field; gold outputs are values of it
/// @param labels the answers allowed, in their fixed order (which also fixes their colour); empty
///   unless the task classifies
/// @param instruction what the prompt tells the model to do; may be empty
/// @param metrics names of the metrics a report computes, the first one is the headline
public record Task(
        Kind kind,
        List<String> inputs,
        String output,
        List<Label> labels,
        String instruction,
        List<String> metrics) {

    /// The kinds of task.
    public enum Kind {
        CLASSIFY,
        GENERATE,
        TRANSLATE
    }

    public Task {
        inputs = List.copyOf(inputs);
        labels = List.copyOf(labels);
        metrics = List.copyOf(metrics);
    }

    /// The label of that name.
    public Optional<Label> label(String name) {
        return labels.stream().filter(l -> l.name().equals(name)).findFirst();
    }

    /// What a prompt shows for a gold output: the label's verbalizer, or the output itself where it
    /// is no label.
    public String verbalize(String gold) {
        return label(gold).map(Label::verbalizer).orElse(gold);
    }

    /// Position of the label in the task's order, which is also its colour; -1 where it is unknown.
    public int labelIndex(String name) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
