package exemplar.study.report;

import exemplar.compare.Cell;
import exemplar.compare.Judgement.Verdict;
import exemplar.compare.Summary;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A report as one page that needs nothing else: no script, no other file, light or dark as the
/// reader's system is. Everything that is data is escaped.
public final class ReportHtml {
    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><style>
            :root{color-scheme:light dark;--line:light-dark(rgb(216 222 228),rgb(48 54 61));
            --muted:light-dark(rgb(89 99 110),rgb(154 164 176));--good:light-dark(rgb(26 127 55),rgb(63 185 80));
            --bad:light-dark(rgb(207 34 46),rgb(248 81 73))}
            body{font:14px/1.45 Inter,system-ui,sans-serif;margin:24px auto;max-width:1200px;padding:0 16px}
            h1{font-size:20px;margin:0 0 4px}p{color:var(--muted);margin:0 0 16px}
            table{border-collapse:collapse;width:100%%;margin:0 0 24px}
            th,td{border-bottom:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top}
            th{font-weight:600}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            td.t{max-width:420px;overflow-wrap:anywhere;white-space:pre-wrap}
            .right{color:var(--good)}.wrong,.failed{color:var(--bad)}.unparsed{color:var(--muted)}
            code{font:12px/1.4 "JetBrains Mono",ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
            </style></head><body>
            """;

    private ReportHtml() {}

    /// The whole page.
    public static String page(Report report) {
        StringBuilder page = new StringBuilder();
        String title = report.study() + ", run " + report.run().id();
        page.append(HEAD.formatted(escape(title)));
        page.append("<h1>").append(escape(title)).append("</h1>\n<p>");
        page.append(escape(report.run().started().toString()))
                .append(" · ")
                .append(report.trials().size())
                .append(" of ")
                .append(report.run().cells())
                .append(" cells</p>\n");
        summaries(page, report);
        matrix(page, report);
        return page.append("</body></html>\n").toString();
    }

    private static void summaries(StringBuilder page, Report report) {
        page.append("<table><thead><tr><th>design<th>model<th>right<th>accuracy (Wilson 95 %)<th>");
        page.append(report.classifies() ? "macro-F1" : "chrF2");
        page.append("<th>unparsed<th>failed<th>tokens in + out<th>ms each</tr></thead><tbody>\n");
        for (Summary s : report.summaries()) {
            page.append("<tr><td>").append(escape(s.variant().design()));
            page.append("<td>").append(escape(s.variant().model()));
            cell(page, s.right() + " of " + s.judged());
            cell(
                    page,
                    s.judged() == 0
                            ? "–"
                            : number("%.2f", s.accuracy().estimate())
                                    + " ("
                                    + number("%.2f", s.accuracy().low())
                                    + " to "
                                    + number("%.2f", s.accuracy().high())
                                    + ")");
            cell(
                    page,
                    report.classifies()
                            ? number("%.2f", s.macroF1())
                            : number("%.1f", 100 * s.meanScore()));
            cell(page, report.classifies() ? String.valueOf(s.unparsed()) : "–");
            cell(page, String.valueOf(s.failed()));
            cell(page, s.promptTokens() + " + " + s.answerTokens());
            cell(page, number("%.0f", s.meanMillis()));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private static void matrix(StringBuilder page, Report report) {
        List<Variant> variants = report.summaries().stream().map(Summary::variant).toList();
        Map<Cell, Trial> trials = new LinkedHashMap<>();
        report.trials().forEach(t -> trials.put(t.cell(), t));
        page.append("<table><thead><tr><th>item<th>input<th>gold");
        variants.forEach(v -> page.append("<th>").append(escape(v.title())));
        page.append("</tr></thead><tbody>\n");
        for (Example item : report.items()) {
            page.append("<tr><td>").append(escape(item.id())).append("<td class=t>");
            page.append(escape(String.join("\n", item.fields().values())));
            page.append("<td class=t>").append(escape(item.gold()));
            for (Variant variant : variants) {
                page.append("<td class=t>");
                for (int repeat = 0; repeat < report.run().repeats(); repeat++) {
                    Trial trial = trials.get(new Cell(variant, item.id(), repeat));
                    page.append(
                            trial == null ? "<span class=unparsed>not asked</span> " : show(trial));
                }
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private static String show(Trial t) {
        if (t.state() != Trial.State.DONE) {
            return "<span class=failed>"
                    + t.state().name().toLowerCase(Locale.ROOT)
                    + "</span> "
                    + escape(t.fault());
        }
        Verdict verdict = t.judgement().verdict();
        String sign =
                switch (verdict) {
                    case RIGHT -> "✓ right";
                    case WRONG -> "✗ wrong";
                    case UNPARSED -> "? unparsed";
                    case NO_GOLD -> "";
                };
        return "<span class=%s>%s</span> <code>%s</code> "
                .formatted(
                        verdict.name().toLowerCase(Locale.ROOT), sign, escape(t.answer().strip()));
    }

    private static void cell(StringBuilder page, String text) {
        page.append("<td class=n>").append(escape(text));
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
