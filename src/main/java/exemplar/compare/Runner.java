package exemplar.compare;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Sampling;
import exemplar.compare.Judgement.Verdict;
import exemplar.model.Example;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Asks the cells of a plan and judges the answers.
///
/// Cells are taken in order by as many virtual threads as the caller allows; repeats of a question
/// go in one request where the model gives several answers to one. An interrupt of the calling
/// thread stops sending at once, ends what is under way as cancelled and keeps everything that had
/// arrived.
public final class Runner {
    /// Most repeats of one question that are asked together.
    private static final int MOST = 1000;

    private final Ask ask;
    private final Prepared.Source prompts;
    private final Judge judge;
    private final Clock clock;

    public Runner(Ask ask, Prepared.Source prompts, Judge judge, Clock clock) {
        this.ask = ask;
        this.prompts = prompts;
        this.judge = judge;
        this.clock = clock;
    }

    /// Hears what happens, on the thread of the cell.
    public interface Listener {
        /// The cell is being asked.
        void started(Cell cell);

        /// A further piece of its answer.
        void text(Cell cell, String piece);

        /// Nothing is sent for it before then, and why.
        default void waiting(Cell cell, Instant until, String reason) {}

        /// It ended. Called once for each started cell; when it returns, the trial is taken as
        /// kept.
        void ended(Trial trial);
    }

    /// Asks all cells that are not done yet. Where a model answers nobody, as its quota or the
    /// budget is used up, the key is refused or it is not there, its further cells are left
    /// unasked.
    ///
    /// @param done cells to leave out, as they were answered in an earlier part of this run
    /// @param parallel most cells at a time
    /// @return whether every cell was taken; false after an interrupt, whose status stays set
    public boolean run(Plan plan, Set<Cell> done, int parallel, Listener listener) {
        Map<String, Example> items = new HashMap<>();
        plan.items().forEach(i -> items.put(i.id(), i));
        Set<String> closed = ConcurrentHashMap.newKeySet();
        return Workers.each(
                questions(plan, done),
                parallel,
                cells -> {
                    Example item = items.get(cells.getFirst().item());
                    if (item != null) {
                        new Asking(item, closed, listener).ask(cells);
                    }
                });
    }

    /// The cells that are missing; those of one model and item that differ only in a run of repeats
    /// stand together where the model may be asked for them at once.
    private List<List<Cell>> questions(Plan plan, Set<Cell> done) {
        List<List<Cell>> questions = new ArrayList<>();
        Map<Cell, List<Cell>> open = new HashMap<>();
        Map<String, Boolean> several = new HashMap<>();
        for (Cell cell : plan.cells()) {
            Cell first = new Cell(cell.variant(), cell.item(), 0);
            if (done.contains(cell)) {
                open.remove(first);
            } else if (plan.repeats() == 1
                    || !several.computeIfAbsent(
                            cell.variant().model(), m -> ask.several(m, Sampling.drawn(1)))) {
                questions.add(List.of(cell));
            } else {
                List<Cell> begun = open.get(first);
                if (begun == null || begun.size() == MOST) {
                    begun = new ArrayList<>();
                    open.put(first, begun);
                    questions.add(begun);
                }
                begun.add(cell);
            }
        }
        return questions;
    }

    /// Tells a listener what is heard of a cell.
    private record Heard(Cell cell, Listener listener, Clock clock) implements Answerer.Sink {
        @Override
        public void text(String piece) {
            listener.text(cell, piece);
        }

        @Override
        public void waiting(Duration wait, Fault reason) {
            listener.waiting(cell, clock.instant().plus(wait), reason.message());
        }
    }

    /// Asks the cells of one question.
    private final class Asking {
        private final Example item;
        private final Set<String> closed;
        private final Listener listener;

        Asking(Example item, Set<String> closed, Listener listener) {
            this.item = item;
            this.closed = closed;
            this.listener = listener;
        }

