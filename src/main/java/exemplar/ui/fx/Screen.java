package exemplar.ui.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// The screen's thread, as a place to send work to.
public interface Screen {
    /// Runs the work on the screen's thread, soon; at once when already there.
    void run(Runnable work);

    /// Runs the work on the screen's thread, never inside the caller.
    void later(Runnable work);

    /// Runs the work on the screen's thread, with the next frame.
    void atFrame(Runnable work);

    /// Runs the work on the screen's thread once what is there now has been drawn: for what nobody
    /// looks at yet and must not delay what somebody does.
    default void afterPaint(Runnable work) {
        atFrame(() -> atFrame(work));
    }

    /// The toolkit's own thread.
    Screen TOOLKIT =
            new Screen() {
                private final FrameQueue frames = new FrameQueue();

                @Override
                public void run(Runnable work) {
                    if (Platform.isFxApplicationThread()) {
                        work.run();
                    } else {
                        Platform.runLater(work);
                    }
                }

                @Override
                public void later(Runnable work) {
                    Platform.runLater(work);
                }

                @Override
                public void atFrame(Runnable work) {
                    frames.add(work);
                }
            };

    /// The calling thread, for tests without a toolkit.
    Screen SAME_THREAD =
            new Screen() {
                @Override
                public void run(Runnable work) {
                    work.run();
                }

                @Override
                public void later(Runnable work) {
                    work.run();
                }

                @Override
                public void atFrame(Runnable work) {
                    work.run();
                }
            };

    /// Work that may be asked for thousands of times a second, such as showing what a stream
    /// brought, and is done at most once a frame, always after the latest request.
    default Runnable coalesced(Runnable work) {
        AtomicBoolean waiting = new AtomicBoolean();
        return () -> {
            if (waiting.compareAndSet(false, true)) {
                atFrame(() -> {
                    waiting.set(false);
                    work.run();
                });
            }
        };
    }
}
