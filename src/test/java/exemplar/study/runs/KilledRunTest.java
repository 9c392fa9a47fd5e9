package exemplar.study.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class KilledRunTest {
    @TempDir Path home;

    @Test
    void everyAnswerThatArrivedIsThereAfterAKillAndNoneIsPaidTwice() throws Exception {
        KilledRun run = KilledRun.of(home, 4, 120, 11);
        assertThat(run.kills()).isEqualTo(4);
        assertThat(run.acknowledged()).isPositive();
        assertThat(run.lost()).isZero();
        assertThat(run.missing()).isZero();
        assertThat(run.paidTwice()).isZero();
        assertThat(run.requests() - run.cells())
                .describedAs("only what was under way at a kill is asked again")
                .isBetween(0, run.kills() * KilledRunChild.PARALLEL);
    }
}
