package exemplar.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// The matrix of a run while it fills: items down, variants across, one state a cell. Written by
/// the threads of a run, read by a screen at its own pace; [#version] tells whether anything is
/// new.
///
/// Repeats of a cell are kept apart; [#state] shows the first one.
public final class Board implements Runner.Listener {
    private final Plan plan;
    private final Map<Cell, CellState> states = new HashMap<>();
    private final Map<Cell, StringBuilder> partial = new HashMap<>();
    private final AtomicLong version = new AtomicLong();
    private int ended;

    public Board(Plan plan) {
        this.plan = plan;
    }

    /// What the run asks.
    public Plan plan() {
        return plan;
    }

    /// Grows with every change.
    public long version() {
        return version.get();
    }

    /// Takes over what an earlier part of the run answered.
    public synchronized void restore(List<Trial> trials) {
        trials.forEach(t -> put(t.cell(), new CellState.Ended(t)));
    }

    /// Marks the cells that are about to be asked.
    public synchronized void queue(Set<Cell> done) {
        for (Cell cell : plan.cells()) {
            if (!done.contains(cell)) {
                put(cell, new CellState.Queued());
            }
        }
    }

    /// Takes back what was queued and never sent.
    public synchronized void unqueue() {
        states.entrySet().removeIf(e -> e.getValue() instanceof CellState.Queued);
        version.incrementAndGet();
    }

    @Override
    public synchronized void started(Cell cell) {
        partial.put(cell, new StringBuilder());
        put(cell, new CellState.Streaming(""));
    }

    @Override
    public synchronized void text(Cell cell, String piece) {
        partial.computeIfAbsent(cell, c -> new StringBuilder()).append(piece);
        version.incrementAndGet();
    }

    @Override
    public synchronized void waiting(Cell cell, Instant until, String reason) {
        partial.remove(cell);
        put(cell, new CellState.Waiting(until, reason));
    }

    @Override
    public synchronized void ended(Trial trial) {
        partial.remove(trial.cell());
        put(trial.cell(), new CellState.Ended(trial));
    }

    private void put(Cell cell, CellState state) {
        CellState before = states.put(cell, state);
        ended += state instanceof CellState.Ended ? 1 : 0;
        ended -= before instanceof CellState.Ended ? 1 : 0;
        version.incrementAndGet();
    }

    /// What the cell shows now.
    public synchronized CellState state(Cell cell) {
        StringBuilder text = partial.get(cell);
        return text != null
                ? new CellState.Streaming(text.toString())
                : states.getOrDefault(cell, new CellState.Empty());
    }

    /// What the first asking of an item by a variant shows now.
    public CellState state(Variant variant, String item) {
        return state(new Cell(variant, item, 0));
    }

    /// Number of cells that ended.
    public synchronized int endedCells() {
        return ended;
    }

    /// The trials that ended, in the plan's order.
    public synchronized List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (Cell cell : plan.cells()) {
            if (states.get(cell) instanceof CellState.Ended(Trial trial)) {
                trials.add(trial);
            }
        }
        return trials;
    }
}
