package exemplar.backend.cache;

import exemplar.backend.Reply;
import exemplar.backend.Reply.Exchange;
import exemplar.backend.Reply.Finish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/// The cache in one SQLite file, shared by all studies and by several processes at once. Safe for
/// any number of threads.
///
/// An answer is in the file when [#keep] returns, and stays there if the process is killed.
public final class AnswerCache implements AutoCloseable {
    /// What an answer is made of; a look-up reads no more, as each column costs.
    private static final String ANSWER =
            "text, reasoning, finish, prompt_tokens, answer_tokens, latency_us, first_us, request,"
                    + " reply";

    private static final String COLUMNS = ANSWER + ", key, model, backend, at";

    private static final String FORGOTTEN = "(?1 = '' or model = ?1) and at <= ?2";

    /// Pages after which the log is put into the file while everybody waits; only reached where
    /// answers come faster than [#tidy()] takes them in.
    private static final int LONGEST_LOG = 16_000;

    /// Answers after which one thread puts the log into the file while the others go on.
    private static final int TIDY_EVERY = 500;

    /// Nothing beside the time of an answer; a run writes several of them at once by it.
    private static final Duration GATHERING = Duration.ofNanos(500_000);

    private final Connection connection;
    private final Clock clock;
    private final PreparedStatement find;
    private final PreparedStatement has;
    private final PreparedStatement keep;
    private final Together<Given> together;
    private final AtomicInteger untidy = new AtomicInteger();

    private AnswerCache(Connection connection, Clock clock) throws SQLException {
        this.connection = connection;
        this.clock = clock;
        try (Statement s = connection.createStatement()) {
            s.execute("pragma wal_autocheckpoint = " + LONGEST_LOG);
            CacheTable.create(s, COLUMNS);
        }
        this.find = connection.prepareStatement("select " + ANSWER + " from answers where key = ?");
        this.has = connection.prepareStatement("select 1 from answers where key = ?");
        this.keep =
                connection.prepareStatement(
                        "insert or ignore into answers ("
                                + COLUMNS
                                + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?)");
        this.together = new Together<>(connection, this::write, GATHERING);
    }

