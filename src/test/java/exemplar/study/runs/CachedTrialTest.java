package exemplar.study.runs;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.compare.ATrial;
import exemplar.compare.Plan;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedTrialTest {
    private static final Variant VARIANT = new Variant("zero", "mock");
    private static final Plan PLAN =
            new Plan(List.of(VARIANT), List.of(Example.of("t-1", Map.of("text", "a"), "joy")), 1);

    @TempDir Path study;

    private static Trial trial(boolean cached) {
        return ATrial.of(VARIANT, "t-1").exchanged("request", "reply").cached(cached).made();
    }

    @Test
    void aTrialRemembersThatItCameFromTheCache() throws Exception {
        try (RunStore store = RunStore.open(study)) {
            long run = store.begin(PLAN, Instant.EPOCH);
            store.append(run, trial(true));
            store.append(run, trial(false));
            assertThat(store.outlines(run)).extracting(Trial::cached).containsExactly(true, false);
            assertThat(store.trials(run).getFirst()).isEqualTo(trial(true));
        }
    }

    @Test
    void runsOfAnEarlierVersionAreReadAndGoOn() throws Exception {
        long run;
        try (RunStore store = RunStore.open(study)) {
            run = store.begin(PLAN, Instant.EPOCH);
            store.append(run, trial(false));
        }
        try (Connection c =
                        DriverManager.getConnection("jdbc:sqlite:" + study.resolve(RunStore.FILE));
                Statement s = c.createStatement()) {
            s.executeUpdate("alter table trials drop column cached");
        }
        try (RunStore store = RunStore.open(study)) {
            store.append(run, trial(true));
            assertThat(store.outlines(run)).extracting(Trial::cached).containsExactly(false, true);
        }
    }
}
