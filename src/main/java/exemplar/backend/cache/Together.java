package exemplar.backend.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;

/// Writes what several threads bring at the same time in one transaction. What was brought is in
/// the file when [#write] returns. Everything that uses the connection locks on it.
///
/// One of the threads writes for all and the others wait for theirs, each by itself: threads that
/// queue for one lock spend more time on the lock than on the writing.
public final class Together<T> {
    /// Puts one row into the file, within a transaction.
    @FunctionalInterface
    public interface Row<T> {
        void put(T value) throws SQLException;
    }

    /// @param fault why it is not in the file; empty when it is
    private record Waiting<T>(T value, CompletableFuture<Optional<SQLException>> fault) {}

    private final Connection connection;
    private final Row<T> row;
    private final Duration gathering;
    private final Queue<Waiting<T>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    /// Writes at once what is there.
    public Together(Connection connection, Row<T> row) {
        this(connection, row, Duration.ZERO);
    }

    /// @param gathering how long whoever writes waits for others first: where they come one by one,
    ///   writing several costs little more than writing one, and it is the file that others wait
    ///   for
    Together(Connection connection, Row<T> row, Duration gathering) {
        this.connection = connection;
        this.row = row;
        this.gathering = gathering;
    }

    /// How to open a file for this: nothing that [#write] has written is lost with the process, and
    /// the disk is waited for seldom.
    public static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        // Asking for the key of each new row takes a quarter of the time of writing it.
        config.setGetGeneratedKeys(false);
        return config;
    }

    /// Blocking, for any number of threads.
    ///
    /// @throws SQLException when it is not in the file
    public void write(T value) throws SQLException {
        Waiting<T> mine = new Waiting<>(value, new CompletableFuture<>());
        waiting.add(mine);
        // Others that are nearly as far bring theirs before this transaction begins.
        Thread.yield();
        // Whoever writes looks again when done, so nothing is left that came meanwhile.
        while (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            try {
                // An interrupt ends the gathering, not the writing.
                LockSupport.parkNanos(this, gathering.toNanos());
                writeAll();
            } finally {
                writing.set(false);
            }
        }
        Optional<SQLException> fault = mine.fault().join();
        if (fault.isPresent()) {
            throw new SQLException(fault.get().getMessage(), fault.get());
        }
    }

    private void writeAll() {
        List<Waiting<T>> batch = new ArrayList<>();
        for (Waiting<T> w = waiting.poll(); w != null; w = waiting.poll()) {
            batch.add(w);
        }
        try {
            synchronized (connection) {
                if (batch.size() == 1 || !inOneTransaction(batch)) {
                    batch.forEach(this::alone);
                }
            }
            batch.forEach(w -> w.fault().complete(Optional.empty()));
        } catch (RuntimeException | Error e) {
            // Told to those it concerns and not thrown: who writes has to look for others still, or
            // they would wait for ever.
            SQLException fault = new SQLException("the writing was cut off", e);
            batch.forEach(w -> w.fault().complete(Optional.of(fault)));
        }
    }

    /// @return whether all of it is in the file; otherwise nothing is
    private boolean inOneTransaction(List<Waiting<T>> batch) {
        boolean committed = false;
        try {
            connection.setAutoCommit(false);
            try {
                for (Waiting<T> w : batch) {
                    row.put(w.value());
                }
                connection.commit();
                committed = true;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // Those it concerns hear of it when each is written alone.
        }
        return committed;
    }

    /// Each hears of its own failure.
    private void alone(Waiting<T> w) {
        try {
            row.put(w.value());
        } catch (SQLException e) {
            w.fault().complete(Optional.of(e));
        }
    }
}
