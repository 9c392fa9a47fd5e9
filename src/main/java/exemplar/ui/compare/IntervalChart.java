package exemplar.ui.compare;

import exemplar.compare.Standing;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Scores with their intervals, one below the other on one scale, which is as narrow as they allow.
final class IntervalChart extends Pane {
    private static final double LINE = 26;
    private static final double LEFT = 28;
    private static final double RIGHT = 48;
    private static final double AXIS = 20;

    private record Row(Label name, Region bar, Region dot, Label number, Standing standing) {}

    private record Tick(Region line, Label words, double at) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Tick> ticks = new ArrayList<>();
    private double low;
    private double high = 1;

    IntervalChart() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(0);
    }

    /// @param standings in the order of the columns
    void show(List<Standing> standings) {
        scale(standings);
        rows.clear();
        ticks.clear();
        List<Node> nodes = new ArrayList<>();
        for (double at = low; at <= high + 1e-9; at += step()) {
            Region line = new Region();
            line.getStyleClass().add("axis-line");
            Label words = new Label(MatrixTable.number(at).replaceAll("0$", ""));
            words.getStyleClass().add("axis-words");
            ticks.add(new Tick(line, words, at));
            nodes.add(line);
            nodes.add(words);
        }
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            Standing s = standings.get(i);
            Row row = row(CompareViewModel.letter(i), s);
            rows.add(row);
            nodes.addAll(List.of(row.name(), row.bar(), row.dot(), row.number()));
            if (s.items() > 0) {
                spoken.add(
                        Texts.of(
                                "compare.verdict.spoken",
                                CompareViewModel.letter(i),
                                s.score().estimate(),
                                end(s.score().low()),
                                end(s.score().high())));
            }
        }
        getChildren().setAll(nodes);
        setAccessibleText(String.join("; ", spoken));
        setMinHeight(rows.size() * LINE + AXIS);
        setPrefHeight(rows.size() * LINE + AXIS);
        requestLayout();
    }

    private static Row row(String letter, Standing s) {
        Label name = new Label(letter);
        name.getStyleClass().add("strong");
        Region bar = new Region();
        bar.getStyleClass().add("whisker-bar");
        Region dot = new Region();
        dot.getStyleClass().add("whisker-dot");
        bar.setVisible(s.items() > 1);
        dot.setVisible(s.items() > 0);
        Label number = new Label(s.items() == 0 ? "–" : MatrixTable.number(s.score().estimate()));
        return new Row(name, bar, dot, number, s);
    }

    private void scale(List<Standing> standings) {
        double least = 1;
        double most = 0;
        for (Standing s : standings) {
            if (s.items() > 0) {
                least = Math.min(least, end(s.score().low()));
                most = Math.max(most, end(s.score().high()));
            }
        }
        low = least > most ? 0 : Math.floor(least * 10 + 1e-9) / 10;
        high = least > most ? 1 : Math.min(1, Math.ceil(most * 10 - 1e-9) / 10);
    }

    private double step() {
        return high - low > 0.55 ? 0.2 : 0.1;
    }

    /// An end of an interval that is not known lies at the end of the scale.
    private static double end(double value) {
        return Math.clamp(value, 0, 1);
    }

    private double x(double value) {
        double width = Math.max(20, getWidth() - LEFT - RIGHT);
        return LEFT + (end(value) - low) / Math.max(0.1, high - low) * width;
    }

    @Override
    protected void layoutChildren() {
        double bottom = rows.size() * LINE;
        for (Tick t : ticks) {
            t.line().resizeRelocate(Math.round(x(t.at())), 0, 1, bottom);
            double w = t.words().prefWidth(-1);
            t.words().resizeRelocate(x(t.at()) - w / 2, bottom + 2, w, 16);
        }
        for (int i = 0; i < rows.size(); i++) {
            Row r = rows.get(i);
            double y = i * LINE;
            r.name().resizeRelocate(0, y + (LINE - 18) / 2, 24, 18);
            if (r.dot().isVisible()) {
                double from = x(r.standing().score().low());
                double to = x(r.standing().score().high());
                r.bar().resizeRelocate(from, y + LINE / 2 - 1, Math.max(2, to - from), 2);
                r.dot()
                        .resizeRelocate(
                                x(r.standing().score().estimate()) - 4, y + LINE / 2 - 4, 8, 8);
                r.number().resizeRelocate(Math.max(to, from) + 8, y + (LINE - 18) / 2, 40, 18);
            } else {
                r.number().resizeRelocate(LEFT, y + (LINE - 18) / 2, 40, 18);
            }
        }
    }
}
