package exemplar.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Label;
import exemplar.model.Layout;
import exemplar.model.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text", "place"),
                    "emotion",
                    List.of(Label.of("joy")),
                    "",
                    List.of());

    /// What is offered where the bar stands.
    private static List<String> offered(String marked, boolean part) {
        int caret = marked.indexOf('¦');
        String source = marked.replace("¦", "");
        return Suggestions.at(source, caret, TASK, Layout.CHAT_TURNS, part).stream()
                .flatMap(s -> s.words().stream())
                .map(Suggestions.Word::text)
                .toList();
    }

    @Test
    void aPartOffersTheFieldsOfTheExample() {
        assertThat(offered("T: {{ ¦ }}", true))
                .contains("text", "place", "gold", "instruction", "labels")
                .doesNotContain("demos");
        assertThat(offered("T: {{ te¦", true)).containsExactly("text");
    }

    @Test
    void aFreeTemplateOffersDemonstrationsAndItsOwnNames() {
        assertThat(offered("{% set shots = 3 %}{{ ¦ }}", false))
                .contains("demos", "item", "shots", "turn")
                .doesNotContain("gold");
        assertThat(offered("{% for d in demos %}{{ d.¦ }}{% endfor %}", false))
                .contains("text", "gold", "rationale");
        assertThat(offered("{% for d in demos %}{{ loop.in¦ }}", false))
                .containsExactly("index", "index0");
    }

    @Test
    void theItemHasNoAnswerToOffer() {
        assertThat(offered("{{ item.¦ }}", false))
                .contains("text", "place", "id")
                .doesNotContain("gold", "label", "emotion");
    }

    @Test
    void filtersTestsAndTagsComeWhereTheyBelong() {
        assertThat(offered("{{ text | up¦ }}", true)).containsExactly("upper");
        assertThat(offered("{% filter up¦", true)).containsExactly("upper");
        assertThat(offered("{% if text is not def¦", true)).containsExactly("defined");
        assertThat(offered("{% endf¦", true)).containsExactly("endfilter", "endfor");
        assertThat(offered("{%- ra¦ %}", true)).containsExactly("raw");
    }

    @Test
    void nothingIsOfferedInPlainTextTextsNumbersAndComments() {
        assertThat(offered("Twee¦", true)).isEmpty();
        assertThat(offered("{{ text }} te¦", true)).isEmpty();
        assertThat(offered("{{ 'te¦' }}", true)).isEmpty();
        assertThat(offered("{{ \"it's te¦", true)).isEmpty();
        assertThat(offered("{# te¦ #}", true)).isEmpty();
        assertThat(offered("{{ 1¦ }}", true)).isEmpty();
        assertThat(offered("{{ text¦ }}", true)).isEmpty();
        assertThat(offered("{% raw %}{{ te¦", true)).isEmpty();
    }

    @Test
    void theWordBegunIsTheOneReplaced() {
        assertThat(Suggestions.at("{{ item.te", 10, TASK, Layout.COMPLETION, false))
                .map(Suggestions::from)
                .contains(8);
    }
}
