package exemplar.study.report;

import exemplar.compare.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report as aligned lines for a terminal.
public final class ReportText {
    private ReportText() {}

    /// One line about the run, then one a variant.
    public static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Run %d of %s: %s × %s%s, %d of %d cells"
                        .formatted(
                                report.run().id(),
                                report.study(),
                                count(report.run().items().size(), "item"),
                                count(report.summaries().size(), "variant"),
                                report.run().repeats() > 1
                                        ? " × %d repeats".formatted(report.run().repeats())
                                        : "",
                                report.trials().size(),
                                report.run().cells()));
        int design = width(report.summaries().stream().map(s -> s.variant().design()).toList());
        int model = width(report.summaries().stream().map(s -> s.variant().model()).toList());
        for (Summary s : report.summaries()) {
            lines.add(
                    "  %s  %s  %s"
                            .formatted(
                                    pad(s.variant().design(), design),
                                    pad(s.variant().model(), model),
                                    numbers(report, s)));
        }
        return lines;
    }

    private static String numbers(Report report, Summary s) {
        List<String> parts = new ArrayList<>();
        if (s.judged() > 0) {
            parts.add(
                    String.format(
                            Locale.ROOT,
                            "right %d of %d, accuracy %.2f (%.2f to %.2f, Wilson 95 %%)",
                            s.right(),
                            s.judged(),
                            s.accuracy().estimate(),
                            s.accuracy().low(),
                            s.accuracy().high()));
            parts.add(
                    report.classifies()
                            ? String.format(Locale.ROOT, "macro-F1 %.2f", s.macroF1())
                            : String.format(Locale.ROOT, "chrF2 %.1f", 100 * s.meanScore()));
        }
        if (s.unparsed() > 0 && report.classifies()) {
            parts.add(s.unparsed() + " unparsed");
        }
        if (s.failed() > 0) {
            parts.add(s.failed() + " failed");
        }
        if (!Double.isNaN(s.meanMillis())) {
            parts.add(String.format(Locale.ROOT, "%.0f ms each", s.meanMillis()));
        }
        return parts.isEmpty() ? "nothing answered yet" : String.join(", ", parts);
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private static int width(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
