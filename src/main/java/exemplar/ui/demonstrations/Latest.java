package exemplar.ui.demonstrations;

import exemplar.ui.fx.Job;
import exemplar.ui.fx.Jobs;
import java.util.Optional;
import java.util.function.Consumer;

/// Work of which only the newest counts: starting it again ends what went on, and nothing of that
/// is told any more. For the thread of the screen.
final class Latest {
    private final Jobs jobs;
    private Optional<Job> running = Optional.empty();
    private long round;

    Latest(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Starts computing work in place of what goes on.
    ///
    /// @param title listed under that name; empty for work of a fraction of a second
    <T> void start(String title, Jobs.Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        cancel();
        long mine = round;
        Consumer<T> told =
                value -> {
                    if (round == mine) {
                        done.accept(value);
                    }
                };
        Consumer<Exception> trouble =
                exception -> {
                    if (round == mine) {
                        failed.accept(exception);
                    }
                };
        Job started =
                title.isEmpty()
                        ? jobs.compute(work, told, trouble)
                        : jobs.start(title, work, told, trouble);
        if (round == mine && started.state().get() == Job.State.RUNNING) {
            running = Optional.of(started);
        }
    }

    /// Whether something goes on.
    boolean isRunning() {
        return running.filter(job -> job.state().get() == Job.State.RUNNING).isPresent();
    }

    /// Ends what goes on.
    void cancel() {
        round++;
        running.ifPresent(Job::cancel);
        running = Optional.empty();
    }
}
