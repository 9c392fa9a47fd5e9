package exemplar.study.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.compare.Cell;
import exemplar.compare.Judgement;
import exemplar.compare.Plan;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/// The runs of one study. Safe to use from several threads; every method blocks on the disk.
///
/// A trial is kept when [#append] returns: killing the process afterwards does not lose it.
public final class RunStore implements AutoCloseable {
    /// Name of the file within the study folder.
    public static final String FILE = "runs.sqlite";

    private static final int SCHEMA = 1;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final Connection connection;
    private final PreparedStatement insert;

    private RunStore(Connection connection, PreparedStatement insert) {
        this.connection = connection;
        this.insert = insert;
    }

    /// Opens the runs of the study in that folder, making the file where there is none.
    ///
    /// @throws IOException with a sentence for a person when the file cannot be used
    public static RunStore open(Path study) throws IOException {
        Path file = study.resolve(FILE);
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory; move it away, runs are kept in a file");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(5000);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            try {
                create(connection, file);
                return new RunStore(connection, connection.prepareStatement(INSERT));
            } catch (SQLException | IOException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw fault(file, e);
        }
    }

    private static IOException fault(Path file, SQLException e) {
        return new IOException(
                "the runs in " + file + " cannot be read or written: " + e.getMessage(), e);
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
                      request text not null, reply text not null, at text not null)\
                    """);
            s.executeUpdate("create index if not exists trials_of_run on trials(run)");
            s.executeUpdate("pragma user_version = " + SCHEMA);
        }
    }

    /// Keeps a new run and gives its id.
    public synchronized long begin(Plan plan, Instant started) throws IOException {
        List<String> designs = plan.variants().stream().map(Variant::design).distinct().toList();
        List<String> models = plan.variants().stream().map(Variant::model).distinct().toList();
        try (PreparedStatement s =
                connection.prepareStatement(
                        "insert into runs(started, designs, models, items, repeats, cells)"
                                + " values (?,?,?,?,?,?)",
                        Statement.RETURN_GENERATED_KEYS)) {
            s.setString(1, started.toString());
            s.setString(2, json(designs));
            s.setString(3, json(models));
            s.setString(4, json(plan.items().stream().map(Example::id).toList()));
            s.setInt(5, plan.repeats());
            s.setInt(6, plan.size());
            s.executeUpdate();
            try (ResultSet keys = s.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw fault(Path.of(FILE), e);
        }
    }

    private static final String INSERT =
            "insert into trials(run, design, model, item, repeat, state, answer, predicted, verdict,"
                    + " score, prompt_hash, demos, prompt_tokens, answer_tokens, millis, fault,"
                    + " request, reply, at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    /// Keeps a trial of a run.
    public synchronized void append(long run, Trial trial) throws IOException {
        try {
            insert.setLong(1, run);
            insert.setString(2, trial.cell().variant().design());
            insert.setString(3, trial.cell().variant().model());
            insert.setString(4, trial.cell().item());
            insert.setInt(5, trial.cell().repeat());
            insert.setString(6, trial.state().name());
            insert.setString(7, trial.answer());
            insert.setString(8, trial.judgement().predicted());
            insert.setString(9, trial.judgement().verdict().name());
            insert.setDouble(10, trial.judgement().score());
            insert.setString(11, trial.promptHash());
            insert.setString(12, json(trial.demonstrations()));
            insert.setInt(13, trial.promptTokens());
            insert.setInt(14, trial.answerTokens());
            insert.setLong(15, trial.millis());
            insert.setString(16, trial.fault());
            insert.setString(17, trial.request());
            insert.setString(18, trial.reply());
            insert.setString(19, trial.at().toString());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw fault(Path.of(FILE), e);
        }
    }

    /// All runs, oldest first.
    public synchronized List<RunInfo> runs() throws IOException {
        try (Statement s = connection.createStatement();
                ResultSet r =
                        s.executeQuery(
                                "select id, started, designs, models, items, repeats, cells,"
                                        + " (select count(*) from trials where run = runs.id) from runs"
                                        + " order by id")) {
            List<RunInfo> runs = new ArrayList<>();
            while (r.next()) {
                runs.add(
                        new RunInfo(
                                r.getLong(1),
                                Instant.parse(r.getString(2)),
                                strings(r.getString(3)),
                                strings(r.getString(4)),
                                strings(r.getString(5)),
                                r.getInt(6),
                                r.getInt(7),
                                r.getInt(8)));
            }
            return runs;
        } catch (SQLException e) {
            throw fault(Path.of(FILE), e);
        }
    }

    /// The latest run.
    public Optional<RunInfo> latest() throws IOException {
        List<RunInfo> runs = runs();
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
    }

    /// All trials of a run in the order they ended. A cell asked again after a failure or a
    /// cancellation appears more than once; the last one counts.
    public synchronized List<Trial> trials(long run) throws IOException {
        try (PreparedStatement s =
                connection.prepareStatement("select * from trials where run = ? order by id")) {
            s.setLong(1, run);
            try (ResultSet r = s.executeQuery()) {
                List<Trial> trials = new ArrayList<>();
                while (r.next()) {
                    trials.add(trial(r));
                }
                return trials;
            }
        } catch (SQLException e) {
            throw fault(Path.of(FILE), e);
        }
    }

    private static Trial trial(ResultSet r) throws SQLException, IOException {
        return new Trial(
                new Cell(
                        new Variant(r.getString("design"), r.getString("model")),
                        r.getString("item"),
                        r.getInt("repeat")),
                Trial.State.valueOf(r.getString("state")),
                r.getString("answer"),
                new Judgement(
                        r.getString("predicted"),
                        Judgement.Verdict.valueOf(r.getString("verdict")),
                        r.getDouble("score")),
                r.getString("prompt_hash"),
                strings(r.getString("demos")),
                r.getInt("prompt_tokens"),
                r.getInt("answer_tokens"),
                r.getLong("millis"),
                r.getString("fault"),
                r.getString("request"),
                r.getString("reply"),
                Instant.parse(r.getString("at")));
    }

    private static String json(List<String> strings) throws IOException {
        return JSON.writeValueAsString(strings);
    }

    private static List<String> strings(String json) throws IOException {
        try {
            return JSON.readValue(json, STRINGS);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "a record in " + FILE + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            insert.close();
            connection.close();
        } catch (SQLException e) {
            throw fault(Path.of(FILE), e);
        }
    }
}
