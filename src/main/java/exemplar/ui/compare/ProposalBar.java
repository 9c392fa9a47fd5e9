package exemplar.ui.compare;

import exemplar.backend.cost.Estimate;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Says what a run costs before anything is sent, and waits for a person's word. Under the filters,
/// in the way of nothing.
final class ProposalBar extends HBox {
    private final RunDesk desk;
    private final Label words = new Label();
    private final Label limitWords = new Label(Texts.of("compare.proposal.limit"));
    private final TextField limit = new TextField();
    private final Button run = new Button();

    ProposalBar(RunDesk desk) {
        this.desk = desk;
        getStyleClass().addAll("banner", "proposal");
        setId("compare-proposal");
        words.setWrapText(true);
        words.setMinWidth(0);
        limitWords.setMinWidth(USE_PREF_SIZE);
        limit.setPrefColumnCount(6);
        limit.setId("compare-limit");
        limit.setAccessibleText(limitWords.getText());
        limit.textProperty().subscribe(t -> run.setDisable(!isAmount(t)));
        run.getStyleClass().add("secondary");
        run.setId("compare-agree");
        run.setMinWidth(USE_PREF_SIZE);
        run.setOnAction(e -> agree());
        limit.setOnAction(e -> agree());
        Button not = new Button(Texts.of("compare.proposal.no"));
        not.getStyleClass().add("quiet");
        not.setMinWidth(USE_PREF_SIZE);
        not.setOnAction(e -> desk.decline());
        getChildren()
                .addAll(
                        Icons.of(Feather.ALERT_CIRCLE, 14),
                        words,
                        Headers.spring(),
                        limitWords,
                        limit,
                        run,
                        not);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        desk.decline();
                        e.consume();
                    }
                });
        show(Optional.empty());
    }

    /// Shows a run that waits, or nothing.
    void show(Optional<RunDesk.Proposal> proposal) {
        Presence.set(this, proposal.isPresent());
        proposal.ifPresent(p -> {
            Forecast.Outlook o = p.outlook();
            Estimate e = o.estimate();
            boolean priced = e.unpriced().isEmpty();
            String models = String.join(", ", o.paid());
            words.setText(
                    priced
                            ? Texts.of(
                                    "compare.proposal.cost",
                                    o.sent(),
                                    models,
                                    money(e.low()),
                                    money(e.high()))
                            : Texts.of("compare.proposal.unpriced", o.sent(), models));
            limit.setText(priced ? String.format(Locale.ROOT, "%.2f", ceiling(e.high())) : "");
            Presence.set(limit, priced);
            Presence.set(limitWords, priced);
            run.setText(Texts.of("compare.proposal.yes", o.sent()));
            run.setDisable(!isAmount(limit.getText()));
            exemplar.ui.fx.Screen.TOOLKIT.later(run::requestFocus);
        });
    }

    private static double ceiling(double cost) {
        return Math.ceil(cost * 100) / 100;
    }

    static String money(double dollars) {
        return dollars < 0.01 && dollars > 0
                ? String.format(Locale.ROOT, "$%.4f", dollars)
                : String.format(Locale.ROOT, "$%.2f", dollars);
    }

    private void agree() {
        if (!run.isDisabled()) {
            desk.agree(amount(limit.getText()));
        }
    }

    private static boolean isAmount(String text) {
        return text.isBlank() || amount(text).isPresent();
    }

    private static Optional<Double> amount(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.').replace("$", ""));
            return value >= 0 && value < 1e9 ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
