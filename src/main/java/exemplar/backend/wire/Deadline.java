package exemplar.backend.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// A moment by which something must have happened. One thread looks at all of them forty times a
/// second: a timer for each wait would cost more than the wait is worth, as a stream has one a
/// piece.
///
/// Told on the monotonic clock. Late by up to 25 ms, never early.
final class Deadline implements AutoCloseable {
    private static final long EVERY_NANOS = 25_000_000;
    private static final Set<Deadline> RUNNING = ConcurrentHashMap.newKeySet();

    private final long due;
    private final Runnable late;

    private Deadline(long due, Runnable late) {
        this.due = due;
        this.late = late;
    }

    /// Begins to be looked at.
    ///
    /// @param nanoTime the moment, as [System#nanoTime()]
    /// @param late told once when the moment has passed before this is closed; must be quick
    static Deadline at(long nanoTime, Runnable late) {
        Deadline made = new Deadline(nanoTime, late);
        RUNNING.add(made);
        if (Looking.idle) {
            LockSupport.unpark(Looking.THREAD);
        }
        return made;
    }

    /// Whether the moment has passed.
    boolean passed() {
        return System.nanoTime() - due >= 0;
    }

    @Override
    public void close() {
        RUNNING.remove(this);
    }

    private void look() {
        if (passed() && RUNNING.remove(this)) {
            late.run();
        }
    }

    private static final class Looking {
        static volatile boolean idle;
        static final Thread THREAD =
                Thread.ofPlatform().daemon().name("deadlines").start(Looking::look);

        private static void look() {
            while (true) {
                idle = true;
                while (RUNNING.isEmpty()) {
                    LockSupport.park(RUNNING);
                }
                idle = false;
                RUNNING.forEach(Deadline::look);
                LockSupport.parkNanos(EVERY_NANOS);
            }
        }
    }
}
