package exemplar.ui.settings;

import exemplar.ui.fx.Jobs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Small writes away from the screen's thread, one after the other in the order they were asked
/// for: an edit that was typed after another must not overtake it.
final class InTurn {
    private final Jobs jobs;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    InTurn(Jobs jobs) {
        this.jobs = jobs;
    }

    /// @param done gets the value, on the screen's thread
    /// @param failed gets the reason, on the screen's thread
    <T> void add(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        waiting.add(() ->
                jobs.background(
                        work,
                        value -> {
                            done.accept(value);
                            next();
                        },
                        e -> {
                            failed.accept(e);
                            next();
                        }));
        if (!busy) {
            busy = true;
            next();
        }
    }

    private void next() {
        Runnable first = waiting.poll();
        if (first == null) {
            busy = false;
        } else {
            first.run();
        }
    }
}
