package exemplar.cli;

import exemplar.backend.label.LabelDistribution;
import exemplar.backend.label.LabelScore;
import exemplar.study.runs.LabelEvidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Label evidence as lines for machines and for people.
final class LabelJson {
    private LabelJson() {}

    static Map<String, Object> of(LabelEvidence e) {
        LabelDistribution d = e.distribution();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", e.example());
        map.put("set", e.part().name().toLowerCase(Locale.ROOT));
        map.put("model", e.model());
        map.put("design", e.design());
        map.put("distribution", shares(d));
        map.put("entropy_bits", d.entropyBits());
        map.put("margin", d.margin());
        map.put("ambiguous", d.ambiguous(2));
        map.put("predicted", d.predicted());
        map.put("method", d.method().written());
        map.put("calibration", e.calibration().isEmpty() ? "none" : e.calibration());
        map.put("raw", shares(e.raw()));
        if (d.isEstimate()) {
            map.put("estimate", true);
            map.put("samples", d.samples());
            map.put("unparsed", d.unparsed());
            Map<String, List<Double>> intervals = new LinkedHashMap<>();
            for (LabelScore s : d.scores()) {
                s.interval().ifPresent(i -> intervals.put(s.label(), List.of(i.low(), i.high())));
            }
            map.put("intervals", intervals);
        }
        List<String> bounds =
                d.scores().stream().filter(LabelScore::atMost).map(LabelScore::label).toList();
        if (!bounds.isEmpty()) {
            map.put("at_most", bounds);
        }
        if (!d.note().isEmpty()) {
            map.put("note", d.note());
        }
        map.put("demos", e.demonstrations());
        return map;
    }

    private static Map<String, Double> shares(LabelDistribution d) {
        Map<String, Double> shares = new LinkedHashMap<>();
        d.scores().forEach(s -> shares.put(s.label(), s.probability()));
        return shares;
    }

    static String line(LabelEvidence e) {
        LabelDistribution d = e.distribution();
        StringBuilder line =
                new StringBuilder(
                        String.format(Locale.ROOT, "%-12s %-16s", e.example(), d.predicted()));
        d.ranked().stream()
                .limit(3)
                .forEach(s ->
                        line.append(
                                String.format(
                                        Locale.ROOT, " %s %.3f", s.label(), s.probability())));
        line.append(
                String.format(
                        Locale.ROOT,
                        "  margin %.3f  entropy %.2f bits  %s",
                        d.margin(),
                        d.entropyBits(),
                        d.way()));
        return line.append(e.calibration().isEmpty() ? "" : ", calibrated").toString();
    }
}
