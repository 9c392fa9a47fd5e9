package exemplar.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.cost.Budget;
import exemplar.compare.ATrial;
import exemplar.compare.Board;
import exemplar.compare.Cell;
import exemplar.compare.Plan;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.ui.fx.Job;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Variant FAR = new Variant("few", "far");
    private static final Cell FIRST = new Cell(FAR, "a", 0);
    private static final Cell SECOND = new Cell(FAR, "b", 0);

    private final List<Job.Progress> told = new ArrayList<>();

    private RunProgress progress(Optional<Budget> budget) {
        List<Example> items =
                List.of(Example.of("a", Map.of(), "joy"), Example.of("b", Map.of(), "joy"));
        return new RunProgress(
                new Board(new Plan(List.of(FAR), items, 1)),
                2,
                budget,
                Clock.fixed(NOON, ZoneOffset.UTC),
                told::add);
    }

    private static Trial ended(Cell cell, Trial.State state) {
        return ATrial.of(cell).ended(state).at(NOON).made();
    }

    @Test
    void theStatusBarSaysWhyARunStandsStill() {
        RunProgress progress = progress(Optional.empty());
        progress.started(FIRST);
        progress.started(SECOND);
        progress.waiting(FIRST, NOON.plusSeconds(8), "Too many requests.");
        progress.waiting(SECOND, NOON.plusSeconds(9), "Busy.");
        assertThat(told.getLast())
                .isEqualTo(new Job.Progress(0, 2, Job.Unit.THINGS, "2 wait: Too many requests."));
        progress.ended(ended(FIRST, Trial.State.DONE));
        assertThat(told.getLast())
                .isEqualTo(new Job.Progress(1, 2, Job.Unit.THINGS, "1 waits: Busy."));
        progress.ended(ended(SECOND, Trial.State.DONE));
        assertThat(told.getLast()).isEqualTo(new Job.Progress(2, 2, Job.Unit.THINGS, ""));
    }

    @Test
    void whatWasStoppedIsNotDone() {
        RunProgress progress = progress(Optional.empty());
        progress.ended(ended(FIRST, Trial.State.DONE));
        progress.ended(ended(SECOND, Trial.State.CANCELLED));
        assertThat(told.getLast()).isEqualTo(new Job.Progress(1, 2, Job.Unit.THINGS, ""));
    }

    @Test
    void whatFailedIsCountedBesideWhatItCost() {
        RunProgress progress = progress(Optional.of(new Budget(1)));
        progress.ended(ended(FIRST, Trial.State.FAILED));
        assertThat(told.getLast().message()).isEqualTo("$0.0000 · 1 failed");
    }
}
