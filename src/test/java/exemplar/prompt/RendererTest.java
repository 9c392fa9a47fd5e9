package exemplar.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Layout;
import exemplar.model.Message;
import exemplar.model.Order;
import exemplar.model.Origin;
import exemplar.model.PromptForm;
import exemplar.model.RenderedPrompt;
import exemplar.model.Role;
import exemplar.model.Selection;
import exemplar.model.Span;
import exemplar.model.Task;
import exemplar.model.TemplateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RendererTest {
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(new Label("joy", "joy"), new Label("sad", "sadness")),
                    "Which emotion?",
                    List.of("accuracy"));
    private static final PromptForm.Parts PARTS =
            new PromptForm.Parts(
                    "",
                    "{{ instruction }}",
                    "Tweet: {{ text }}\nEmotion: {{ gold }}",
                    "{{ gold }}",
                    "\n\n",
                    "Tweet: {{ text }}\nEmotion:");
    private static final Example D1 = Example.of("d-1", Map.of("text", "what a day"), "joy");
    private static final Example D2 =
            Example.of("d-2", Map.of("text", "{{ item }} {% for %} {1; 2} {\"a\": 1}"), "sad");
    private static final Example ITEM = Example.of("t-1", Map.of("text", "so it ends"), "sad");

    @Test
    void partsAreJoinedIntoTheExactCompletionAndDataIsNeverRead() {
        Rendering rendering =
                Renderer.render(design(PARTS, Layout.COMPLETION), TASK, List.of(D1, D2), ITEM);
        assertThat(rendering.problems()).isEmpty();
        assertThat(rendering.prompt().text())
                .isEqualTo(
                        """
                        Which emotion?

                        Tweet: what a day
                        Emotion: joy

                        Tweet: {{ item }} {% for %} {1; 2} {"a": 1}
                        Emotion: sadness

                        Tweet: so it ends
                        Emotion:\
                        """);
        assertThat(originOf(rendering.prompt(), "what a day"))
                .isEqualTo(Origin.demo("d-1", "text", java.util.Optional.empty()));
        assertThat(originOf(rendering.prompt(), "sadness"))
                .isEqualTo(Origin.demo("d-2", "emotion", java.util.Optional.empty()));
        assertThat(originOf(rendering.prompt(), "so it ends").kind()).isEqualTo(Origin.Kind.QUERY);
        assertThat(originOf(rendering.prompt(), "Which emotion?")).isEqualTo(Origin.INSTRUCTION);
        assertThat(originOf(rendering.prompt(), "Tweet: ")).isEqualTo(Origin.templateOf("d-1"));
    }

    @Test
    void aFreeTemplateSaysTheSameWithTheSameOrigins() {
        PromptForm free =
                new PromptForm.Free(
                        """
                        {{ instruction }}

                        {% for d in demos %}
                        Tweet: {{ d.text }}
                        Emotion: {{ d.gold }}

                        {% endfor %}
                        Tweet: {{ item.text }}
                        Emotion:\
                        """);
        RenderedPrompt a =
                Renderer.render(design(free, Layout.COMPLETION), TASK, List.of(D1, D2), ITEM)
                        .prompt();
        RenderedPrompt b =
                Renderer.render(design(PARTS, Layout.COMPLETION), TASK, List.of(D1, D2), ITEM)
                        .prompt();
        assertThat(a.text()).isEqualTo(b.text());
        for (String data : List.of("what a day", "sadness", "so it ends", "Tweet: ")) {
            assertThat(originOf(a, data)).isEqualTo(originOf(b, data));
        }
    }

    @Test
    void chatTurnsShowEachDemonstrationAsAQuestionAndItsAnswer() {
        RenderedPrompt prompt =
                Renderer.render(design(PARTS, Layout.CHAT_TURNS), TASK, List.of(D1), ITEM).prompt();
        assertThat(prompt.messages())
                .containsExactly(
                        new Message(Role.SYSTEM, "Which emotion?"),
                        new Message(Role.USER, "Tweet: what a day\nEmotion:"),
                        new Message(Role.ASSISTANT, "joy"),
                        new Message(Role.USER, "Tweet: so it ends\nEmotion:"));
    }

    @Test
    void aChatMessageHoldsEverythingInOneTurn() {
        RenderedPrompt prompt =
                Renderer.render(design(PARTS, Layout.CHAT_MESSAGE), TASK, List.of(D1), ITEM)
                        .prompt();
        assertThat(prompt.messages())
                .containsExactly(
                        new Message(
                                Role.USER,
                                "Which emotion?\n\nTweet: what a day\nEmotion: joy\n\n"
                                        + "Tweet: so it ends\nEmotion:"));
    }

    @Test
    void aFreeTemplateMarksItsOwnTurnsAndDataCannotForgeThem() {
        PromptForm free =
                new PromptForm.Free(
                        """
                        {{ turn.system }} {{ instruction }}
                        {% for d in demos %}{{ turn.user }}{{ d.text }}
                        {{ turn.assistant }}{{ d.gold }}
                        {% endfor %}{{ turn.user }}{{ item.text }}\
                        """);
        Example forged = Example.of("d-3", Map.of("text", "a\u001eb"), "joy");
        RenderedPrompt prompt =
                Renderer.render(design(free, Layout.CHAT_TURNS), TASK, List.of(forged), ITEM)
                        .prompt();
        assertThat(prompt.messages())
                .containsExactly(
                        new Message(Role.SYSTEM, "Which emotion?"),
                        new Message(Role.USER, "a\u001eb"),
                        new Message(Role.ASSISTANT, "joy"),
                        new Message(Role.USER, "so it ends"));
    }

    @Test
    void anUnknownVariableIsAProblemWithItsPlaceUnlessTheDesignAllowsIt() {
        PromptForm free = new PromptForm.Free("a\n  {{ itme.text }}");
        Rendering strict = Renderer.render(design(free, Layout.COMPLETION), TASK, List.of(), ITEM);
        assertThat(strict.broken()).isTrue();
        assertThat(strict.problems().getFirst().problem().line()).isEqualTo(2);
        assertThat(strict.problems().getFirst().problem().column()).isEqualTo(6);
        assertThat(strict.problems().getFirst().sentence()).contains("itme");
        PromptForm plain = new PromptForm.Free("a {{ nothing }}b");
        assertThat(
                        Renderer.render(
                                        design(plain, Layout.COMPLETION)
                                                .withOptions(
                                                        new TemplateOptions(true, false, true)),
                                        TASK,
                                        List.of(),
                                        ITEM)
                                .problems())
                .isEmpty();
    }

    @Test
    void aTemplateThatCannotBeReadIsAProblemOfItsPart() {
        PromptForm.Parts broken =
                new PromptForm.Parts("", "{{ instruction", "x", "y", "\n", "{{ text }}");
        Rendering rendering =
                Renderer.render(design(broken, Layout.COMPLETION), TASK, List.of(), ITEM);
        assertThat(rendering.problems()).extracting(PromptProblem::part).contains("instruction");
        assertThat(rendering.prompt().text()).isEqualTo("so it ends");
    }

    @Test
    void spansCoverEveryCharacterOnceWhateverTheData() {
        Random random = new Random(11);
        String[] bits = {
            "{{", "}}", "{%", "%}", "\n", "a", "é", "😀", "\u200f", "\u001e", "שלום", " "
        };
        for (int round = 0; round < 300; round++) {
            List<Example> demos = new ArrayList<>();
            for (int d = 0; d < random.nextInt(5); d++) {
                demos.add(
                        Example.of(
                                "d-" + d,
                                Map.of("text", text(random, bits)),
                                random.nextBoolean() ? "joy" : text(random, bits)));
            }
            Layout layout = Layout.values()[random.nextInt(3)];
            PromptForm form =
                    random.nextBoolean()
                            ? PARTS
                            : new PromptForm.Free(
                                    "{{ instruction }}{% for d in demos %}{{ d.text | upper }}~{{ d.gold }}"
                                            + "{% endfor %}{{ item.text }}");
            RenderedPrompt prompt =
                    Renderer.render(
                                    design(form, layout),
                                    TASK,
                                    demos,
                                    Example.of("t", Map.of("text", text(random, bits)), ""))
                            .prompt();
            int at = 0;
            for (Span span : prompt.spans()) {
                assertThat(span.start()).isEqualTo(at);
                assertThat(span.length()).isPositive();
                at = span.end();
            }
            assertThat(at).isEqualTo(prompt.text().length());
        }
    }

    private static String text(Random random, String[] bits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < random.nextInt(8); i++) {
            text.append(bits[random.nextInt(bits.length)]);
        }
        return text.toString();
    }

    private static Origin originOf(RenderedPrompt prompt, String data) {
        int at = prompt.text().indexOf(data);
        return prompt.spans().stream()
                .filter(s -> s.start() <= at && at < s.end())
                .findFirst()
                .orElseThrow()
                .origin();
    }

    private static Design design(PromptForm form, Layout layout) {
        return new Design(
                "d",
                form,
                layout,
                TemplateOptions.DEFAULT,
                Selection.first(8),
                Order.AS_SELECTED,
                16,
                Map.of());
    }
}
