package exemplar.cli;

import java.time.Duration;

/// Turns Ctrl+C into an interrupt of the working thread and gives it time to put things in order,
/// so that a stopped command ends as a cancelled one and not as a killed one.
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static volatile boolean stopping;

    private Interruption() {}

    /// Whether the process is on its way out and waits for the working thread to end by itself.
    static boolean isStopping() {
        return stopping;
    }

    /// Does the work on this thread; Ctrl+C interrupts it.
    static <T, E extends Exception> T during(Work<T, E> work) throws E {
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(() -> stop(worker), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.run();
        } finally {
            remove(hook);
        }
    }

    /// Work that may be stopped.
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private static void stop(Thread worker) {
        stopping = true;
        worker.interrupt();
        try {
            worker.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is on its way out: the hook is what interrupted us.
        }
    }
}
