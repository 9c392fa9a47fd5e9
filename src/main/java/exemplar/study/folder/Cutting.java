package exemplar.study.folder;

import exemplar.study.line.LineScan;
import exemplar.study.line.Words;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Checks the lines of a file, each by itself, and hands them over in their order. Blocks of a
/// large file are checked on as many threads as there are processors, some ahead of what is handed
/// over. For one thread, blocking.
final class Cutting {
    /// Larger files are worth further threads.
    private static final int LARGE = 4_000_000;

    private final Blocks blocks;
    private final Queue<LineScan> scans = new ConcurrentLinkedQueue<>();

    /// Takes the lines of a block.
    @FunctionalInterface
    interface Taker {
        void take(Blocks.Block block, List<Blocks.Cut> lines);
    }

    private record Ahead(Blocks.Block block, Future<List<Blocks.Cut>> lines) {}

    Cutting(Blocks blocks) {
        this.blocks = blocks;
    }

    /// Hands over all lines, on this thread.
    ///
    /// @param size of the file
    /// @throws ClosedByInterruptException when the thread is interrupted, whose status stays set
    void each(long size, Taker taker) throws IOException {
        if (size > LARGE) {
            together(taker);
            return;
        }
        for (Optional<Blocks.Block> b = blocks.next(); b.isPresent(); b = blocks.next()) {
            taker.take(b.get(), cut(b.get()));
        }
    }

    private void together(Taker taker) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("lines-", 0).factory())) {
            try {
                Queue<Ahead> ahead = new ArrayDeque<>();
                for (Optional<Blocks.Block> b = blocks.next(); b.isPresent(); b = blocks.next()) {
                    Blocks.Block block = b.get();
                    ahead.add(new Ahead(block, pool.submit(() -> cut(block))));
                    if (ahead.size() > threads * 2) {
                        hand(ahead.remove(), taker);
                    }
                }
                for (Ahead next : ahead) {
                    hand(next, taker);
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static void hand(Ahead next, Taker taker) throws IOException {
        try {
            taker.take(next.block(), next.lines().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (ExecutionException e) {
            throw again(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static IOException again(Throwable why) {
        return switch (why) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> new IOException(why);
        };
    }

    /// A scan is for one thread at a time and keeps the words it met, so each is used again.
    private List<Blocks.Cut> cut(Blocks.Block block) {
        LineScan known = scans.poll();
        LineScan scan = known == null ? new LineScan(new Words()) : known;
        List<Blocks.Cut> lines = block.cut(scan);
        scans.add(scan);
        return lines;
    }
}
