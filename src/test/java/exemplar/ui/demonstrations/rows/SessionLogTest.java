package exemplar.ui.demonstrations.rows;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.study.Change;
import exemplar.study.Examples;
import exemplar.study.Study;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionLogTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Task TASK =
            new Task(Task.Kind.GENERATE, List.of("q"), "a", List.of(), "", List.of());

    private final SessionLog log = new SessionLog(Side.POOL);
    private Study study =
            Study.of("s", TASK)
                    .withPool(Examples.of(List.of(example("a", "1"), example("b", "1"))));

    private static Example example(String id, String text) {
        return Example.of(id, Map.of("q", text), "");
    }

    private void change(String label, Examples pool, int seconds) {
        Study after = study.withPool(pool);
        log.note(Change.between(study, after, label, Change.Cause.EDIT), NOON.plusSeconds(seconds));
        study = after;
    }

    @Test
    void onlyWhatTouchedTheExampleIsTold() {
        change("edit a", study.pool().with(0, example("a", "2")), 0);
        change("edit b", study.pool().with(1, example("b", "2")), 5);
        assertThat(log.of("a", 0)).extracting(SessionLog.Event::label).containsExactly("edit a");
        assertThat(log.of("a", 0).getFirst().before()).contains(example("a", "1"));
    }

    @Test
    void anExampleIsFollowedWhenRowsMove() {
        change("edit b", study.pool().with(1, example("b", "2")), 0);
        change("add", study.pool().inserted(0, List.of(example("c", "1"))), 5);
        assertThat(log.of("b", 2)).extracting(SessionLog.Event::label).containsExactly("edit b");
        assertThat(log.of("c", 0).getFirst().before()).isEmpty();
    }

    @Test
    void typingWithoutAPauseIsOneEvent() {
        change("edit q", study.pool().with(0, example("a", "2")), 0);
        Study between = study;
        Study after = between.withPool(between.pool().with(0, example("a", "23")));
        log.note(Change.between(between, after, "edit q", Change.Cause.EDIT), NOON.plusMillis(300));
        assertThat(log.of("a", 0)).hasSize(1);
        assertThat(log.of("a", 0).getFirst().before()).contains(example("a", "1"));
    }
}
