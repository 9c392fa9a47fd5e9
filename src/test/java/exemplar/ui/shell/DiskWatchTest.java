package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.study.folder.Conflict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiskWatchTest {
    private static final String MINE =
            "{\"id\":\"d-1\",\"fields\":{\"text\":\"x\"},\"gold\":\"joy\"}";

    private static String sentence(String what, String mine, String theirs) {
        return DiskWatch.sentence(
                new Conflict(
                        "pool.jsonl",
                        what,
                        Optional.empty(),
                        Optional.of(mine).filter(m -> !m.isEmpty()),
                        Optional.of(theirs).filter(t -> !t.isEmpty())));
    }

    @Test
    void aConflictSaysWhatReadsDifferentlyOnEitherSide() {
        assertThat(sentence("d-1", MINE, MINE.replace("joy", "anger")))
                .isEqualTo("d-1, gold “joy” here and “anger” there");
        assertThat(sentence("d-1", MINE, MINE.replace("joy", "anger").replace("\"x\"", "\"y\"")))
                .isEqualTo("d-1, text “x” here and “y” there and one more difference");
    }

    @Test
    void aLongTextIsToldByItsBeginning() {
        assertThat(sentence("d-1", MINE, MINE.replace("\"x\"", "\"" + "y".repeat(99) + "\"")))
                .isEqualTo("d-1, text “x” here and “" + "y".repeat(59) + "…” there");
    }

    @Test
    void whatOneSideRemovedIsSaidToBeRemovedThere() {
        assertThat(sentence("d-1", MINE, "")).isEqualTo("d-1, removed there");
        assertThat(sentence("d-1", "", MINE)).isEqualTo("d-1, removed here");
    }

    @Test
    void whatHasNoMembersIsNamedOnly() {
        assertThat(sentence("task.instruction", "\"One\"", "\"Two\""))
                .isEqualTo("task.instruction");
    }
}
