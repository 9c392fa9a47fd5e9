package exemplar.ui.fx;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A piece of work that a person can watch and stop. Properties change on the screen's thread.
public final class Job {

    /// How a job stands.
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /// What is counted while it goes on.
    public enum Unit {
        /// Things of the study, such as cells or rows.
        THINGS,
        MEGABYTES,
        /// Shares of the whole that mean nothing by themselves.
        SHARES
    }

    /// How far it is.
    ///
    /// @param done units done
    /// @param total units in all; 0 when unknown
    /// @param message what it is about just now
    public record Progress(long done, long total, Unit unit, String message) {}

    /// Told by the work how far it is; from any thread, as often as it likes.
    @FunctionalInterface
    public interface Reporter {
        void at(Progress progress);

        /// So many things of so many.
        default void at(long done, long total, String message) {
            at(new Progress(done, total, Unit.THINGS, message));
        }
    }

    private static final Progress BEGUN = new Progress(0, 0, Unit.THINGS, "");

    private final String title;
    private final LongSupplier nanos;
    private final long started;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(BEGUN);
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private volatile Optional<Thread> thread = Optional.empty();
    private volatile boolean stopAsked;
    volatile Progress latest = BEGUN;

    /// @param nanos a count that only grows, unlike the time of day, which may be put back
    Job(String title, LongSupplier nanos) {
        this.title = title;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    public String title() {
        return title;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// Grows whenever anything shown of the job changed.
    public ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    /// Units a second since the start.
    public double rate() {
        double seconds = Math.max(0.001, (nanos.getAsLong() - started) / 1e9);
        return progress.get().done() / seconds;
    }

    /// Time left at the rate so far; empty while nothing is known.
    public Optional<Duration> left() {
        Progress p = progress.get();
        double rate = rate();
        return p.total() > 0 && p.done() > 0 && rate > 0
                ? Optional.of(Duration.ofMillis((long) (1000 * (p.total() - p.done()) / rate)))
                : Optional.empty();
    }

    /// Share done in [0, 1]; empty while the total is unknown.
    public OptionalDouble share() {
        Progress p = progress.get();
        return p.total() > 0
                ? OptionalDouble.of(Math.min(1, (double) p.done() / p.total()))
                : OptionalDouble.empty();
    }

    /// Stops the work by interrupting its thread; returns at once.
    public void cancel() {
        stopAsked = true;
        thread.ifPresent(Thread::interrupt);
    }

    boolean stopAsked() {
        return stopAsked;
    }

    void runningOn(Thread worker) {
        thread = Optional.of(worker);
        if (stopAsked) {
            worker.interrupt();
        }
    }

    void left(Thread worker) {
        thread = Optional.empty();
    }

    void show() {
        progress.set(latest);
        version.set(version.get() + 1);
    }

    void end(State how) {
        show();
        state.set(how);
    }
}
