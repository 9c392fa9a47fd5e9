package exemplar.ui.compare;

import exemplar.compare.Contrast;
import exemplar.compare.Standing;
import exemplar.compare.Summary;
import exemplar.compare.Variant;
import exemplar.stats.Interval;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The scores with their intervals, and in words which variant is better and whether that can be
/// said.
final class VerdictView {
    private static final int MOST_CONTRASTS = 6;

    private final CompareViewModel model;
    private final IntervalChart chart = new IntervalChart();
    private final VBox lines = new VBox(6);
    private final Label caption = new Label();
    private final VBox root;

    VerdictView(CompareViewModel model) {
        this.model = model;
        lines.getStyleClass().add("verdict");
        lines.setId("compare-verdict");
        caption.getStyleClass().add("caption");
        caption.setMinWidth(0);
        root = new VBox(Headers.section(Texts.of("compare.verdict"), "", caption), lines);
        root.setMinHeight(Region.USE_PREF_SIZE);
    }

    Node view() {
        return root;
    }

    void show(Tally tally) {
        lines.getChildren().clear();
        caption.setText(
                Texts.of(
                        model.hasLabels()
                                ? "compare.verdict.caption"
                                : "compare.verdict.caption.texts"));
        if (tally.ranking().standings().stream().noneMatch(s -> s.items() > 0)) {
            Label nothing = new Label(model.noScores(tally));
            nothing.getStyleClass().add("muted");
            nothing.setWrapText(true);
            lines.getChildren().setAll(nothing);
            return;
        }
        chart.show(tally.ranking().standings());
        lines.getChildren().add(chart);
        sentences(tally).forEach(s -> lines.getChildren().add(flow(s)));
        for (Variant v : model.variants()) {
            tally.summary(v)
                    .filter(s -> s.judged() + s.failed() > 0)
                    .ifPresent(s -> lines.getChildren().add(facts(s)));
        }
    }

    /// The best variant against each of the others, those it beats first.
    private List<Sentence> sentences(Tally tally) {
        Variant best =
                tally.ranking().standings().stream()
                        .filter(s -> s.items() > 0)
                        .max(Comparator.comparingDouble(s -> s.score().estimate()))
                        .map(Standing::variant)
                        .orElseThrow();
        List<Contrast> contrasts =
                tally.ranking().contrasts().stream()
                        .filter(c -> c.better().equals(best) || c.other().equals(best))
                        .sorted(Comparator.comparingDouble(Contrast::held))
                        .limit(MOST_CONTRASTS)
                        .toList();
        List<Sentence> all = new ArrayList<>();
        boolean told = false;
        for (Contrast c : contrasts) {
            all.add(sentence(c, !told));
            told |= !c.distinguishable();
        }
        return all;
    }

    /// @param verdict what is said first, and strongest
    record Sentence(String verdict, String evidence) {}

    /// @param needed whether to say how many items would tell them apart
    private Sentence sentence(Contrast c, boolean needed) {
        String better = letter(c.better());
        String other = letter(c.other());
        Interval d = c.paired().difference();
        if (c.paired().n() < 2) {
            return new Sentence("", Texts.of("compare.contrast.few", better, other));
        }
        if (c.distinguishable()) {
            return new Sentence(
                    Texts.of("compare.contrast.better", better, other),
                    Texts.of(
                            "compare.contrast.by",
                            100 * d.estimate(),
                            100 * d.low(),
                            100 * d.high(),
                            chance(c.held()),
                            c.paired().n()));
        }
        String words =
                Texts.of(
                        "compare.contrast.same",
                        better,
                        other,
                        100 * d.estimate(),
                        100 * d.low(),
                        100 * d.high(),
                        chance(c.held()),
                        c.paired().n());
        long items = c.paired().needed();
        return new Sentence(
                "",
                needed && items > c.paired().n()
                        ? words + Texts.of("compare.contrast.needed", items)
                        : words);
    }

    private static String chance(double p) {
        return p < 0.001 ? Texts.of("compare.contrast.p.small") : Texts.of("compare.contrast.p", p);
    }

    private static Node flow(Sentence sentence) {
        Text verdict = new Text(sentence.verdict());
        verdict.getStyleClass().addAll("verdict-words", "strong");
        Text evidence = new Text(sentence.evidence());
        evidence.getStyleClass()
                .add(sentence.verdict().isEmpty() ? "verdict-muted" : "verdict-words");
        TextFlow flow = new TextFlow(verdict, evidence);
        flow.setMinHeight(Region.USE_PREF_SIZE);
        return flow;
    }

    private Label facts(Summary sum) {
        List<String> words = new ArrayList<>();
        if (sum.judged() > 0) {
            words.add(
                    Texts.of(
                            model.hasLabels()
                                    ? "compare.verdict.sentence"
                                    : "compare.verdict.sentence.texts",
                            letter(sum.variant()),
                            sum.right(),
                            sum.judged(),
                            100 * sum.meanScore()));
        } else {
            words.add(Texts.of("compare.verdict.unjudged", letter(sum.variant())));
        }
        if (model.hasLabels() && sum.judged() > 0) {
            words.add(Texts.of("compare.verdict.f1", sum.macroF1()));
        }
        if (model.hasLabels() && sum.unparsed() > 0) {
            words.add(Texts.of("compare.verdict.unparsed.n", sum.unparsed()));
        }
        if (sum.failed() > 0) {
            words.add(Texts.of("compare.verdict.failed.n", sum.failed()));
        }
        if (!Double.isNaN(sum.meanMillis())) {
            words.add(
                    Texts.of(
                            "compare.verdict.time",
                            AnswerCell.seconds(Math.round(sum.meanMillis()))));
        }
        Label label = new Label(String.join(" · ", words));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("caption");
        return label;
    }

    private String letter(Variant variant) {
        return CompareViewModel.letter(model.variants().indexOf(variant));
    }
}
