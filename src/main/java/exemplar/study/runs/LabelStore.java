package exemplar.study.runs;

import exemplar.backend.cache.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The label evidence of one study, in the file of its runs. Safe to use from several threads;
/// every method blocks on the disk. Evidence is kept when [#append] returns.
public final class LabelStore implements AutoCloseable {
    private final Path study;
    private final Connection connection;
    private final Together<LabelEvidence> together;
    private final PreparedStatement insert;

    private LabelStore(Path study, Connection connection) throws SQLException {
        this.study = study;
        this.connection = connection;
        this.insert = connection.prepareStatement(LabelRows.INSERT);
        this.together = new Together<>(connection, e -> LabelRows.put(insert, e));
    }

    /// Whether the study in that folder has a file of runs and evidence at all.
    public static boolean exists(Path study) {
        return Files.isRegularFile(study.resolve(RunsFile.NAME));
    }

    /// Opens the evidence of the study in that folder, making the file where there is none.
    ///
    /// @throws IOException with a sentence for a person when the file cannot be used
    public static LabelStore open(Path study) throws IOException {
        Connection connection = RunsFile.connect(study);
        try {
            return new LabelStore(study, connection);
        } catch (SQLException e) {
            throw RunsFile.fault(e);
        }
    }

    /// The study's folder.
    Path folder() {
        return study;
    }

    public void append(LabelEvidence evidence) throws IOException {
        try {
            together.write(evidence);
        } catch (SQLException e) {
            throw RunsFile.fault(e);
        }
    }

    /// The latest evidence on each example, in the order it was found; without the texts of the
    /// prompts, which are most of it.
    ///
    /// @param model only that model's; empty for any
    /// @param design only of that design's prompts; empty for any
    public List<LabelEvidence> latest(Optional<String> model, Optional<String> design)
            throws IOException {
        synchronized (connection) {
            try (PreparedStatement s = connection.prepareStatement(LabelRows.OF_MODEL)) {
                s.setString(1, model.orElse(""));
                s.setString(2, design.orElse(""));
                try (ResultSet r = s.executeQuery()) {
                    Map<List<Object>, LabelEvidence> latest = new LinkedHashMap<>();
                    while (r.next()) {
                        LabelEvidence e = LabelRows.evidence(r);
                        List<Object> of = List.of(e.part(), e.example(), e.model(), e.design());
                        latest.remove(of);
                        latest.put(of, e);
                    }
                    return new ArrayList<>(latest.values());
                }
            } catch (SQLException e) {
                throw RunsFile.fault(e);
            }
        }
    }

    /// What is known last of each example under a model and a design, to leave it out.
    Set<String> known(String model, String design) throws IOException {
        synchronized (connection) {
            try (PreparedStatement s = connection.prepareStatement(LabelRows.KEYS)) {
                s.setString(1, model);
                s.setString(2, design);
                try (ResultSet r = s.executeQuery()) {
                    Map<List<String>, String> latest = new HashMap<>();
                    while (r.next()) {
                        latest.put(List.of(r.getString(1), r.getString(2)), LabelRows.key(r));
                    }
                    return Set.copyOf(latest.values());
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
