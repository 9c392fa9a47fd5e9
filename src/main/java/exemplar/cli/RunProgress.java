package exemplar.cli;

import exemplar.compare.Cell;
import exemplar.compare.Runner;
import exemplar.compare.Trial;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// Says how far a run is.
final class RunProgress implements Runner.Listener {
    private final Console console;
    private final int total;
    private final LongSupplier nanos;
    private final long start;
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    RunProgress(Console console, int total) {
        this(console, total, System::nanoTime);
    }

    /// @param nanos a count that only grows, unlike the time of day, which may be put back
    RunProgress(Console console, int total, LongSupplier nanos) {
        this.console = console;
        this.total = total;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public void started(Cell cell) {}

    @Override
    public void text(Cell cell, String piece) {}

    @Override
    public void ended(Trial trial) {
        if (trial.state() == Trial.State.FAILED) {
            failed.incrementAndGet();
        }
        int n = ended.incrementAndGet();
        double seconds = Math.max(0.001, (nanos.getAsLong() - start) / 1e9);
        synchronized (console) {
            console.progress(
                    "%d of %d · %.1f/s · %.0f s left%s"
                            .formatted(
                                    n,
                                    total,
                                    n / seconds,
                                    (total - n) * seconds / n,
                                    failed.get() > 0
                                            ? " · %d failed".formatted(failed.get())
                                            : ""));
        }
    }
}
