package exemplar.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Does a piece of work for each of many things, several at a time, each on a virtual thread.
///
/// An interrupt of the calling thread interrupts all of them; none takes a further thing then, and
/// the call returns when the last has put its own in order.
public final class Workers {
    private Workers() {}

    /// Takes the things in order.
    ///
    /// @param parallel most at a time
    /// @return whether every thing was taken; false after an interrupt, whose status stays set
    /// @throws IllegalStateException when the work throws, with its exception as the cause; nothing
    ///   further is taken then
    public static <T> boolean each(List<T> things, int parallel, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        int workers = Math.max(1, Math.min(parallel, things.size()));
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < workers; w++) {
                running.add(pool.submit(() -> take(things, next, work, pool)));
            }
            try {
                for (Future<?> f : running) {
                    f.get();
                }
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException e) {
                pool.shutdownNow();
                throw new IllegalStateException("the work stopped", e.getCause());
            }
        }
        return true;
    }

    /// The pool says that it ends even where the work swallowed its interrupt.
    private static <T> void take(
            List<T> things, AtomicInteger next, Consumer<T> work, ExecutorService pool) {
        for (int i = next.getAndIncrement();
                i < things.size() && !pool.isShutdown() && !Thread.currentThread().isInterrupted();
                i = next.getAndIncrement()) {
            work.accept(things.get(i));
        }
    }
}
