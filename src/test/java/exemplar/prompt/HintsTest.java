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
import org.junit.jupiter.api.Test;

class HintsTest {
    private static final Task TASK =
            new Task(Task.Kind.GENERATE, List.of("text"), "emotion", List.of(), "Say.", List.of());
    private static final Example ITEM = Example.of("t", Map.of("text", "today"), "joy");

    private static List<String> hints(String demonstration, String query, Layout layout) {
        Design design =
                new Design(
                        "d",
                        new PromptForm.Parts("", "Say.", demonstration, "{{ gold }}", "\n", query),
                        layout,
                        TemplateOptions.DEFAULT,
                        Selection.first(1),
                        Order.AS_SELECTED,
                        8,
                        Map.of());
        List<Example> pool = List.of(Example.of("d", Map.of("text", "rain"), "sadness"));
        return Hints.of(Prompts.make(design, TASK, pool, ITEM), TASK, ITEM);
    }

    @Test
    void aUsualPromptHasNone() {
        assertThat(hints("T: {{ text }}\nE: {{ gold }}", "T: {{ text }}\nE:", Layout.COMPLETION))
                .isEmpty();
        assertThat(hints("", "{{ text }}", Layout.CHAT_TURNS)).isEmpty();
    }

    @Test
    void aBlankAtTheEndIsSeenWhereTheModelContinuesIt() {
        String demo = "T: {{ text }}\nE: {{ gold }}";
        assertThat(hints(demo, "T: {{ text }}\nE: ", Layout.COMPLETION))
                .singleElement()
                .asString()
                .contains("ends with a blank");
        assertThat(hints(demo, "T: {{ text }}\nE: ", Layout.CHAT_MESSAGE)).isEmpty();
    }

    @Test
    void whatIsNotShownIsSaid() {
        assertThat(hints("", "{{ text }}", Layout.COMPLETION))
                .singleElement()
                .asString()
                .contains("shows none of them");
        assertThat(hints("T: {{ text }}", "T: {{ text }}", Layout.COMPLETION))
                .singleElement()
                .asString()
                .contains("do not show their answers");
        assertThat(hints("T: {{ text }}\nE: {{ gold }}", "E:", Layout.COMPLETION))
                .singleElement()
                .asString()
                .contains("does not show the item");
    }

    @Test
    void demonstrationsAndItemThatLeadToTheAnswerDifferentlyAreSeen() {
        assertThat(
                        hints(
                                "T: {{ text }}\nEmotion: {{ gold }}",
                                "T: {{ text }}\nLabel:",
                                Layout.COMPLETION))
                .containsExactly(
                        "The demonstrations lead to their answers with “Emotion:”, the item with “Label:”.");
    }
}
