package exemplar.study.runs;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Writes what several threads bring at the same time in one transaction. What was brought is in
/// the file when [#write] returns. Everything that uses the connection locks on it.
final class Together<T> {
    /// Puts one row into the file, within a transaction.
    @FunctionalInterface
    interface Row<T> {
        void put(T value) throws SQLException;
    }

    private static final class Waiting<T> {
        final T value;
        boolean written;

        Waiting(T value) {
            this.value = value;
        }
    }

    private final Connection connection;
    private final Row<T> row;
    private final Queue<Waiting<T>> waiting = new ConcurrentLinkedQueue<>();

    Together(Connection connection, Row<T> row) {
        this.connection = connection;
        this.row = row;
    }

    /// @throws IOException when it is not in the file
    void write(T value) throws IOException {
        Waiting<T> mine = new Waiting<>(value);
        waiting.add(mine);
        // Others that are nearly as far bring theirs before this transaction begins.
        Thread.yield();
        synchronized (connection) {
            if (mine.written) {
                return;
            }
            try {
                writeAll();
            } catch (SQLException e) {
                waiting.remove(mine);
                throw RunsFile.fault(e);
            }
        }
    }

    /// After a failure everything waits again: each thread hears of it when it tries itself.
    private void writeAll() throws SQLException {
        List<Waiting<T>> batch = new ArrayList<>();
        for (Waiting<T> w = waiting.poll(); w != null; w = waiting.poll()) {
            batch.add(w);
        }
        if (batch.size() == 1) {
            row.put(batch.getFirst().value);
            batch.getFirst().written = true;
            return;
        }
        connection.setAutoCommit(false);
        try {
            for (Waiting<T> w : batch) {
                row.put(w.value);
            }
            connection.commit();
            batch.forEach(w -> w.written = true);
        } catch (SQLException e) {
            connection.rollback();
            waiting.addAll(batch);
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
