package exemplar.embed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Passes on to another embedder only texts it has no vector of. The vectors stand in one SQLite
/// file by the text's SHA-256 and the model's name, from when they arrive: what was stopped halfway
/// goes on from there. A file that fails costs time, never vectors. Safe for any number of threads.
public final class KeptVectors implements Embedder, AutoCloseable {
    /// Texts passed on at once, and so at most lost when it is stopped.
    private static final int AT_ONCE = 64;

    private final Embedder next;
    private final Connection connection;

    private KeptVectors(Embedder next, Connection connection) {
        this.next = next;
        this.connection = connection;
    }

    /// Opens or makes the file.
    ///
    /// @throws IOException with a sentence for a person when it cannot be used
    public static KeptVectors in(Path file, Embedder next) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement s = connection.createStatement()) {
                s.execute("pragma journal_mode = wal");
                s.execute("pragma synchronous = normal");
                s.execute("pragma busy_timeout = 3000");
                s.execute(
                        "create table if not exists vectors (model text not null, hash blob not null, vector"
                                + " blob not null, primary key (model, hash)) without rowid");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new KeptVectors(next, connection);
        } catch (SQLException e) {
            throw new IOException(
                    file + " cannot be used to keep vectors: " + e.getMessage() + ". Delete it.",
                    e);
        }
    }

    @Override
    public String model() {
        return next.model();
    }

    @Override
    public Result embed(List<String> texts) {
        Map<String, float[]> known = new HashMap<>();
        List<String> missing = find(new LinkedHashSet<>(texts), known);
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            List<String> some = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
            switch (next.embed(some)) {
                case NotEmbedded failed -> {
                    return failed;
                }
                case Embedded(List<float[]> vectors) -> {
                    for (int i = 0; i < vectors.size(); i++) {
                        known.put(some.get(i), vectors.get(i));
                    }
                    keep(some, vectors);
                }
            }
        }
        List<float[]> all = new ArrayList<>(texts.size());
        for (String text : texts) {
            float[] vector = known.get(text);
            if (vector == null) {
                throw new IllegalStateException("an embedder gave fewer vectors than texts");
            }
            all.add(vector);
        }
        return new Embedded(all);
    }

    /// Fills in what is known and gives what is not.
    private synchronized List<String> find(
            LinkedHashSet<String> texts, Map<String, float[]> known) {
        try (PreparedStatement s =
                connection.prepareStatement(
                        "select vector from vectors where model = ? and hash = ?")) {
            s.setString(1, model());
            for (String text : texts) {
                s.setBytes(2, hash(text));
                try (ResultSet row = s.executeQuery()) {
                    if (row.next()) {
                        known.put(text, floats(row.getBytes(1)));
                    }
                }
            }
        } catch (SQLException e) {
            // Then it is embedded again.
        }
        return texts.stream().filter(t -> !known.containsKey(t)).toList();
    }

    private synchronized void keep(List<String> texts, List<float[]> vectors) {
        try (PreparedStatement s =
                connection.prepareStatement("insert or ignore into vectors values (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < vectors.size(); i++) {
                s.setString(1, model());
                s.setBytes(2, hash(texts.get(i)));
                s.setBytes(3, bytes(vectors.get(i)));
                s.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            // A vector that is not kept is embedded again another time.
            undo();
        } finally {
            single();
        }
    }

    private void undo() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // Nothing was written.
        }
    }

    private void single() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The next to keep something says what is wrong.
        }
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * vector.length);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // Everything kept is in the file already.
        }
    }
}
