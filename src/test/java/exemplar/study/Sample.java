package exemplar.study;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Layout;
import exemplar.model.Order;
import exemplar.model.PromptForm;
import exemplar.model.Selection;
import exemplar.model.Task;
import exemplar.model.TemplateOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Studies for tests.
public final class Sample {
    private Sample() {}

    public static Example example(int number) {
        return Example.of(
                "d-%03d".formatted(number),
                Map.of("text", "text number " + number),
                number % 2 == 0 ? "joy" : "anger");
    }

    public static Examples examples(int count) {
        return Examples.of(IntStream.range(0, count).mapToObj(Sample::example).toList());
    }

    public static Task task() {
        return new Task(
                Task.Kind.CLASSIFY,
                List.of("text"),
                "emotion",
                List.of(Label.of("joy"), new Label("anger", "furious")),
                "Name the emotion.\nOne word.",
                List.of("accuracy"));
    }

    public static Design design(String name) {
        return new Design(
                name,
                new PromptForm.Free("{% for d in demos %}\n{{ d.text }}\n{% endfor %}"),
                Layout.COMPLETION,
                TemplateOptions.DEFAULT,
                Selection.first(4),
                Order.AS_SELECTED,
                16,
                Map.of());
    }

    public static Study study(int pool) {
        return Study.of("sample", task())
                .withPool(examples(pool))
                .withTests(Examples.of(List.of(example(900), example(901))))
                .withDesigns(List.of(design("plain"), design("other")));
    }

    /// An edit that gives an example of the pool another text.
    public static Edit text(int row, String text) {
        return Edit.of(
                "edit text",
                s -> s.withPool(s.pool().with(row, s.pool().get(row).withField("text", text))));
    }

    /// What tells a study of these tests from another, in a few words.
    public static String shown(Study study) {
        StringBuilder shown = new StringBuilder(study.name());
        study.designs().forEach(d -> shown.append(' ').append(d.name()));
        shown.append(", ").append(study.pool().size()).append('+').append(study.tests().size());
        shown.append(" ids ").append(study.pool().stream().map(Example::id).toList().hashCode());
        study.pool().stream()
                .filter(e -> !e.field("text").startsWith("text number"))
                .forEach(
                        e -> shown.append(", ").append(e.id()).append('=').append(e.field("text")));
        return shown.toString();
    }
}
