package exemplar.ui.compare;

import exemplar.backend.cost.Budget;
import exemplar.compare.Board;
import exemplar.compare.Cell;
import exemplar.compare.Runner;
import exemplar.compare.Trial;
import exemplar.compare.Waits;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Tells the board and the status bar: how far, what it cost, what failed, and what it waits for.
final class RunProgress implements Runner.Listener {
    private final Board board;
    private final int total;
    private final Optional<Budget> budget;
    private final Clock clock;
    private final Job.Reporter reporter;
    private final Waits waits = new Waits();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    RunProgress(
            Board board, int total, Optional<Budget> budget, Clock clock, Job.Reporter reporter) {
        this.board = board;
        this.total = total;
        this.budget = budget;
        this.clock = clock;
        this.reporter = reporter;
    }

    void report() {
        List<String> words = new ArrayList<>();
        budget.ifPresent(b -> words.add(Texts.of("compare.spent", b.spent())));
        if (failed.get() > 0) {
            words.add(Texts.of("compare.verdict.failed.n", failed.get()));
        }
        waits.at(clock.instant())
                .ifPresent(w -> words.add(Texts.of("compare.job.waits", w.cells(), w.reason())));
        reporter.at(done.get(), total, String.join(" · ", words));
    }

    @Override
    public void started(Cell cell) {
        waits.started(cell);
        board.started(cell);
    }

    @Override
    public void text(Cell cell, String piece) {
        waits.text(cell, piece);
        board.text(cell, piece);
    }

    @Override
    public void waiting(Cell cell, Instant until, String reason) {
        waits.waiting(cell, until, reason);
        board.waiting(cell, until, reason);
        report();
    }

    @Override
    public void ended(Trial trial) {
        waits.ended(trial);
        board.ended(trial);
        switch (trial.state()) {
            case DONE -> done.incrementAndGet();
            case FAILED -> {
                done.incrementAndGet();
                failed.incrementAndGet();
            }
            // Stopped is not done: it is asked again when the run goes on.
            case CANCELLED -> {}
        }
        report();
    }
}
