package exemplar.study.runs;

import exemplar.compare.Cell;
import exemplar.compare.Plan;
import exemplar.compare.Runner;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A run that is kept while it happens: a plan, its place in the store, and what is still missing.
///
/// @param run its id in the store
/// @param done cells answered already; failed and stopped ones are asked again
public record Execution(RunStore store, long run, Plan plan, Set<Cell> done) {

    public Execution {
        done = Set.copyOf(done);
    }

    /// A new run of the plan.
    public static Execution begin(RunStore store, Plan plan, Instant now) throws IOException {
        return new Execution(store, store.begin(plan, now), plan, Set.of());
    }

    /// An earlier run, to ask what is missing of it.
    ///
    /// @param items finds a test item by its id, or nothing where it was deleted since
    public static Execution resume(
            RunStore store, RunInfo run, Function<String, List<Example>> items) throws IOException {
        List<Variant> variants = new ArrayList<>();
        run.designs().forEach(d -> run.models().forEach(m -> variants.add(new Variant(d, m))));
        List<Example> asked = run.items().stream().flatMap(i -> items.apply(i).stream()).toList();
        return new Execution(
                store, run.id(), new Plan(variants, asked, run.repeats()), store.done(run.id()));
    }

    /// Number of cells that will be asked.
    public int missing() {
        return (int) plan.cells().stream().filter(c -> !done.contains(c)).count();
    }

    /// Asks what is missing. A trial is in the store before the listener hears of it.
    ///
    /// @return whether everything was asked; false after an interrupt
    /// @throws UncheckedIOException when a trial could not be kept; nothing more is asked then
    public boolean run(Runner runner, int parallel, Runner.Listener listener) {
        return runner.run(plan, done, parallel, new Keeping(listener));
    }

    private final class Keeping implements Runner.Listener {
        private final Runner.Listener next;

        Keeping(Runner.Listener next) {
            this.next = next;
        }

        @Override
        public void started(Cell cell) {
            next.started(cell);
        }

        @Override
        public void text(Cell cell, String piece) {
            next.text(cell, piece);
        }

        @Override
        public void waiting(Cell cell, Instant until, String reason) {
            next.waiting(cell, until, reason);
        }

        @Override
        public void ended(Trial trial) {
            try {
                store.append(run, trial);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            next.ended(trial);
        }
    }
}
