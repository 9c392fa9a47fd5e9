package exemplar.study.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.backend.cache.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// The file of a study's runs and label evidence: how it is opened and what its tables are.
final class RunsFile {
    static final String NAME = "runs.sqlite";

    private static final int SCHEMA = 1;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private RunsFile() {}

    /// Opens the file of the study in that folder, making it where there is none.
    ///
    /// @throws IOException with a sentence for a person when it cannot be used
    static Connection connect(Path study) throws IOException {
        Path file = study.resolve(NAME);
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory; move it away, runs are kept in a file");
        }
        SQLiteConfig config = Together.config();
        config.setBusyTimeout(5000);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            try {
                create(connection, file);
                return connection;
            } catch (SQLException | IOException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException(
                    "the runs in " + file + " cannot be read or written: " + reason(e), e);
        }
    }

    private static void create(Connection connection, Path file) throws SQLException, IOException {
        try (Statement s = connection.createStatement()) {
            int version;
            try (ResultSet r = s.executeQuery("pragma user_version")) {
                version = r.next() ? r.getInt(1) : 0;
            }
            if (version > SCHEMA) {
                throw new IOException(
                        file + " was written by a newer version; update to read its runs");
            }
            // The disk is waited for seldom; what is kept is in the log beside the file before.
            s.execute("pragma wal_autocheckpoint = 8000");
            s.executeUpdate(
                    """
                    create table if not exists runs(
                      id integer primary key, started text not null, designs text not null,
                      models text not null, items text not null, repeats integer not null,
                      cells integer not null)\
                    """);
            s.executeUpdate(
                    """
                    create table if not exists trials(
                      id integer primary key, run integer not null references runs(id),
                      design text not null, model text not null, item text not null,
                      repeat integer not null, state text not null, answer text not null,
                      predicted text not null, verdict text not null, score real not null,
                      prompt_hash text not null, demos text not null, prompt_tokens integer not null,
                      answer_tokens integer not null, millis integer not null, fault text not null,
                      request text not null, reply text not null, at text not null,
                      cached integer not null default 0)\
                    """);
            // Files of earlier versions do not say which answers came from the cache.
            add(s, "trials", "cached", "integer not null default 0");
            s.executeUpdate("create index if not exists trials_by_state on trials(run, state)");
            s.executeUpdate("drop index if exists trials_of_run");
            s.executeUpdate(
                    """
                    create table if not exists labels(
                      id integer primary key, part text not null, example text not null,
                      model text not null, design text not null, method text not null,
                      calibration text not null, distribution text not null, raw text not null,
                      scores text not null, samples integer not null, unparsed integer not null,
                      note text not null, demos text not null, prompt_hash text not null,
                      prompt text not null, millis integer not null, at text not null,
                      source text not null default '')\
                    """);
            // Nor what answered under the name of a model.
            add(s, "labels", "source", "text not null default ''");
            s.executeUpdate("create index if not exists labels_of_model on labels(model, design)");
            s.executeUpdate("pragma user_version = " + SCHEMA);
        }
    }

    /// Adds a column where it is missing; versions that do not know it read and write the table all
    /// the same.
    private static void add(Statement s, String table, String column, String type)
            throws SQLException {
        if (knows(s, table, column)) {
            return;
        }
        try {
            s.executeUpdate("alter table " + table + " add column " + column + " " + type);
        } catch (SQLException e) {
            // Another program may have added it in between.
            if (!knows(s, table, column)) {
                throw e;
            }
        }
    }

    private static boolean knows(Statement s, String table, String column) throws SQLException {
        try (ResultSet r =
                s.executeQuery(
                        "select 1 from pragma_table_info('%s') where name = '%s'"
                                .formatted(table, column))) {
            return r.next();
        }
    }

    static IOException fault(SQLException e) {
        return new IOException(
                "the runs in " + NAME + " cannot be read or written: " + reason(e), e);
    }

    /// What the database says, in words for a person.
    private static String reason(SQLException e) {
        // The low byte is the sort of fault, the rest its details.
        return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)) {
            case SQLITE_FULL -> "the disk is full; free some space and try again";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                    "the folder cannot be written to; copy the study to a folder of yours";
            case SQLITE_IOERR ->
                    "the disk is full or does not answer; free some space and try again";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    "another program is writing there; try again when it has finished";
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                    "the file is damaged; move it out of the study to start anew";
            default -> String.valueOf(e.getMessage());
        };
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names that JSON cannot say", e);
        }
    }

    static List<String> strings(String json) throws IOException {
        return read(json, STRINGS);
    }

    static <T> T read(String json, TypeReference<T> type) throws IOException {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "a record in " + NAME + " is damaged: " + e.getOriginalMessage(), e);
        }
    }
}
