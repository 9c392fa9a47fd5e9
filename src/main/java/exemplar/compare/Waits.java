package exemplar.compare;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which cells of a run wait until they may be asked again, and why: what tells a run that stands
/// still because a server said so from one that hangs. Safe for many threads.
public final class Waits implements Runner.Listener {

    /// What waits at a moment.
    ///
    /// @param cells how many cells wait
    /// @param until when the first of them is asked again
    /// @param reason what the server said to that one
    public record Waiting(int cells, Instant until, String reason) {}

    private record Pause(Instant until, String reason) {}

    private final Map<Cell, Pause> pauses = new LinkedHashMap<>();

    @Override
    public void started(Cell cell) {
        over(cell);
    }

    @Override
    public void text(Cell cell, String piece) {
        over(cell);
    }

    @Override
    public synchronized void waiting(Cell cell, Instant until, String reason) {
        pauses.put(cell, new Pause(until, reason));
    }

    @Override
    public void ended(Trial trial) {
        over(trial.cell());
    }

    private synchronized void over(Cell cell) {
        pauses.remove(cell);
    }

    /// What waits now; a cell whose time has come is being asked again and waits no more.
    public synchronized Optional<Waiting> at(Instant now) {
        Optional<Pause> first = Optional.empty();
        int cells = 0;
        for (Pause pause : pauses.values()) {
            if (pause.until().isAfter(now)) {
                cells++;
                if (first.isEmpty() || pause.until().isBefore(first.get().until())) {
                    first = Optional.of(pause);
                }
            }
        }
        int number = cells;
        return first.map(p -> new Waiting(number, p.until(), p.reason()));
    }
}