        void ask(List<Cell> cells) {
            Cell first = cells.getFirst();
            if (closed.contains(first.variant().model())) {
                return;
            }
            long start = System.nanoTime();
            switch (prompts.prepare(first.variant().design(), first.item())) {
                case Prepared.Refused(String reason) ->
                        cells.forEach(cell -> {
                            listener.started(cell);
                            listener.ended(
                                    trial(
                                            cell,
                                            Trial.State.FAILED,
                                            "",
                                            "",
                                            List.of(),
                                            reason,
                                            start));
                        });
                case Prepared.Ready(Prepared prepared) -> {
                    if (cells.size() > 1
                            && ask.several(first.variant().model(), prepared.sampling())) {
                        together(cells, prepared, start);
                    } else {
                        eachAlone(cells, prepared);
                    }
                }
            }
        }

        private void eachAlone(List<Cell> cells, Prepared prepared) {
            for (Cell cell : cells) {
                listener.started(cell);
                long start = System.nanoTime();
                String model = cell.variant().model();
                end(
                        cell,
                        prepared,
                        ask.ask(
                                model,
                                prepared.input(),
                                prepared.sampling(),
                                cell.repeat(),
                                new Heard(cell, listener, clock)),
                        start);
                if (closed.contains(model) || Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }

        /// One request for all; the fault that ends it is that of every cell without an answer.
        private void together(List<Cell> cells, Prepared prepared, long start) {
            cells.forEach(listener::started);
            Cell first = cells.getFirst();
            List<Outcome> outcomes =
                    ask.askSeveral(
                            first.variant().model(),
                            prepared.input(),
                            prepared.sampling(),
                            first.repeat(),
                            cells.size());
            for (int i = 0; i < cells.size(); i++) {
                Outcome outcome =
                        i < outcomes.size()
                                ? outcomes.get(i)
                                : new Outcome.Failed(
                                        ((Outcome.Failed) outcomes.getLast()).fault(), "");
                end(cells.get(i), prepared, outcome, start);
            }
        }

        private void end(Cell cell, Prepared prepared, Outcome outcome, long start) {
            if (outcome instanceof Outcome.Failed(Fault fault, String partial) && isForAll(fault)) {
                closed.add(cell.variant().model());
            }
            listener.ended(settle(cell, item, prepared, outcome, start));
        }
    }

    /// Whether any other question would fail in the same way.
    private static boolean isForAll(Fault fault) {
        return fault instanceof Fault.Exhausted
                || fault instanceof Fault.Auth
                || fault instanceof Fault.ModelMissing;
    }

    private Trial settle(Cell cell, Example item, Prepared prepared, Outcome outcome, long start) {
        return switch (outcome) {
            case Outcome.Answered(var reply) ->
                    new Trial(
                            cell,
                            Trial.State.DONE,
                            reply.text(),
                            judge.judge(reply.text(), item.gold()),
                            prepared.hash(),
                            prepared.demonstrations(),
                            reply.promptTokens().orElse(-1),
                            reply.answerTokens().orElse(-1),
                            reply.latency().toMillis(),
                            "",
                            reply.exchange().request(),
                            reply.exchange().reply(),
                            clock.instant(),
                            reply.cached());
            case Outcome.Failed(var fault, var partial) ->
                    trial(
                            cell,
                            fault instanceof Fault.Cancelled
                                    ? Trial.State.CANCELLED
                                    : Trial.State.FAILED,
                            partial,
                            prepared.hash(),
                            prepared.demonstrations(),
                            fault.message(),
                            start);
        };
    }

    private Trial trial(
            Cell cell,
            Trial.State state,
            String answer,
            String hash,
            List<String> demonstrations,
            String fault,
            long start) {
        return new Trial(
                cell,
                state,
                answer,
                new Judgement("", Verdict.UNPARSED, 0),
                hash,
                demonstrations,
                -1,
                -1,
                (System.nanoTime() - start) / 1_000_000,
                fault,
                "",
                "",
                clock.instant());
    }
}
