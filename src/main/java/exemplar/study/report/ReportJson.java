package exemplar.study.report;

import exemplar.compare.Summary;
import exemplar.compare.Trial;
import exemplar.model.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A report as plain maps and lists, ready to be written as JSON. A number that does not exist is
/// left out, never written as NaN.
public final class ReportJson {
    private ReportJson() {}

    /// The whole document.
    public static Map<String, Object> document(Report report) {
        Map<String, Object> doc = new LinkedHashMap<>();
        doc.put("study", report.study());
        doc.put("run", report.run().id());
        doc.put("started", report.run().started().toString());
        doc.put("designs", report.run().designs());
        doc.put("models", report.run().models());
        doc.put("repeats", report.run().repeats());
        doc.put("cells", report.run().cells());
        doc.put("trials", report.trials().size());
        doc.put("failed", report.failures());
        doc.put("variants", report.summaries().stream().map(ReportJson::summary).toList());
        doc.put("items", items(report));
        return doc;
    }

    private static Map<String, Object> summary(Summary s) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("design", s.variant().design());
        map.put("model", s.variant().model());
        map.put("judged", s.judged());
        map.put("right", s.right());
        map.put("unparsed", s.unparsed());
        map.put("failed", s.failed());
        if (s.judged() > 0) {
            Map<String, Object> accuracy = new LinkedHashMap<>();
            accuracy.put("estimate", s.accuracy().estimate());
            accuracy.put("low", s.accuracy().low());
            accuracy.put("high", s.accuracy().high());
            accuracy.put("interval", "Wilson 95 %");
            map.put("accuracy", accuracy);
        }
        number(map, "macro_f1", s.macroF1());
        number(map, "mean_score", s.meanScore());
        map.put("prompt_tokens", s.promptTokens());
        map.put("answer_tokens", s.answerTokens());
        number(map, "mean_ms", s.meanMillis());
        return map;
    }

    private static void number(Map<String, Object> map, String name, double value) {
        if (!Double.isNaN(value)) {
            map.put(name, value);
        }
    }

    private static List<Map<String, Object>> items(Report report) {
        Map<String, List<Map<String, Object>>> cells = new LinkedHashMap<>();
        for (Trial trial : report.trials()) {
            cells.computeIfAbsent(trial.cell().item(), i -> new ArrayList<>()).add(trial(trial));
        }
        List<Map<String, Object>> items = new ArrayList<>();
        for (Example item : report.items()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("id", item.id());
            map.put("fields", item.fields());
            map.put("gold", item.gold());
            map.put("trials", cells.getOrDefault(item.id(), List.of()));
            items.add(map);
        }
        return items;
    }

    private static Map<String, Object> trial(Trial t) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("design", t.cell().variant().design());
        map.put("model", t.cell().variant().model());
        map.put("repeat", t.cell().repeat());
        map.put("state", t.state().name().toLowerCase(Locale.ROOT));
        map.put("answer", t.answer());
        map.put("predicted", t.judgement().predicted());
        map.put("verdict", verdict(t));
        map.put("score", t.judgement().score());
        map.put("demos", t.demonstrations());
        map.put("prompt_sha256", t.promptHash());
        map.put("ms", t.millis());
        if (!t.fault().isEmpty()) {
            map.put("fault", t.fault());
        }
        return map;
    }

    static String verdict(Trial t) {
        return t.judgement().verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
