package exemplar.study.runs;

import exemplar.compare.Cell;
import exemplar.compare.Judgement;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Trials as rows of the file.
final class TrialRows {
    static final String INSERT =
            "insert into trials(run, design, model, item, repeat, state, answer, predicted, verdict,"
                    + " score, prompt_hash, demos, prompt_tokens, answer_tokens, millis, fault,"
                    + " request, reply, at, cached) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private static final String OUTLINE =
            "design, model, item, repeat, state, answer, predicted, verdict, score, prompt_hash,"
                    + " demos, prompt_tokens, answer_tokens, millis, fault, at, cached";

    static final String OUTLINES =
            "select " + OUTLINE + ", '', '' from trials where run = ? order by id";

    static final String WHOLE =
            "select " + OUTLINE + ", request, reply from trials where run = ? order by id";

    static final String DONE =
            "select distinct design, model, item, repeat from trials where run = ? and state = 'DONE'";

    private TrialRows() {}

    static void put(PreparedStatement insert, long run, Trial trial) throws SQLException {
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
        insert.setString(12, RunsFile.json(trial.demonstrations()));
        insert.setInt(13, trial.promptTokens());
        insert.setInt(14, trial.answerTokens());
        insert.setLong(15, trial.millis());
        insert.setString(16, trial.fault());
        insert.setString(17, trial.request());
        insert.setString(18, trial.reply());
        insert.setString(19, trial.at().toString());
        insert.setInt(20, trial.cached() ? 1 : 0);
        insert.executeUpdate();
    }

    static Cell cell(ResultSet r) throws SQLException {
        return new Cell(new Variant(r.getString(1), r.getString(2)), r.getString(3), r.getInt(4));
    }

    /// A kept trial.
    ///
    /// @param lists of demonstrations that were read before: most rows of a run have the same
    static Trial trial(ResultSet r, Map<String, List<String>> lists)
            throws SQLException, IOException {
        String demos = r.getString(11);
        List<String> known = lists.get(demos);
        if (known == null) {
            known = RunsFile.strings(demos);
            lists.put(demos, known);
        }
        return new Trial(
                cell(r),
                Trial.State.valueOf(r.getString(5)),
                r.getString(6),
                new Judgement(
                        r.getString(7), Judgement.Verdict.valueOf(r.getString(8)), r.getDouble(9)),
                r.getString(10),
                known,
                r.getInt(12),
                r.getInt(13),
                r.getLong(14),
                r.getString(15),
                r.getString(18),
                r.getString(19),
                Instant.parse(r.getString(16)),
                r.getInt(17) != 0);
    }
}
