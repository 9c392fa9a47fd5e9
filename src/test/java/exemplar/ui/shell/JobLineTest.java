package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.ui.fx.Job;
import exemplar.ui.fx.Jobs;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JobLineTest {

    private static String words(Job.Progress progress) {
        AtomicLong now = new AtomicLong();
        Job job =
                Jobs.sameThread(now::get)
                        .start(
                                "Work",
                                reporter -> {
                                    now.set(TimeUnit.SECONDS.toNanos(10));
                                    reporter.at(progress);
                                    return 0;
                                },
                                n -> {},
                                e -> {});
        return JobLine.words(job);
    }

    @Test
    void megabytesHaveTheirUnitWhereTheyAreCounted() {
        assertThat(words(new Job.Progress(16, 98, Job.Unit.MEGABYTES, "")))
                .isEqualTo("16 of 98 MB · 1.6 MB/s · 51 s left");
    }

    @Test
    void sharesAreTheWholeInHundredths() {
        assertThat(words(new Job.Progress(250, 1000, Job.Unit.SHARES, "2,000 rows")))
                .isEqualTo("25 % · 30 s left · 2,000 rows");
    }

    @Test
    void thingsAreCounted() {
        assertThat(words(new Job.Progress(171, 240, Job.Unit.THINGS, "$0.00")))
                .isEqualTo("171 of 240 · 17.1/s · 4 s left · $0.00");
    }
}
