package exemplar.ui.compare;

import exemplar.backend.gateway.ModelCard;
import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.study.Study;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Which designs and models are compared. Stays open while several are chosen.
final class VariantMenu {
    private final CompareViewModel model;
    private final Workspace workspace;
    private final MenuButton button = new MenuButton(Texts.of("compare.variants"));

    VariantMenu(CompareViewModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
        button.getStyleClass().add("secondary");
        button.setId("compare-variants");
        button.setGraphic(Icons.of(Feather.PLUS, 13));
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.getItems().add(new MenuItem());
        button.setOnShowing(e -> fill());
    }

    MenuButton view() {
        return button;
    }

    /// What is there at once; models are looked up behind the screen, as that reads files.
    private void fill() {
        List<MenuItem> designs = new ArrayList<>();
        designs.add(heading("compare.designs"));
        for (Design d : workspace.study().get().map(Study::designs).orElse(List.of())) {
            designs.add(
                    check(
                            d.name(),
                            "",
                            model.comparison().designs().contains(d.name()),
                            (name, on) -> {
                                Comparison now = model.comparison();
                                model.compare(with(now.designs(), name, on), now.models());
                            }));
        }
        designs.add(new SeparatorMenuItem());
        designs.add(heading("compare.models"));
        button.getItems().setAll(designs);
        workspace
                .jobs()
                .background(
                        () -> workspace.gateway().models(),
                        cards -> button.getItems().addAll(models(cards)),
                        e -> workspace.tell(Notice.problem(words(e))));
    }

    private static String words(Exception e) {
        return e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString();
    }

    private List<MenuItem> models(List<ModelCard> cards) {
        List<String> chosen = model.comparison().models();
        List<MenuItem> items = new ArrayList<>();
        for (ModelCard card : cards) {
            // One that cannot be asked now can still be taken out.
            boolean on = chosen.contains(card.name());
            if (card.silent().isEmpty() || on) {
                items.add(check(card.name(), card.silent().orElse(""), on, this::chooseModel));
            }
        }
        for (String name : chosen) {
            if (cards.stream().noneMatch(c -> c.name().equals(name))) {
                items.add(check(name, Texts.of("compare.model.unknown"), true, this::chooseModel));
            }
        }
        return items;
    }

    private void chooseModel(String name, boolean on) {
        Comparison now = model.comparison();
        model.compare(now.designs(), with(now.models(), name, on));
    }

    private static MenuItem heading(String key) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.getStyleClass().add("menu-heading");
        item.setDisable(true);
        return item;
    }

    private static MenuItem check(
            String name, String trouble, boolean on, BiConsumer<String, Boolean> change) {
        CheckBox box = new CheckBox(name);
        box.setMnemonicParsing(false);
        box.setSelected(on);
        box.setMouseTransparent(true);
        box.setFocusTraversable(false);
        VBox content = new VBox(box);
        if (!trouble.isEmpty()) {
            Label why = new Label(trouble);
            why.getStyleClass().add("caption");
            why.setWrapText(true);
            why.setMaxWidth(320);
            content.getChildren().add(why);
        }
        CustomMenuItem item = new CustomMenuItem(content, false);
        item.setText(name);
        item.setOnAction(e -> {
            box.setSelected(!box.isSelected());
            change.accept(name, box.isSelected());
        });
        return item;
    }

    /// The names with one more, in the order they were chosen, or with one less.
    static List<String> with(List<String> names, String name, boolean on) {
        List<String> changed = new ArrayList<>(names);
        changed.remove(name);
        if (on) {
            changed.add(name);
        }
        return changed;
    }
}
