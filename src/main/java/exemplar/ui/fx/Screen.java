package exemplar.ui.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// The screen's thread, as a place to send work to.
@FunctionalInterface
public interface Screen {
    /// Runs the work on the screen's thread, soon; at once when already there.
    void run(Runnable work);

    /// The toolkit's own thread.
    Screen TOOLKIT =
            work -> {
                if (Platform.isFxApplicationThread()) {
                    work.run();
                } else {
                    Platform.runLater(work);
                }
            };

    /// The calling thread, for tests without a toolkit.
    Screen SAME_THREAD = Runnable::run;

    /// Work that may be asked for thousands of times a second and is done at most once a turn of
    /// the event queue, always after the latest request.
    default Runnable coalesced(Runnable work) {
        AtomicBoolean waiting = new AtomicBoolean();
        return () -> {
            if (waiting.compareAndSet(false, true)) {
                later(() -> {
                    waiting.set(false);
                    work.run();
                });
            }
        };
    }

    /// Runs the work on the screen's thread, never inside the caller.
    default void later(Runnable work) {
        if (this == TOOLKIT) {
            Platform.runLater(work);
        } else {
            run(work);
        }
    }
}
