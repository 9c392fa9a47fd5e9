package exemplar.compare;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.compare.Judgement.Verdict;
import exemplar.model.Example;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Asks the cells of a plan and judges the answers.
///
/// Cells are taken in order by as many virtual threads as the caller allows. An interrupt of the
/// calling thread stops sending at once, ends what is under way as cancelled and keeps everything
/// that had arrived.
public final class Runner {
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

    /// Asks all cells that are not done yet. Where a model's quota or the budget is used up, its
    /// further cells are left unasked.
    ///
    /// @param done cells to leave out, as they were answered in an earlier part of this run
    /// @param parallel most cells at a time
    /// @return whether every cell was taken; false after an interrupt, whose status stays set
    public boolean run(Plan plan, Set<Cell> done, int parallel, Listener listener) {
        List<Cell> cells = plan.cells().stream().filter(c -> !done.contains(c)).toList();
        Map<String, Example> items = new HashMap<>();
        plan.items().forEach(i -> items.put(i.id(), i));
        Set<String> exhausted = ConcurrentHashMap.newKeySet();
        return Workers.each(
                cells,
                parallel,
                cell -> {
                    Example item = items.get(cell.item());
                    if (item != null && !exhausted.contains(cell.variant().model())) {
                        listener.started(cell);
                        listener.ended(ask(cell, item, exhausted, listener));
                    }
                });
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

    private Trial ask(Cell cell, Example item, Set<String> exhausted, Listener listener) {
        long start = clock.millis();
        return switch (prompts.prepare(cell.variant().design(), cell.item())) {
            case Prepared.Refused(String reason) ->
                    trial(cell, Trial.State.FAILED, "", "", List.of(), reason, start);
            case Prepared.Ready(Prepared prepared) -> {
                Request.Input input = prepared.input();
                Outcome outcome =
                        ask.ask(
                                cell.variant().model(),
                                input,
                                prepared.sampling(),
                                cell.repeat(),
                                new Heard(cell, listener, clock));
                if (outcome instanceof Outcome.Failed(Fault fault, String partial)
                        && fault instanceof Fault.Exhausted) {
                    exhausted.add(cell.variant().model());
                }
                yield settle(cell, item, prepared, outcome, start);
            }
        };
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
                clock.millis() - start,
                fault,
                "",
                "",
                clock.instant());
    }
}