    /// Opens or makes the file. A damaged one is set aside under the name `….damaged` and a new one
    /// begun: a cache can be paid for again, a program that does not start cannot.
    ///
    /// @throws IOException with a sentence for a person when the folder cannot be written
    public static AnswerCache open(Path file, Clock clock) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return connect(file, clock);
        } catch (IOException e) {
            throw unusable(file, "there can be no folder " + folder, e);
        } catch (SQLException damaged) {
            if (Files.isDirectory(file)) {
                throw unusable(file, "it is a folder; move it away", damaged);
            }
            if (!isDamage(damaged)) {
                throw unusable(file, damaged.getMessage(), damaged);
            }
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".damaged"),
                    StandardCopyOption.REPLACE_EXISTING);
            try {
                return connect(file, clock);
            } catch (SQLException e) {
                throw unusable(file, e.getMessage(), e);
            }
        }
    }

    /// Whether the file itself is at fault. Where the disk is full or may not be written, what is
    /// in the file is as good as before.
    private static boolean isDamage(SQLException e) {
        return e instanceof SQLiteException told
                && switch (told.getResultCode()) {
                    case SQLITE_NOTADB, SQLITE_ERROR -> true;
                    default -> told.getResultCode().name().startsWith("SQLITE_CORRUPT");
                };
    }

    private static IOException unusable(Path file, @Nullable String why, Exception cause) {
        return new IOException(
                "Answers are not kept: %s cannot be used (%s).".formatted(file, why), cause);
    }

    private static AnswerCache connect(Path file, Clock clock) throws SQLException {
        SQLiteConfig config = Together.config();
        config.setBusyTimeout(3000);
        config.setCacheSize(-16_000);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            return new AnswerCache(connection, clock);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @FunctionalInterface
    private interface Use<T> {
        T use() throws SQLException;
    }

    private <T> T alone(Use<T> what) throws IOException {
        synchronized (connection) {
            try {
                return what.use();
            } catch (SQLException e) {
                throw trouble(e);
            }
        }
    }

    /// The answer kept under that key, marked as cached.
    public Optional<Reply> find(CacheKey key) throws IOException {
        return alone(() -> {
            find.setString(1, key.hex());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(reply(row)) : Optional.empty();
            }
        });
    }

    /// Whether an answer is kept under that key.
    public boolean has(CacheKey key) throws IOException {
        return alone(() -> {
            has.setString(1, key.hex());
            try (ResultSet row = has.executeQuery()) {
                return row.next();
            }
        });
    }

    private record Given(CacheKey key, String model, String backend, Reply reply) {}

    /// Keeps an answer; the first one under a key stays. Answers of many threads that come at the
    /// same time are written together.
    public void keep(CacheKey key, String model, String backend, Reply reply) throws IOException {
        try {
            together.write(new Given(key, model, backend, reply));
        } catch (SQLException e) {
            throw trouble(e);
        }
        if (untidy.incrementAndGet() == TIDY_EVERY) {
            tidy();
            untidy.set(0);
        }
    }

    /// Puts the log into the file over a connection of its own, so that the wait for the disk is
    /// nobody's but this thread's. What fails here is done at the next occasion.
    private void tidy() {
        try (Connection own = DriverManager.getConnection(connection.getMetaData().getURL());
                Statement s = own.createStatement()) {
            s.execute("pragma synchronous = normal");
            s.execute("pragma wal_checkpoint(passive)");
        } catch (SQLException e) {
            // Another process is at it, or the disk is full, which the next answer tells.
        }
    }

    private void write(Given given) throws SQLException {
        Reply reply = given.reply();
        keep.setString(1, reply.text());
        keep.setString(2, reply.reasoning());
        keep.setString(3, reply.finish().name());
        set(4, reply.promptTokens());
        set(5, reply.answerTokens());
        keep.setLong(6, reply.latency().toNanos() / 1000);
        keep.setLong(7, reply.firstToken().toNanos() / 1000);
        keep.setString(8, reply.exchange().request());
        keep.setString(9, reply.exchange().reply());
        keep.setString(10, given.key().hex());
        keep.setString(11, given.model());
        keep.setString(12, given.backend());
        keep.setLong(13, clock.millis());
        keep.executeUpdate();
    }

    private void set(int index, OptionalInt value) throws SQLException {
        if (value.isPresent()) {
            keep.setInt(index, value.getAsInt());
        } else {
            keep.setNull(index, java.sql.Types.INTEGER);
        }
    }

    /// How much is kept, by model.
    public Contents contents() throws IOException {
        return alone(this::counted);
    }

    private Contents counted() throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet row =
                        s.executeQuery(
                                "select model, count(*), sum(length(request) + length(reply) + length(text)),"
                                        + " min(at), max(at) from answers group by model order by 2 desc, 1")) {
            List<Contents.OfModel> models = new ArrayList<>();
            long answers = 0;
            long bytes = 0;
            while (row.next()) {
                models.add(
                        new Contents.OfModel(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                Instant.ofEpochMilli(row.getLong(4)),
                                Instant.ofEpochMilli(row.getLong(5))));
                answers += row.getLong(2);
                bytes += row.getLong(3);
            }
            return new Contents(answers, bytes, models);
        }
    }

    /// The newest answers, newest first.
    ///
    /// @param model only of that model; empty for all
    public List<Kept> newest(Optional<String> model, int most) throws IOException {
        return alone(() -> kept("?1 = '' or model = ?1", model.orElse(""), most));
    }

    /// The answers whose key begins so, newest first.
    ///
    /// @param beginning hexadecimal digits
    public List<Kept> find(String beginning, int most) throws IOException {
        return alone(() -> kept("substr(key, 1, length(?1)) = ?1", beginning, most));
    }

    private List<Kept> kept(String condition, String value, int most) throws SQLException {
        String sql =
                "select "
                        + COLUMNS
                        + " from answers where "
                        + condition
                        + " order by at desc, key limit ?2";
        try (PreparedStatement s = connection.prepareStatement(sql)) {
            s.setString(1, value);
            s.setInt(2, most);
            List<Kept> kept = new ArrayList<>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    kept.add(
                            new Kept(
                                    new CacheKey(row.getString(10)),
                                    row.getString(11),
                                    row.getString(12),
                                    Instant.ofEpochMilli(row.getLong(13)),
                                    reply(row)));
                }
            }
            return kept;
        }
    }

    /// How many answers [#prune] would forget.
    public int count(Optional<String> model, Duration olderThan) throws IOException {
        return alone(() -> {
            String sql = "select count(*) from answers where " + FORGOTTEN;
            try (PreparedStatement s = connection.prepareStatement(sql)) {
                s.setString(1, model.orElse(""));
                s.setLong(2, clock.millis() - olderThan.toMillis());
                try (ResultSet row = s.executeQuery()) {
                    return row.getInt(1);
                }
            }
        });
    }

    /// Forgets answers, and gives the space back.
    ///
    /// @param model only those of that model; empty for all
    /// @param olderThan only those given longer ago than that; zero for all
    /// @return how many were forgotten
    public int prune(Optional<String> model, Duration olderThan) throws IOException {
        return alone(() -> {
            int gone = delete(model, olderThan);
            if (gone > 0) {
                giveBack();
            }
            return gone;
        });
    }

    private int delete(Optional<String> model, Duration olderThan) throws SQLException {
        String sql = "delete from answers where " + FORGOTTEN;
        try (PreparedStatement s = connection.prepareStatement(sql)) {
            s.setString(1, model.orElse(""));
            s.setLong(2, clock.millis() - olderThan.toMillis());
            return s.executeUpdate();
        }
    }

    /// A connection with prepared statements cannot do this.
    private void giveBack() throws SQLException {
        try (Connection fresh = DriverManager.getConnection(connection.getMetaData().getURL());
                Statement s = fresh.createStatement()) {
            s.execute("pragma busy_timeout = 3000");
            s.execute("vacuum");
            // Until then the smaller file stands in the log only.
            s.execute("pragma wal_checkpoint(truncate)");
        }
    }

    @Override
    public void close() {
        synchronized (connection) {
            try {
                connection.close();
            } catch (SQLException e) {
                // Everything kept is in the file already.
            }
        }
    }

    private static Reply reply(ResultSet row) throws SQLException {
        return new Reply(
                row.getString(1),
                row.getString(2),
                Finish.valueOf(row.getString(3)),
                optional(row, 4),
                optional(row, 5),
                Duration.ofNanos(row.getLong(6) * 1000),
                Duration.ofNanos(row.getLong(7) * 1000),
                new Exchange(row.getString(8), row.getString(9)),
                true);
    }

    private static OptionalInt optional(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static IOException trouble(SQLException e) {
        return new IOException("The cache of answers cannot be used: " + e.getMessage(), e);
    }
}
