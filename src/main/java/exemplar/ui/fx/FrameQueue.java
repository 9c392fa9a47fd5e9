package exemplar.ui.fx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Work that is due at the next frame, from any thread. However much is asked for between two
/// frames, the toolkit's own queue gets one entry.
final class FrameQueue {
    private final Queue<Runnable> due = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean armed = new AtomicBoolean();

    void add(Runnable work) {
        due.add(work);
        if (armed.compareAndSet(false, true)) {
            Platform.runLater(() ->
                    new AnimationTimer() {
                        @Override
                        public void handle(long now) {
                            stop();
                            // Disarmed first: what is asked for from now on gets a frame of its
                            // own.
                            armed.set(false);
                            drain();
                        }
                    }.start());
        }
    }

    private void drain() {
        for (int left = due.size(); left > 0; left--) {
            Runnable work = due.poll();
            if (work != null) {
                work.run();
            }
        }
    }
}
