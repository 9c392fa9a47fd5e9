package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyTest {
    private static List<String> ranked(String typed, String... names) {
        return List.of(names).stream()
                .filter(n -> Fuzzy.score(typed, n).isPresent())
                .sorted(Comparator.comparingInt(n -> -Fuzzy.score(typed, n).getAsInt()))
                .toList();
    }

    @Test
    void lettersInOrderFit() {
        assertThat(Fuzzy.score("gtp", "Go to Prompt")).isPresent();
        assertThat(Fuzzy.score("ptg", "Go to Prompt")).isEmpty();
    }

    @Test
    void everyTypedWordMustOccurInAnyOrder() {
        assertThat(Fuzzy.score("study open", "Open study…")).isPresent();
        assertThat(Fuzzy.score("study close", "Open study…")).isEmpty();
    }

    @Test
    void theBeginningOfAWordComesBeforeItsMiddle() {
        assertThat(ranked("port", "Import examples…", "Portable copy"))
                .containsExactly("Portable copy", "Import examples…");
        assertThat(ranked("undo", "Use no dots", "Undo")).containsExactly("Undo", "Use no dots");
    }
}
