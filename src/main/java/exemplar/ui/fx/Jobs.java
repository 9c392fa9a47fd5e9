package exemplar.ui.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one bridge between blocking work and the screen. Work runs on a virtual thread (waiting
/// work) or on a bounded pool (computing work); what comes of it is handed over on the screen's
/// thread. Cancelling is interrupting.
public final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /// Work that gives a value. May block, must heed interrupts.
    @FunctionalInterface
    public interface Work<T> {
        T run(Job.Reporter reporter) throws Exception;
    }

    private final Executor waiting;
    private final Executor computing;
    private final Screen screen;
    private final LongSupplier nanos;
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    private final AtomicInteger underWay = new AtomicInteger();

    private Jobs(Executor waiting, Executor computing, Screen screen, LongSupplier nanos) {
        this.waiting = waiting;
        this.computing = computing;
        this.screen = screen;
        this.nanos = nanos;
    }

    /// Jobs of the running program.
    public static Jobs onToolkit() {
        int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
        ExecutorService computing =
                Executors.newFixedThreadPool(
                        cores, Thread.ofPlatform().daemon().name("compute-", 0).factory());
        return new Jobs(
                work -> Thread.ofVirtual().name("job").start(work),
                computing,
                Screen.TOOLKIT,
                System::nanoTime);
    }

    /// Jobs that are over when they have been started, for tests.
    public static Jobs sameThread() {
        return sameThread(System::nanoTime);
    }

    /// Jobs on the calling thread with a count of nanoseconds of one's own, for tests.
    public static Jobs sameThread(LongSupplier nanos) {
        return new Jobs(Runnable::run, Runnable::run, Screen.SAME_THREAD, nanos);
    }

    /// Jobs whose waiting work is over when it has been started and whose computing work is done
    /// when the executor does it, for tests of what overtakes what.
    public static Jobs computingOn(Executor computing) {
        return new Jobs(Runnable::run, computing, Screen.SAME_THREAD, System::nanoTime);
    }

    /// The jobs under way that a person should see, oldest first; on the screen's thread.
    public ObservableList<Job> running() {
        return running;
    }

    /// Whether nothing at all is under way, listed or not: what is on the screen will not change by
    /// itself. For any thread.
    public boolean atRest() {
        return underWay.get() == 0;
    }

    /// The screen's thread.
    public Screen screen() {
        return screen;
    }

    /// Starts waiting work (files, network, a model) that is listed in the status bar.
    ///
    /// @param done gets the value, on the screen's thread
    /// @param failed gets the reason, on the screen's thread; not called after a cancellation
    public <T> Job start(String title, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Job job = new Job(title, nanos);
        screen.run(() -> running.add(job));
        launch(waiting, job, work, done, failed);
        return job;
    }

    /// Starts waiting work that is not listed, such as a look at a file.
    public <T> Job background(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Job job = new Job("", nanos);
        launch(waiting, job, r -> work.call(), done, failed);
        return job;
    }

    /// Cancels the listed job that was started last; whether there was one.
    public boolean cancelLatest() {
        if (running.isEmpty()) {
            return false;
        }
        running.getLast().cancel();
        return true;
    }

    /// Starts computing work of a fraction of a second that is not listed.
    public <T> Job compute(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Job job = new Job("", nanos);
        launch(computing, job, work, done, failed);
        return job;
    }

    /// Starts computing work that is mostly over in a moment, and waits for it that long: what
    /// comes of it then is on the screen with what is drawn next, instead of a frame later. Work
    /// that takes longer is handed over when it is done. To be called on the screen's thread.
    public <T> Job computeSoon(
            Duration patience, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Job job = new Job("", nanos);
        CompletableFuture<Runnable> over = new CompletableFuture<>();
        AtomicBoolean taken = new AtomicBoolean();
        launch(
                computing,
                job,
                work,
                done,
                failed,
                end -> {
                    over.complete(end);
                    screen.run(() -> {
                        if (taken.compareAndSet(false, true)) {
                            end.run();
                        }
                    });
                });
        try {
            Runnable end = over.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (taken.compareAndSet(false, true)) {
                end.run();
            }
        } catch (TimeoutException e) {
            LOG.trace("handed over later");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return job;
    }

    private <T> void launch(
            Executor executor,
            Job job,
            Work<T> work,
            Consumer<T> done,
            Consumer<Exception> failed) {
        launch(executor, job, work, done, failed, screen::run);
    }

    /// @param handOver takes what is to be run on the screen's thread at the end
    private <T> void launch(
            Executor executor,
            Job job,
            Work<T> work,
            Consumer<T> done,
            Consumer<Exception> failed,
            Consumer<Runnable> handOver) {
        Runnable show = screen.coalesced(job::show);
        underWay.incrementAndGet();
        executor.execute(() -> {
            job.runningOn(Thread.currentThread());
            try {
                T value =
                        work.run(progress -> {
                            job.latest = progress;
                            show.run();
                        });
                finish(
                        handOver,
                        job,
                        job.stopAsked() ? Job.State.CANCELLED : Job.State.DONE,
                        () -> done.accept(value));
            } catch (InterruptedException e) {
                finish(handOver, job, Job.State.CANCELLED, () -> {});
            } catch (Exception e) {
                if (job.stopAsked()) {
                    finish(handOver, job, Job.State.CANCELLED, () -> {});
                } else {
                    LOG.debug("job {} failed", job.title(), e);
                    finish(handOver, job, Job.State.FAILED, () -> failed.accept(e));
                }
            } finally {
                job.left(Thread.currentThread());
                // A pooled thread must not carry the interrupt into the next job.
                Thread.interrupted();
            }
        });
    }

    private void finish(Consumer<Runnable> handOver, Job job, Job.State state, Runnable tell) {
        handOver.accept(() -> {
            running.remove(job);
            job.end(state);
            try {
                tell.run();
            } finally {
                // Only now, as what it tells may start more.
                underWay.decrementAndGet();
            }
        });
    }
}
