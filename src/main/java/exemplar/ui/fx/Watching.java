package exemplar.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// Everything a view watches while it is shown, let go together when it no longer is. Whoever
/// subscribes through this cannot forget to unsubscribe.
public final class Watching implements AutoCloseable {
    private final Deque<Runnable> ends = new ArrayDeque<>();

    /// Calls back with the value as it is now and with every later one.
    public <T> void value(ObservableValue<T> value, Consumer<? super T> callback) {
        Subscription s = value.subscribe(callback::accept);
        ends.push(s::unsubscribe);
    }

    /// Calls back on every change, not now.
    public void changes(ObservableValue<?> value, Runnable callback) {
        Subscription s = value.subscribe(callback);
        ends.push(s::unsubscribe);
    }

    /// Calls back on every change of a list, not now.
    public void list(ObservableList<?> list, Runnable callback) {
        Subscription s = list.subscribe(callback);
        ends.push(s::unsubscribe);
    }

    /// Lets this go with the rest, such as a listener of a study's history or a running job.
    public void until(AutoCloseable end) {
        ends.push(() -> {
            try {
                end.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /// Lets everything go, the latest first.
    @Override
    public void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
