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
import exemplar.text.Tokenizers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComposerTest {
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text", "place"),
                    "emotion",
                    List.of(new Label("joy", "joy"), new Label("sad", "sadness")),
                    "Which emotion?",
                    List.of("accuracy"));
    private static final String[] DATA = {
        "{{",
        "}}",
        "{% raw %}",
        "{#",
        "\n\n",
        "plain",
        "é😀",
        "\u200f",
        "\u001e",
        "שלום",
        " ",
        "{\"a\": [1]}",
        "Q:"
    };
    private static final String[] TEMPLATE = {
        "{{ text }}", "{{ gold }}", "Q: ", "\n", "{% if place %}in {{ place }}{% endif %}",
                "{{ text | upper }}",
        "{{ missing }}", "{{ labels | join(', ') }}", "{# c #}", "{{ item.text }}", "{{ id }}",
                "{{ broken"
    };

    @Test
    void whatIsRememberedNeverShowsInTheResult() {
        Random random = new Random(17);
        Composer composer = new Composer();
        List<Example> pool = pool(random);
        Example item = example("t-1", random);
        Design design = design(parts(random), Layout.COMPLETION);
        for (int round = 0; round < 400; round++) {
            switch (random.nextInt(6)) {
                case 0 -> pool = pool(random);
                case 1 -> item = example("t-1", random);
                case 2 -> design = design.withLayout(Layout.values()[random.nextInt(3)]);
                case 3 -> design = design.withSelection(Selection.first(random.nextInt(6)));
                case 4 -> design = design.withOrder(Order.values()[random.nextInt(5)]);
                default -> design = design.withForm(parts(random));
            }
            Prompts.Made remembered = composer.make(design, TASK, pool, item);
            assertThat(remembered).isEqualTo(Prompts.make(design, TASK, pool, item));
            covers(remembered.rendering().prompt());
        }
    }

    private static void covers(RenderedPrompt prompt) {
        int at = 0;
        for (Span span : prompt.spans()) {
            assertThat(span.start()).isEqualTo(at);
            assertThat(span.length()).isPositive();
            at = span.end();
        }
        assertThat(at).isEqualTo(prompt.text().length());
        at = 0;
        for (Segment segment : Segment.of(prompt)) {
            assertThat(segment.start()).isEqualTo(at);
            at = segment.end();
        }
        assertThat(at).isEqualTo(prompt.text().length());
    }

    @Test
    void everyCharacterOfADemonstrationIsItsDataWhateverTheDataSays() {
        Random random = new Random(23);
        for (int round = 0; round < 200; round++) {
            Example demo = example("d-1", random);
            PromptForm form =
                    new PromptForm.Free(
                            "{% for d in demos %}[{{ d.text }}]{% endfor %}{{ item.text }}");
            RenderedPrompt prompt =
                    Renderer.render(
                                    design(form, Layout.COMPLETION),
                                    TASK,
                                    List.of(demo),
                                    example("t", random))
                            .prompt();
            StringBuilder said = new StringBuilder();
            prompt.spans().stream()
                    .filter(s -> s.origin().equals(Origin.demo("d-1", "text", Optional.empty())))
                    .forEach(s -> said.append(prompt.text(), s.start(), s.end()));
            assertThat(said.toString()).isEqualTo(demo.field("text"));
        }
    }

    @Test
    void aFreeTemplateWritesItsMessagesAsCallBlocks() {
        PromptForm form =
                new PromptForm.Free(
                        """
                        {% call message("system") %}{{ instruction }}{% endcall %}
                        {% for d in demos %}
                        {% call message("user") %}{{ d.text }}{% endcall %}
                        {% call message("assistant") %}{{ d.gold }}{% endcall %}
                        {% endfor %}
                        {% call message("user") %}{{ item.text }}{% endcall %}
                        """);
        Example demo = Example.of("d-1", Map.of("text", "a {{ b }}"), "sad");
        Example item = Example.of("t-1", Map.of("text", "c"), "");
        Rendering rendering =
                Renderer.render(design(form, Layout.CHAT_TURNS), TASK, List.of(demo), item);
        assertThat(rendering.problems()).isEmpty();
        assertThat(rendering.prompt().messages())
                .containsExactly(
                        new Message(Role.SYSTEM, "Which emotion?"),
                        new Message(Role.USER, "a {{ b }}"),
                        new Message(Role.ASSISTANT, "sadness"),
                        new Message(Role.USER, "c"));
        Rendering wrong =
                Renderer.render(
                        design(
                                new PromptForm.Free("{% call message(\"bot\") %}x{% endcall %}"),
                                Layout.CHAT_TURNS),
                        TASK,
                        List.of(),
                        item);
        assertThat(wrong.problems().getFirst().sentence()).contains("no role 'bot'");
    }

    @Test
    void tokensAreCountedForEveryPartAndAddUp() {
        PromptForm form =
                new PromptForm.Parts(
                        "",
                        "{{ instruction }}",
                        "T: {{ text }}\nE: {{ gold }}",
                        "{{ gold }}",
                        "\n\n",
                        "T: {{ text }}\nE:");
        List<Example> pool =
                List.of(
                        Example.of("d-1", Map.of("text", "what a day"), "joy").withPinned(true),
                        Example.of("d-2", Map.of("text", "so it ends here, said she"), "sad"));
        Example item = Example.of("t-1", Map.of("text", "one two three"), "");
        Prompts.Made made = Prompts.make(design(form, Layout.COMPLETION), TASK, pool, item);
        TokenBudget budget = TokenBudget.of(made.rendering().prompt(), Tokenizers.ofModel("gpt-4"));
        assertThat(budget.total())
                .isEqualTo(Tokenizers.ofModel("gpt-4").count(made.rendering().prompt().text()));
        assertThat(budget.parts())
                .extracting(p -> p.segment().kind())
                .containsExactly(
                        Segment.Kind.INSTRUCTION,
                        Segment.Kind.DEMONSTRATION,
                        Segment.Kind.DEMONSTRATION,
                        Segment.Kind.ITEM);
        assertThat(budget.ofDemonstration("d-2")).isGreaterThan(budget.ofDemonstration("d-1"));
        assertThat(budget.exact()).isTrue();
        assertThat(made.dropsFirst().map(c -> c.example().id())).contains("d-2");
        Prompts.Made chat = Prompts.make(design(form, Layout.CHAT_TURNS), TASK, pool, item);
        TokenBudget told = TokenBudget.of(chat.rendering().prompt(), Tokenizers.ofModel("gpt-4"));
        assertThat(told.around()).isEqualTo(6 * 4 + 3);
        assertThat(told.total()).isGreaterThan(told.around());
    }

    @Test
    void theItemsCaptionBelongsToTheItem() {
        PromptForm form =
                new PromptForm.Free(
                        "Say.\n\n{% for d in demos %}T: {{ d.text }}\n\n{% endfor %}T: {{ item.text }}\nE:");
        RenderedPrompt prompt =
                Renderer.render(
                                design(form, Layout.COMPLETION),
                                TASK,
                                List.of(Example.of("d-1", Map.of("text", "aa"), "joy")),
                                Example.of("t-1", Map.of("text", "bb"), ""))
                        .prompt();
        List<String> said = new ArrayList<>();
        Segment.of(prompt).forEach(s -> said.add(prompt.text().substring(s.start(), s.end())));
        assertThat(said).containsExactly("Say.\n\n", "T: aa\n\n", "T: bb\nE:");
    }

    private static PromptForm.Parts parts(Random random) {
        return new PromptForm.Parts(
                text(random, TEMPLATE, 2),
                text(random, TEMPLATE, 3),
                text(random, TEMPLATE, 5),
                text(random, TEMPLATE, 2),
                random.nextBoolean() ? "\n\n" : "",
                text(random, TEMPLATE, 4));
    }

    private static List<Example> pool(Random random) {
        List<Example> pool = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pool.add(example("d-" + i, random));
        }
        return pool;
    }

    private static Example example(String id, Random random) {
        return Example.of(
                id,
                Map.of("text", text(random, DATA, 6), "place", text(random, DATA, 1)),
                random.nextBoolean() ? "joy" : text(random, DATA, 2));
    }

    private static String text(Random random, String[] bits, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(bits[random.nextInt(bits.length)]);
        }
        return text.toString();
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
