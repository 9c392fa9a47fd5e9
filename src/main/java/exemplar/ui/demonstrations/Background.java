package exemplar.ui.demonstrations;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work that must not hold up the screen. What comes back is told on the thread of the screen.
public interface Background {
    /// Ends work that goes on; afterwards nothing of it is told any more.
    interface Running {
        void cancel();
    }

    /// Starts work.
    ///
    /// @param title what it does, for the list of jobs
    /// @param work blocks, and stops when interrupted
    <T> Running start(
            String title, Callable<T> work, Consumer<T> done, Consumer<Exception> failed);
}
