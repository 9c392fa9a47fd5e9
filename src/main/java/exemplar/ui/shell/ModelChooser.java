package exemplar.ui.shell;

import exemplar.backend.gateway.ModelCard;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

/// Which model is asked, whether it can be, and how it scores labels.
final class ModelChooser {
    private final Workspace workspace;
    private final Optional<Workspace.Place> settings;
    private final MenuButton button = new MenuButton();
    private final Label caption = new Label(Texts.of("top.model"));
    private final Circle ready = new Circle(3.5);
    private final Label name = new Label();
    private final Label detail = new Label();
    private List<ModelCard> cards = List.of();
    private int letters = 28;

    /// @param settings where models are added and changed; empty where nothing leads there
    ModelChooser(Workspace workspace, Optional<Workspace.Place> settings) {
        this.workspace = workspace;
        this.settings = settings;
        caption.getStyleClass().add("caption");
        caption.setMinWidth(Label.USE_PREF_SIZE);
        name.setMinWidth(Label.USE_PREF_SIZE);
        detail.setMinWidth(Label.USE_PREF_SIZE);
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        detail.getStyleClass().addAll("caption", "model-detail");
        ready.getStyleClass().add("state-dot");
        HBox inside = new HBox(6, caption, ready, name, detail);
        inside.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("chooser");
        button.setId("model-chooser");
        button.getItems().add(new MenuItem());
        button.setOnShowing(e -> {
            button.getItems().setAll(items());
            refresh();
        });
        workspace.model().subscribe(this::show);
        workspace.models().subscribe(this::lookAgain);
        workspace
                .session()
                .subscribe(open -> {
                    button.setDisable(open.isEmpty());
                    if (open.isPresent()) {
                        // The models are read from files and a database.
                        workspace.jobs().screen().afterPaint(this::refresh);
                    }
                });
    }

    Node view() {
        return button;
    }

    /// What it says where there is room for all of it.
    String words() {
        return workspace.model().get() + " " + detail.getText();
    }

    /// Tells when it says something else.
    void whenWordsChange(Runnable tell) {
        name.textProperty().subscribe(t -> tell.run());
        detail.textProperty().subscribe(t -> tell.run());
    }

    void squeeze(boolean narrow, boolean veryNarrow) {
        letters = veryNarrow ? 16 : 28;
        show(workspace.model().get());
        Presence.set(detail, !narrow);
        Presence.set(caption, !veryNarrow);
    }

    private void lookAgain() {
        if (workspace.session().get().isPresent()) {
            refresh();
        }
    }

    /// Asks for the models again, away from the screen's thread: their list is read from a file.
    private void refresh() {
        workspace
                .jobs()
                .background(
                        () -> workspace.gateway().models(),
                        found -> {
                            cards = found;
                            if (button.isShowing()) {
                                button.getItems().setAll(items());
                            }
                            show(workspace.model().get());
                        },
                        e -> workspace.tell(Notice.problem(String.valueOf(e.getMessage()))));
    }

    private Optional<ModelCard> card(String model) {
        return cards.stream().filter(c -> c.name().equals(model)).findFirst();
    }

    private void show(String model) {
        name.setText(model.isEmpty() ? "–" : TopBar.cut(model, letters));
        Optional<ModelCard> card = card(model);
        boolean can = card.filter(c -> c.silent().isEmpty()).isPresent();
        ready.getStyleClass().setAll("state-dot", can ? "ready" : "away");
        detail.setText(
                can
                        ? card.map(ModelChooser::detail).orElse("")
                        : cards.isEmpty() ? "" : Texts.of("top.model.away"));
        String state =
                card.flatMap(ModelCard::silent)
                        .orElse(
                                card.isPresent()
                                        ? Texts.of("top.model.ready")
                                        : Texts.of("top.model.missing", model));
        Hint.set(button, model + ": " + state);
        button.setAccessibleText(Texts.of("top.model") + " " + model + ", " + state);
    }

    private static String detail(ModelCard card) {
        return card.backend() + " · " + Texts.of(scores(card));
    }

    private static String scores(ModelCard card) {
        return card.abilities().labelScores()
                ? "top.scores.exact"
                : card.abilities().topLogProbabilities() > 0
                        ? "top.scores.top"
                        : "top.scores.sampled";
    }

    private List<MenuItem> items() {
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (ModelCard card : cards) {
            RadioMenuItem item =
                    new RadioMenuItem(
                            card.name()
                                    + "  ·  "
                                    + card.silent()
                                            .map(why -> card.backend() + "  –  " + why)
                                            .orElse(detail(card)));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(card.name().equals(workspace.model().get()));
            item.setDisable(card.silent().isPresent());
            item.setOnAction(e -> workspace.model().set(card.name()));
            items.add(item);
        }
        if (items.isEmpty()) {
            items.add(said("top.nomodels"));
        }
        if (settings.isPresent()) {
            MenuItem more = new MenuItem(Texts.of("command.models"));
            more.setId("model-settings");
            more.setMnemonicParsing(false);
            more.setOnAction(e -> workspace.go(settings.get()));
            items.add(new SeparatorMenuItem());
            items.add(more);
        }
        return items;
    }

    private static MenuItem said(String key) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.setMnemonicParsing(false);
        item.setDisable(true);
        return item;
    }
}
