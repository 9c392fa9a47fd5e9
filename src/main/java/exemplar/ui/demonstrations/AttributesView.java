package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.ui.control.LabelPill;
import exemplar.ui.control.Presence;
import exemplar.ui.demonstrations.rows.LanguageGuess;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is chosen rather than written: gold, language, tags, on and pinned. With several rows
/// selected a choice counts for all of them, as one step.
final class AttributesView extends VBox {
    private static final List<String> USUAL =
            List.of("en", "zh", "es", "fr", "de", "ar", "ru", "ja", "hi", "pt", "sw", "th", "tr");

    private final Board board;
    private final RowActions actions;
    private final Wording words;
    private final MenuButton gold = new MenuButton();
    private final LabelPill pill = new LabelPill();
    private final VBox goldBox;
    private final MenuButton language = new MenuButton();
    private final Label languageHint = new Label();
    private final FlowPane tags = new FlowPane(4, 4);
    private final TextField newTag = new TextField();
    private final CheckBox enabled = new CheckBox();
    private final CheckBox pinned = new CheckBox();

    AttributesView(Board board, RowActions actions) {
        super(12);
        this.board = board;
        this.actions = actions;
        this.words = board.words();
        getStyleClass().add("attributes");
        gold.setId("gold");
        gold.getStyleClass().add("quiet-menu");
        gold.setAccessibleText(words.text("detail.gold"));
        gold.setOnShowing(event -> gold.getItems().setAll(GoldMenu.items(board, actions)));
        gold.getItems().add(new MenuItem());
        language.setId("language");
        language.getStyleClass().add("quiet-menu");
        language.setAccessibleText(words.text("detail.language"));
        language.getItems().add(new MenuItem());
        languageHint.getStyleClass().add("caption");
        newTag.setId("new-tag");
        newTag.getStyleClass().add("new-tag");
        newTag.setPromptText("+ " + words.text("detail.tags.add"));
        newTag.setAccessibleText(words.text("detail.tags.add"));
        newTag.setPrefColumnCount(7);
        newTag.setOnAction(event -> {
            String tag = newTag.getText();
            newTag.clear();
            actions.addTag(tag);
        });
        enabled.setId("enabled");
        enabled.setText(words.text("detail.enabled"));
        enabled.setOnAction(
                e -> actions.enable(board.pickedProperty().get().rows(), enabled.isSelected()));
        pinned.setId("pinned");
        pinned.setText(words.text("detail.pinned"));
        pinned.setOnAction(
                e -> actions.pin(board.pickedProperty().get().rows(), pinned.isSelected()));
        goldBox = named("detail.gold", gold);
        HBox languageLine = new HBox(4, language, languageHint);
        languageLine.setAlignment(Pos.CENTER_LEFT);
        tags.setAlignment(Pos.CENTER_LEFT);
        // A long label is cut and not the detail widened; all of it stands in the menu.
        pill.setMinWidth(0);
        gold.setMinWidth(0);
        FlowPane first = new FlowPane(24, 12, goldBox, named("detail.language", languageLine));
        FlowPane switches =
                new FlowPane(
                        16,
                        4,
                        beside(enabled, caption("detail.enabled.hint")),
                        beside(pinned, caption("detail.pinned.hint")));
        getChildren().addAll(first, named("detail.tags", tags), switches);
    }

    private static HBox beside(CheckBox box, Label hint) {
        box.setMinWidth(CheckBox.USE_PREF_SIZE);
        hint.setMinWidth(Label.USE_PREF_SIZE);
        HBox line = new HBox(6, box, hint);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private Label caption(String key) {
        Label label = new Label(words.text(key));
        label.getStyleClass().add("caption");
        label.setMinWidth(0);
        return label;
    }

    private VBox named(String key, Node node) {
        Label name = new Label(words.text(key));
        name.getStyleClass().add("section-name");
        name.setLabelFor(node);
        return new VBox(4, name, node);
    }

    void show(Example example) {
        Task task = board.study().task();
        boolean labelled = !task.labels().isEmpty();
        Presence.set(goldBox, labelled);
        if (example.gold().isEmpty()) {
            gold.setGraphic(null);
            gold.setText(words.text("detail.gold.none"));
        } else {
            pill.show(example.gold(), task.labelIndex(example.gold()));
            gold.setGraphic(pill);
            gold.setText("");
        }
        showLanguage(example, task);
        showTags(example);
        enabled.setSelected(example.enabled());
        pinned.setSelected(example.pinned());
    }

    private void showLanguage(Example example, Task task) {
        StringBuilder text = new StringBuilder();
        task.inputs().forEach(input -> text.append(example.field(input)).append(' '));
        String guess = LanguageGuess.byScript(text.toString());
        String tag = example.language();
        language.setText(tag.isEmpty() ? words.text("detail.language.none") : name(tag));
        boolean hints = !guess.isEmpty() && !guess.equals(Locale.forLanguageTag(tag).getLanguage());
        languageHint.setText(hints ? words.text("detail.language.hint", name(guess)) : "");
        language.setOnShowing(event -> language.getItems().setAll(offered(tag, guess)));
    }

    /// The languages to choose from, by name: the usual ones, the present one and the one the text
    /// looks like.
    private List<MenuItem> offered(String tag, String guess) {
        Collator byName = Collator.getInstance(words.locale());
        List<String> tags =
                Stream.concat(USUAL.stream(), Stream.of(guess, tag))
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .sorted(Comparator.comparing(this::name, byName))
                        .toList();
        List<MenuItem> items = new ArrayList<>();
        for (String each : tags) {
            MenuItem item = new MenuItem(name(each));
            item.setId("language-" + each);
            item.setOnAction(e -> actions.language(each));
            items.add(item);
        }
        MenuItem none = new MenuItem(words.text("detail.language.none"));
        none.setOnAction(event -> actions.language(""));
        MenuItem other = new MenuItem(words.text("language.other"));
        other.setOnAction(event -> ask());
        items.add(new SeparatorMenuItem());
        items.add(none);
        items.add(other);
        return items;
    }

    private void ask() {
        TextInputDialog dialog = new TextInputDialog();
        dialog.initOwner(getScene().getWindow());
        dialog.setHeaderText(words.text("language.ask"));
        dialog.setGraphic(null);
        dialog.showAndWait()
                .map(tag -> Locale.forLanguageTag(tag.strip()).toLanguageTag())
                .filter(tag -> !tag.equals("und"))
                .ifPresent(actions::language);
    }

    private String name(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(words.locale());
        return name.isEmpty() ? tag : name;
    }

    private void showTags(Example example) {
        tags.getChildren().clear();
        for (String tag : example.tags()) {
            Button chip = new Button(tag, new FontIcon(Feather.X));
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.getStyleClass().setAll("tag-chip");
            chip.setAccessibleText(words.text("detail.tags.remove", tag));
            chip.setOnAction(event -> actions.removeTag(tag));
            tags.getChildren().add(chip);
        }
        tags.getChildren().add(newTag);
    }
}
