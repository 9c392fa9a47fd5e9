package exemplar.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Design;
import exemplar.model.Example;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneTemplateTest {
    private static final Task TASK =
            new Task(Task.Kind.GENERATE, List.of("text"), "emotion", List.of(), "Say.", List.of());
    private static final List<Example> DEMOS =
            List.of(
                    Example.of("a", Map.of("text", "rain {{ x }}"), "sadness"),
                    Example.of("b", Map.of("text", "sun\n\n"), "joy"));
    private static final Example ITEM = Example.of("t", Map.of("text", "fog"), "");

    private static Design design(PromptForm form, Layout layout, boolean trim) {
        return new Design(
                "d",
                form,
                layout,
                new TemplateOptions(trim, false, false),
                Selection.first(2),
                Order.AS_SELECTED,
                8,
                Map.of());
    }

    private static PromptForm.Parts parts(String system) {
        return new PromptForm.Parts(
                system,
                "{{ instruction }}",
                "{% if text %}T: {{ text | upper }}{% endif %}\nE: {{ gold }}",
                "{{ gold }}",
                "\n\n",
                "T: {{ item.text }}\nE:");
    }

    private static Optional<Design> one(Design design) {
        return OneTemplate.of(design, TASK, DEMOS, ITEM);
    }

    @Test
    void theFieldsOfAPartAreSaidOfTheDemonstrationAndOfTheItem() {
        assertThat(one(design(parts(""), Layout.COMPLETION, true)).orElseThrow().form())
                .isEqualTo(
                        new PromptForm.Free(
                                """
                                {{ instruction }}

                                {% for demo in demos %}
                                {% if demo.text %}T: {{ demo.text | upper }}{% endif %}
                                E: {{ demo.gold }}

                                {% endfor %}
                                T: {{ item.text }}
                                E:\
                                """));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void everyLayoutMakesTheSamePromptAsBefore(Layout layout) {
        for (boolean trim : new boolean[] {true, false}) {
            for (String system : List.of("", "Be brief.")) {
                Design before = design(parts(system), layout, trim);
                Design after = one(before).orElseThrow();
                assertThat(after.form()).isInstanceOf(PromptForm.Free.class);
                var a = Renderer.render(before, TASK, DEMOS, ITEM).prompt();
                var b = Renderer.render(after, TASK, DEMOS, ITEM).prompt();
                assertThat(b.text()).isEqualTo(a.text());
                assertThat(b.messages()).isEqualTo(a.messages());
            }
        }
    }

    @Test
    void whatOneTemplateCannotSayIsLeftAsItIs() {
        Design blank =
                design(
                        new PromptForm.Parts("", "", "{{ gold }}", "", "\n", " {{ text }} "),
                        Layout.CHAT_TURNS,
                        true);
        assertThat(one(blank)).isEmpty();
        assertThat(one(design(new PromptForm.Free("x"), Layout.COMPLETION, true))).isEmpty();
        assertThat(
                        one(
                                design(
                                        new PromptForm.Parts("", "{% if", "", "", "", ""),
                                        Layout.COMPLETION,
                                        true)))
                .isEmpty();
    }
}
