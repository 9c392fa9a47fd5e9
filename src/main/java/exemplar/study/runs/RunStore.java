package exemplar.study.runs;

import exemplar.backend.cache.Together;
import exemplar.compare.Cell;
import exemplar.compare.Plan;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The runs of one study. Safe to use from several threads; every method blocks on the disk.
///
/// A trial is kept when [#append] returns: killing the process afterwards does not lose it.
public final class RunStore implements AutoCloseable {
    /// Name of the file within the study folder.
    public static final String FILE = RunsFile.NAME;

    private final Connection connection;
    private final Together<Kept> together;
    private final PreparedStatement insert;

    private record Kept(long run, Trial trial) {}

    private RunStore(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(TrialRows.INSERT);
        this.together =
                new Together<>(connection, kept -> TrialRows.put(insert, kept.run(), kept.trial()));
    }

    /// Opens the runs of the study in that folder, making the file where there is none.
    ///
    /// @throws IOException with a sentence for a person when the file cannot be used
    public static RunStore open(Path study) throws IOException {
        Connection connection = RunsFile.connect(study);
        try {
            return new RunStore(connection);
        } catch (SQLException e) {
            throw RunsFile.fault(e);
        }
    }

    /// Keeps a new run and gives its id.
    public long begin(Plan plan, Instant started) throws IOException {
        List<String> designs = plan.variants().stream().map(Variant::design).distinct().toList();
        List<String> models = plan.variants().stream().map(Variant::model).distinct().toList();
        synchronized (connection) {
            try (PreparedStatement s =
                    connection.prepareStatement(
                            "insert into runs(started, designs, models, items, repeats, cells)"
                                    + " values (?,?,?,?,?,?) returning id")) {
                s.setString(1, started.toString());
                s.setString(2, RunsFile.json(designs));
                s.setString(3, RunsFile.json(models));
                s.setString(4, RunsFile.json(plan.items().stream().map(Example::id).toList()));
                s.setInt(5, plan.repeats());
                s.setInt(6, plan.size());
                try (ResultSet made = s.executeQuery()) {
                    made.next();
                    return made.getLong(1);
                }
            } catch (SQLException e) {
                throw RunsFile.fault(e);
            }
        }
    }

    /// Keeps a trial of a run. Trials that several threads bring at the same time are written
    /// together.
    public void append(long run, Trial trial) throws IOException {
        try {
            together.write(new Kept(run, trial));
        } catch (SQLException e) {
            throw RunsFile.fault(e);
        }
    }

    /// All runs, oldest first.
    public List<RunInfo> runs() throws IOException {
        synchronized (connection) {
            try (Statement s = connection.createStatement();
                    ResultSet r =
                            s.executeQuery(
                                    "select id, started, designs, models, items, repeats, cells,"
                                            + " (select count(*) from trials where run = runs.id"
                                            + " and state = 'DONE')"
                                            + " from runs order by id")) {
                List<RunInfo> runs = new ArrayList<>();
                while (r.next()) {
                    runs.add(
                            new RunInfo(
                                    r.getLong(1),
                                    Instant.parse(r.getString(2)),
                                    RunsFile.strings(r.getString(3)),
                                    RunsFile.strings(r.getString(4)),
                                    RunsFile.strings(r.getString(5)),
                                    r.getInt(6),
                                    r.getInt(7),
                                    r.getInt(8)));
                }
                return runs;
            } catch (SQLException e) {
                throw RunsFile.fault(e);
            }
        }
    }

    /// The latest run.
    public Optional<RunInfo> latest() throws IOException {
        List<RunInfo> runs = runs();
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
    }

    /// All trials of a run in the order they ended. A cell asked again after a failure or a
    /// cancellation appears more than once; the last one counts.
    public List<Trial> trials(long run) throws IOException {
        return trials(run, TrialRows.WHOLE);
    }

    /// The same without requests and replies, which are most of a large run.
    public List<Trial> outlines(long run) throws IOException {
        return trials(run, TrialRows.OUTLINES);
    }

    private List<Trial> trials(long run, String select) throws IOException {
        synchronized (connection) {
            try (PreparedStatement s = connection.prepareStatement(select)) {
                s.setLong(1, run);
                try (ResultSet r = s.executeQuery()) {
                    List<Trial> trials = new ArrayList<>();
                    Map<String, List<String>> lists = new HashMap<>();
                    while (r.next()) {
                        trials.add(TrialRows.trial(r, lists));
                    }
                    return trials;
                }
            } catch (SQLException e) {
                throw RunsFile.fault(e);
            }
        }
    }

    /// The cells of a run that were answered.
    public Set<Cell> done(long run) throws IOException {
        synchronized (connection) {
            try (PreparedStatement s = connection.prepareStatement(TrialRows.DONE)) {
                s.setLong(1, run);
                try (ResultSet r = s.executeQuery()) {
                    Set<Cell> done = new HashSet<>();
                    while (r.next()) {
                        done.add(TrialRows.cell(r));
                    }
                    return done;
                }
            } catch (SQLException e) {
                throw RunsFile.fault(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (connection) {
            try {
                insert.close();
                connection.close();
            } catch (SQLException e) {
                throw RunsFile.fault(e);
            }
        }
    }
}
