package exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;

    private History history(int pool, long memory) {
        return new History(Sample.study(pool), Keeper.NOWHERE, clock, memory);
    }

    private static String text(History history, int row) {
        return history.study().pool().get(row).field("text");
    }

    @Test
    void undo_and_redo_walk_over_the_whole_study_and_say_what_they_do() {
        History history = history(10, 1 << 20);
        Study first = history.study();
        history.apply(Sample.text(3, "changed"));
        history.apply(Edit.of("rename study", s -> s.withName("new name")));

        assertThat(history.undoLabel()).contains("rename study");
        history.undo();
        assertThat(history.redoLabel()).contains("rename study");
        assertThat(history.study().name()).isEqualTo("sample");
        history.undo();
        assertThat(history.study()).isSameAs(first);
        assertThat(history.undo()).isInstanceOf(Applied.Nothing.class);
        history.redo();
        history.redo();
        assertThat(history.study().name()).isEqualTo("new name");
        assertThat(text(history, 3)).isEqualTo("changed");
        assertThat(history.redo()).isInstanceOf(Applied.Nothing.class);
    }

    @Test
    void an_edit_after_undo_ends_what_could_be_redone() {
        History history = history(10, 1 << 20);
        history.apply(Sample.text(3, "a"));
        history.undo();
        history.apply(Sample.text(3, "b"));

        assertThat(history.redoLabel()).isEmpty();
        assertThat(text(history, 3)).isEqualTo("b");
    }

    @Test
    void typing_is_one_step_until_a_pause_or_another_place() {
        History history = history(10, 1 << 20);
        type(history, "field 3", 3, "h");
        now = now.plusMillis(300);
        type(history, "field 3", 3, "he");
        now = now.plus(Duration.ofSeconds(5));
        type(history, "field 3", 3, "hey");
        type(history, "field 4", 4, "x");

        history.undo();
        history.undo();
        assertThat(text(history, 3)).isEqualTo("he");
        history.undo();
        assertThat(text(history, 3)).isEqualTo("text number 3");
    }

    private static void type(History history, String key, int row, String text) {
        history.apply(Edit.typing("typing", key, Sample.text(row, text).change()));
    }

    @Test
    void typing_after_undo_is_a_step_of_its_own() {
        History history = history(10, 1 << 20);
        type(history, "k", 3, "a");
        history.apply(Sample.text(4, "other"));
        history.undo();
        type(history, "k", 3, "ab");
        history.undo();

        assertThat(text(history, 3)).isEqualTo("a");
    }

    @Test
    void the_oldest_steps_go_when_memory_is_used_up() {
        History history = history(10, 500_000);
        for (int i = 0; i < 20; i++) {
            history.apply(Sample.text(1, i + "x".repeat(50_000)));
        }
        int steps = 0;
        while (history.undo() instanceof Applied.Done) {
            steps++;
        }
        assertThat(steps).isBetween(2, 8);
        assertThat(text(history, 1)).isNotEqualTo("text number 1");
    }

    @Test
    void a_listener_may_not_edit() {
        History history = history(10, 1 << 20);
        history.subscribe(change -> history.apply(Sample.text(1, "nested")));

        assertThatThrownBy(() -> history.apply(Sample.text(0, "outer")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("listener");
        assertThat(text(history, 1)).isEqualTo("text number 1");
    }

    @Test
    void another_thread_may_not_edit() throws Exception {
        History history = history(10, 1 << 20);
        history.apply(Sample.text(0, "mine"));
        List<Throwable> thrown = new ArrayList<>();
        Thread other =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                history.apply(Sample.text(1, "theirs"));
                            } catch (IllegalStateException e) {
                                thrown.add(e);
                            }
                        });
        other.join();

        assertThat(thrown).hasSize(1);
    }

    @Test
    void listeners_hear_what_changed_and_where_until_they_leave() {
        History history = history(10, 1 << 20);
        List<Change> heard = new ArrayList<>();
        Subscription subscription = history.subscribe(heard::add);
        history.apply(Sample.text(3, "changed"));
        BitSet rows = new BitSet();
        rows.set(5, 7);
        history.apply(Edit.of("delete", s -> s.withPool(s.pool().removed(rows))));
        history.undo();
        subscription.close();
        history.undo();

        assertThat(heard)
                .extracting(c -> c.pool().orElseThrow())
                .containsExactly(new Patch.Rows(3, 1), new Patch.Rows(5, 0), new Patch.Rows(5, 2));
        assertThat(heard.getLast().cause()).isEqualTo(Change.Cause.UNDO);
        assertThat(heard.getFirst().tests()).isEmpty();
    }

    @Test
    void an_edit_that_cannot_be_kept_is_not_made() {
        Keeper full =
                (before, after, label) -> {
                    throw new IOException("The disk is full.");
                };
        Study study = Sample.study(3);
        History history = new History(study, full, clock, 1 << 20);

        assertThat(history.apply(Sample.text(0, "x")))
                .isEqualTo(new Applied.Refused("The disk is full."));
        assertThat(history.study()).isSameAs(study);
        assertThat(history.undoLabel()).isEmpty();
    }
}
