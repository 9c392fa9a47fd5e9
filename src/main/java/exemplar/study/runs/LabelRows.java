package exemplar.study.runs;

import com.fasterxml.jackson.core.type.TypeReference;
import exemplar.backend.label.LabelDistribution;
import exemplar.backend.label.LabelScore;
import exemplar.backend.label.Method;
import exemplar.stats.Interval;
import exemplar.stats.Wilson;
import exemplar.study.runs.LabelEvidence.Part;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Label evidence as rows of the file.
final class LabelRows {
    static final String INSERT =
            "insert into labels(part, example, model, design, method, calibration, distribution, raw,"
                    + " scores, samples, unparsed, note, demos, prompt_hash, prompt, millis, at,"
                    + " source) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    static final String OF_MODEL =
            "select part, example, model, design, method, calibration, distribution, raw, scores,"
                    + " samples, unparsed, note, demos, prompt_hash, '', millis, at, source"
                    + " from labels"
                    + " where (?1 = '' or model = ?1) and (?2 = '' or design = ?2) order by id";

    static final String KEYS =
            "select part, example, prompt_hash, calibration, method, source from labels"
                    + " where model = ? and design = ? order by id";

    private static final TypeReference<LinkedHashMap<String, Double>> SHARES =
            new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, Told>> TOLD = new TypeReference<>() {};

    /// A score as the file has it.
    ///
    /// @param score `-Infinity` is a text of its own, as JSON has no word for it
    record Told(String score, int tokens, boolean atMost) {}

    private LabelRows() {}

    static void put(PreparedStatement insert, LabelEvidence e) throws SQLException {
        LabelDistribution d = e.distribution();
        insert.setString(1, e.part().name());
        insert.setString(2, e.example());
        insert.setString(3, e.model());
        insert.setString(4, e.design());
        insert.setString(5, d.method().name());
        insert.setString(6, e.calibration());
        insert.setString(7, RunsFile.json(shares(d)));
        insert.setString(8, RunsFile.json(shares(e.raw())));
        Map<String, Told> told = new LinkedHashMap<>();
        d.scores()
                .forEach(s ->
                        told.put(
                                s.label(),
                                new Told(Double.toString(s.score()), s.tokens(), s.atMost())));
        insert.setString(9, RunsFile.json(told));
        insert.setInt(10, d.samples());
        insert.setInt(11, d.unparsed());
        insert.setString(12, d.note());
        insert.setString(13, RunsFile.json(e.demonstrations()));
        insert.setString(14, e.promptHash());
        insert.setString(15, e.prompt());
        insert.setLong(16, e.millis());
        insert.setString(17, e.at().toString());
        insert.setString(18, e.source());
        insert.executeUpdate();
    }

    static LabelEvidence evidence(ResultSet r) throws SQLException, IOException {
        Method method = Method.valueOf(r.getString(5));
        Map<String, Told> told = RunsFile.read(r.getString(9), TOLD);
        return new LabelEvidence(
                Part.valueOf(r.getString(1)),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(6),
                distribution(RunsFile.read(r.getString(7), SHARES), told, method, r),
                distribution(RunsFile.read(r.getString(8), SHARES), told, method, r),
                RunsFile.strings(r.getString(13)),
                r.getString(14),
                r.getString(15),
                r.getString(18),
                r.getLong(16),
                Instant.parse(r.getString(17)));
    }

    static Map<String, Double> shares(LabelDistribution d) {
        Map<String, Double> shares = new LinkedHashMap<>();
        d.scores().forEach(s -> shares.put(s.label(), s.probability()));
        return shares;
    }

    private static LabelDistribution distribution(
            Map<String, Double> shares, Map<String, Told> told, Method method, ResultSet r)
            throws SQLException {
        int samples = r.getInt(10);
        int parsed = samples - r.getInt(11);
        List<LabelScore> scores = new ArrayList<>();
        shares.forEach((label, p) -> {
            Told t = told.getOrDefault(label, new Told("NaN", 0, false));
            Optional<Interval> interval =
                    method == Method.SAMPLED
                            ? Optional.of(
                                    Wilson.interval(
                                            parsed == 0 ? 0 : (int) Math.round(p * parsed), parsed))
                            : Optional.empty();
            scores.add(
                    new LabelScore(
                            label,
                            Double.parseDouble(t.score()),
                            p,
                            t.tokens(),
                            t.atMost(),
                            interval));
        });
        return new LabelDistribution(scores, method, samples, r.getInt(11), r.getString(12));
    }

    /// What makes a further scoring of the same example needless.
    static String key(ResultSet r) throws SQLException {
        return String.join(
                "\n",
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5).toLowerCase(Locale.ROOT),
                r.getString(6));
    }
}
