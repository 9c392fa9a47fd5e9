package exemplar.cli;

import exemplar.compare.Cell;
import exemplar.compare.Runner;
import exemplar.compare.Trial;
import exemplar.compare.Waits;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// Says how far a run is, and what it waits for.
final class RunProgress implements Runner.Listener {
    private static final int SAID_A_SECOND = 25;

    private final Console console;
    private final int total;
    private final LongSupplier nanos;
    private final Clock clock;
    private final long start;
    private final Waits waits = new Waits();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    RunProgress(Console console, int total, Clock clock) {
        this(console, total, System::nanoTime, clock);
    }

    /// @param nanos a count that only grows, unlike the time of day, which may be put back
    RunProgress(Console console, int total, LongSupplier nanos, Clock clock) {
        this.console = console;
        this.total = total;
        this.nanos = nanos;
        this.clock = clock;
        this.start = nanos.getAsLong();
    }

    @Override
    public void started(Cell cell) {
        waits.started(cell);
    }

    @Override
    public void text(Cell cell, String piece) {
        waits.text(cell, piece);
    }

    @Override
    public void waiting(Cell cell, Instant until, String reason) {
        waits.waiting(cell, until, reason);
        say();
    }

    @Override
    public void ended(Trial trial) {
        waits.ended(trial);
        if (trial.state() == Trial.State.FAILED) {
            failed.incrementAndGet();
        }
        int n = ended.incrementAndGet();
        // Thousands a second are told in steps, as a terminal takes longer to write them all.
        int step = (int) Math.max(1, n / seconds() / SAID_A_SECOND);
        if (n % step == 0 || n == total) {
            say();
        }
    }

    /// Says how many trials were stored, and how long that took from the first question on.
    void sum() {
        int n = ended.get();
        if (n > 0) {
            console.say(
                    "%s stored in %.2f s, %,.1f a second"
                            .formatted(RunCommand.count(n, "trial"), seconds(), n / seconds()));
        }
    }

    private double seconds() {
        return Math.max(0.001, (nanos.getAsLong() - start) / 1e9);
    }

    private void say() {
        if (!console.live()) {
            return;
        }
        synchronized (console) {
            int n = ended.get();
            double seconds = seconds();
            String speed =
                    n > 0
                            ? " · %.1f/s · %.0f s left"
                                    .formatted(n / seconds, (total - n) * seconds / n)
                            : "";
            String failures = failed.get() > 0 ? " · %d failed".formatted(failed.get()) : "";
            String pause =
                    waits.at(clock.instant())
                            .map(w -> " · %d waiting: %s".formatted(w.cells(), w.reason()))
                            .orElse("");
            console.progress("%d of %d%s%s%s".formatted(n, total, speed, failures, pause));
        }
    }
}
