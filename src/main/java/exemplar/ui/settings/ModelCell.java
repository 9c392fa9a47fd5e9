package exemplar.ui.settings;

import exemplar.backend.catalogue.Entry;
import exemplar.backend.gateway.ModelCard;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// A model in the list: its name, where it runs, and whether it can be asked or why not.
final class ModelCell extends ListCell<Shelf.Row> {
    private final Circle dot = new Circle(3.5);
    private final Label name = new Label();
    private final Label where = new Label();
    private final FlagChip usual = new FlagChip(Texts.of("settings.default"), FlagChip.Tone.GOOD);
    private final FlagChip fetchable =
            new FlagChip(Texts.of("settings.fetchable"), FlagChip.Tone.NOTE);
    private final Label state = new Label();
    private final Predicate<String> failed;
    private final HBox first;
    private final VBox box;

    /// @param failed whether the last test of that name failed
    ModelCell(Predicate<String> failed) {
        this.failed = failed;
        getStyleClass().add("model-cell");
        dot.getStyleClass().add("state-dot");
        name.getStyleClass().add("strong");
        where.getStyleClass().add("caption");
        state.getStyleClass().add("caption");
        state.setWrapText(false);
        first = new HBox(8, dot, name, usual, fetchable, Headers.spring(), where);
        first.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(2, first, state);
        box.setAlignment(Pos.CENTER_LEFT);
        // Long reasons are cut here; the detail says all of them.
        box.setPrefWidth(10);
    }

    @Override
    protected void updateItem(Shelf.Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setGraphic(box);
        name.setText(row.name());
        switch (row) {
            case Shelf.Held held -> show(held);
            case Shelf.Fetchable f -> show(f);
        }
        setAccessibleText(name.getText() + ", " + where.getText() + ", " + state.getText());
    }

    private void show(Shelf.Held held) {
        ModelCard card = held.card();
        Presence.set(dot, true);
        Presence.set(usual, held.usual());
        Presence.set(fetchable, false);
        boolean doubtful = failed.test(held.name());
        dot.getStyleClass().setAll("state-dot", card.available() && !doubtful ? "ready" : "away");
        where.setText(where(held));
        state.setText(
                card.unavailable()
                        .orElseGet(() ->
                                Texts.of(doubtful ? "settings.trial.failed" : "settings.ready")
                                        + " · "
                                        + AbilityWords.scores(card.abilities())));
    }

    static String where(Shelf.Held held) {
        return switch (held.card().backend()) {
            case "built-in" -> Texts.of("settings.where.process");
            case "mock" -> Texts.of("settings.where.mock");
            case "file" -> Texts.of("settings.where.file");
            default -> held.card().backend();
        };
    }

    private void show(Shelf.Fetchable row) {
        Entry entry = row.entry();
        Presence.set(dot, false);
        Presence.set(usual, false);
        Presence.set(fetchable, true);
        where.setText(entry.bytes() > 0 ? Texts.of("settings.mb", entry.bytes() / 1e6) : "");
        state.setText(entry.title() + " · " + entry.licence());
    }
}
