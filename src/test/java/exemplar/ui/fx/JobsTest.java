package exemplar.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final Jobs jobs = Jobs.sameThread();
    private final List<String> told = new ArrayList<>();

    @Test
    void whatComesOfAJobIsHandedOverAndTheJobLeavesTheList() {
        Job job =
                jobs.start(
                        "Counting",
                        reporter -> {
                            told.add("listed " + jobs.running().size());
                            reporter.at(3, 4, "three");
                            return 7;
                        },
                        n -> told.add("done " + n),
                        e -> told.add("failed"));
        assertThat(told).containsExactly("listed 1", "done 7");
        assertThat(jobs.running()).isEmpty();
        assertThat(job.state().get()).isEqualTo(Job.State.DONE);
        assertThat(job.share()).hasValue(0.75);
        assertThat(job.progress().get().message()).isEqualTo("three");
    }

    @Test
    void aFailureIsHandedOver() {
        Job job =
                jobs.start(
                        "Failing",
                        reporter -> {
                            throw new java.io.IOException("the disk is full");
                        },
                        n -> told.add("done"),
                        e -> told.add(e.getMessage()));
        assertThat(told).containsExactly("the disk is full");
        assertThat(job.state().get()).isEqualTo(Job.State.FAILED);
    }

    @Test
    void aCancelledJobIsInterruptedAndTellsNothing() {
        Job job =
                jobs.start(
                        "Waiting",
                        reporter -> {
                            jobs.cancelLatest();
                            Thread.sleep(Duration.ofHours(1));
                            return 1;
                        },
                        n -> told.add("done"),
                        e -> told.add("failed"));
        assertThat(told).isEmpty();
        assertThat(job.state().get()).isEqualTo(Job.State.CANCELLED);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void theTimeLeftFollowsFromTheRate() {
        List<Duration> left = new ArrayList<>();
        long[] now = {0};
        Jobs timed = Jobs.sameThread(() -> now[0]);
        Job job =
                timed.start(
                        "Timed",
                        reporter -> {
                            now[0] = 2_000_000_000L;
                            reporter.at(10, 40, "");
                            timed.running().getFirst().left().ifPresent(left::add);
                            return 0;
                        },
                        n -> {},
                        e -> {});
        assertThat(left).containsExactly(Duration.ofSeconds(6));
        assertThat(job.rate()).isEqualTo(5);
    }

    @Test
    void nothingIsUnderWayOnlyWhenWhatCameOfAJobWasTold() {
        List<Boolean> atRest = new ArrayList<>();
        jobs.background(
                () -> {
                    atRest.add(jobs.atRest());
                    return 7;
                },
                n -> atRest.add(jobs.atRest()),
                e -> {});
        jobs.background(
                () -> {
                    throw new java.io.IOException("no file");
                },
                n -> {},
                e -> atRest.add(jobs.atRest()));

        assertThat(atRest).containsExactly(false, false, false);
        assertThat(jobs.atRest()).isTrue();
    }

    @Test
    void workThatIsWaitedForIsHandedOverOnce() {
        jobs.computeSoon(
                Duration.ofSeconds(5), r -> 7, n -> told.add("done " + n), e -> told.add("failed"));
        jobs.computeSoon(
                Duration.ZERO,
                r -> {
                    throw new java.io.IOException("no");
                },
                n -> told.add("done " + n),
                e -> told.add(e.getMessage()));
        assertThat(told).containsExactly("done 7", "no");
    }
}
