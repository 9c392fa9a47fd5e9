package exemplar.backend;

import java.time.Duration;

/// Waits. Injected, so that a test of a minute's wait takes no time.
@FunctionalInterface
public interface Sleeper {

    /// Waits that long, or until the thread is interrupted.
    void sleep(Duration time) throws InterruptedException;

    /// Really waits.
    Sleeper REAL = Thread::sleep;
}
