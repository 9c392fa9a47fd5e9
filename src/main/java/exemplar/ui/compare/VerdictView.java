package exemplar.ui.compare;

import exemplar.compare.Summary;
import exemplar.compare.Variant;
import exemplar.model.Task;
import exemplar.study.Study;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The scores with their intervals, drawn on one scale from 0 to 1.
final class VerdictView {
    private final VBox lines = new VBox(2);
    private final VBox root;

    VerdictView() {
        lines.getStyleClass().add("verdict");
        lines.setId("compare-verdict");
        root =
                new VBox(
                        Headers.section(
                                Texts.of("compare.verdict"), Texts.of("compare.verdict.caption")),
                        lines);
    }

    Node view() {
        return root;
    }

    void show(List<Variant> variants, Map<Variant, Summary> sums, Workspace workspace) {
        lines.getChildren().clear();
        boolean classifies =
                workspace
                        .study()
                        .get()
                        .map(Study::task)
                        .map(t -> t.kind() == Task.Kind.CLASSIFY)
                        .orElse(true);
        for (int i = 0; i < variants.size(); i++) {
            Summary sum = sums.get(variants.get(i));
            lines.getChildren().add(new Whisker(CompareViewModel.letter(i), sum));
        }
        if (sums.values().stream().noneMatch(s -> s.judged() > 0)) {
            Label nothing = new Label(Texts.of("compare.verdict.none"));
            nothing.getStyleClass().add("muted");
            nothing.setWrapText(true);
            lines.getChildren().setAll(nothing);
            return;
        }
        for (int i = 0; i < variants.size(); i++) {
            Summary sum = sums.get(variants.get(i));
            if (sum != null && sum.judged() > 0) {
                Label words = new Label(sentence(CompareViewModel.letter(i), sum, classifies));
                words.setWrapText(true);
                words.getStyleClass().add("caption");
                lines.getChildren().add(words);
            }
        }
    }

    private static String sentence(String letter, Summary sum, boolean classifies) {
        String words =
                Texts.of(
                        "compare.verdict.sentence",
                        letter,
                        sum.right(),
                        sum.judged(),
                        classifies
                                ? Texts.of("compare.verdict.f1", sum.macroF1())
                                : Texts.of("compare.verdict.chrf", 100 * sum.meanScore()));
        if (classifies && sum.unparsed() > 0) {
            words += " " + Texts.of("compare.verdict.unparsed.n", sum.unparsed());
        }
        if (sum.failed() > 0) {
            words += " " + Texts.of("compare.verdict.failed.n", sum.failed());
        }
        return words;
    }

    /// A dot and its interval.
    private static final class Whisker extends Pane {
        private final Label name;
        private final Label number = new Label();
        private final Region track = new Region();
        private final Region bar = new Region();
        private final Region dot = new Region();
        private final double estimate;
        private final double low;
        private final double high;
        private final boolean known;

        Whisker(String letter, @org.jspecify.annotations.Nullable Summary sum) {
            name = new Label(letter);
            name.getStyleClass().add("strong");
            known = sum != null && sum.judged() > 0;
            estimate = known && sum != null ? sum.accuracy().estimate() : 0;
            low = known && sum != null ? sum.accuracy().low() : 0;
            high = known && sum != null ? sum.accuracy().high() : 0;
            number.setText(known ? String.format(Locale.ROOT, "%.2f", estimate) : "–");
            number.getStyleClass().add("number");
            track.getStyleClass().add("whisker-track");
            bar.getStyleClass().add("whisker-bar");
            dot.getStyleClass().add("whisker-dot");
            bar.setVisible(known);
            dot.setVisible(known);
            setMinHeight(24);
            setPrefHeight(24);
            getChildren().addAll(name, track, bar, dot, number);
            setAccessibleText(
                    known
                            ? Texts.of("compare.verdict.spoken", letter, estimate, low, high)
                            : letter);
        }

        @Override
        protected void layoutChildren() {
            double h = getHeight();
            double left = 28;
            double width = Math.max(20, getWidth() - left - 48);
            name.resizeRelocate(0, (h - 18) / 2, 24, 18);
            track.resizeRelocate(left, h / 2, width, 1);
            bar.resizeRelocate(left + low * width, h / 2 - 1, Math.max(2, (high - low) * width), 2);
            dot.resizeRelocate(left + estimate * width - 4, h / 2 - 4, 8, 8);
            number.resizeRelocate(left + width + 8, (h - 18) / 2, 40, 18);
        }
    }
}
