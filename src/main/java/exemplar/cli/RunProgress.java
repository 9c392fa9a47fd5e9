package exemplar.cli;

import exemplar.compare.Cell;
import exemplar.compare.Runner;
import exemplar.compare.Trial;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/// Says how far a run is.
final class RunProgress implements Runner.Listener {
    private final Console console;
    private final int total;
    private final Clock clock;
    private final long start;
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    RunProgress(Console console, int total, Clock clock) {
        this.console = console;
        this.total = total;
        this.clock = clock;
        this.start = clock.millis();
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
        double seconds = Math.max(0.001, (clock.millis() - start) / 1000.0);
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
