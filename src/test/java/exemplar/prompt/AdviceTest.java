package exemplar.prompt;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A name that nothing has is answered with the names there are.
class AdviceTest {
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(Label.of("joy")),
                    "Which?",
                    List.of());

    private static Optional<Advice> on(String source) {
        Rendering made =
                Renderer.render(
                        new Design(
                                "free",
                                new PromptForm.Free(source),
                                Layout.COMPLETION,
                                TemplateOptions.DEFAULT,
                                Selection.first(1),
                                Order.AS_SELECTED,
                                8,
                                Map.of()),
                        TASK,
                        List.of(Example.of("d-1", Map.of("text", "what a day"), "joy")),
                        Example.of("t-1", Map.of("text", "so it ends"), "joy"));
        return Advice.on(
                made.problems().getFirst().problem(), source, TASK, Layout.COMPLETION, false);
    }

    @Test
    void aMisspelledVariableHasTheOneItIsLike() {
        assertThat(on("{{ instuction }}\n{{ item.text }}"))
                .contains(new Advice.Nearest(List.of("instruction")));
    }

    @Test
    void aMisspelledFieldHasTheFieldItIsLike() {
        assertThat(on("{% for d in demos %}{{ d.texd }}{% endfor %}"))
                .contains(new Advice.Nearest(List.of("text")));
        assertThat(on("texts: {{ item.texts }}")).contains(new Advice.Nearest(List.of("text")));
    }

    @Test
    void aNameLikeNoOtherHasTheNamesThereAre() {
        assertThat(on("{{ tweet_of_the_day }}"))
                .contains(
                        new Advice.Known(
                                List.of("instruction", "labels", "task", "item", "demos")));
    }

    @Test
    void otherProblemsHaveNone() {
        assertThat(on("{{ item.text | nosuch }}")).isEmpty();
        assertThat(on("{% for %}")).isEmpty();
    }
}
