package exemplar.ui.prompt;

import exemplar.model.Design;
import exemplar.study.Study;
import exemplar.ui.control.Chip;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The designs of the study as chips: choose, add, rename in place, duplicate, delete.
final class DesignBar {
    private final Workspace workspace;
    private final Designing designing;
    private final HBox chips = new HBox(6);
    private final ScrollPane scroll = new ScrollPane(chips);
    private final MenuButton add = new MenuButton();
    private final HBox root = new HBox(6, scroll, add);
    private List<String> shown = List.of();

    DesignBar(Workspace workspace, Designing designing) {
        this.workspace = workspace;
        this.designing = designing;
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setId("prompt-designs");
        scroll.getStyleClass().add("chip-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToHeight(true);
        scroll.setMinWidth(120);
        add.setGraphic(Icons.of(Feather.PLUS, 13));
        add.getStyleClass().addAll("add-chip");
        add.setId("prompt-add-design");
        add.setAccessibleText(Texts.of("prompt.design.add"));
        Hint.set(add, Texts.of("prompt.design.add"));
        add.getItems().add(new MenuItem());
        add.setOnShowing(e -> add.getItems().setAll(additions()));
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMinWidth(0);
    }

    Parent view() {
        return root;
    }

    void show(Optional<Study> study) {
        List<String> names =
                study.map(Study::designs).orElse(List.of()).stream().map(Design::name).toList();
        if (names.equals(shown) && chips.getChildren().size() == names.size()) {
            for (int i = 0; i < names.size(); i++) {
                ((Chip) chips.getChildren().get(i))
                        .setSelected(names.get(i).equals(workspace.design().get()));
            }
        } else {
            shown = names;
            ToggleGroup group = new ToggleGroup();
            chips.getChildren().setAll(names.stream().map(n -> chip(n, group)).toList());
        }
        reveal();
    }

    /// Scrolls the design being worked on into sight.
    private void reveal() {
        int at = shown.indexOf(workspace.design().get());
        if (at >= 0 && chips.getChildren().size() > 1) {
            Node chip = chips.getChildren().get(at);
            double hidden = chips.getWidth() - scroll.getViewportBounds().getWidth();
            if (hidden > 0) {
                double middle = chip.getBoundsInParent().getCenterX();
                scroll.setHvalue(
                        Math.clamp(
                                (middle - scroll.getViewportBounds().getWidth() / 2) / hidden,
                                0,
                                1));
            }
        }
    }

    private Node chip(String name, ToggleGroup group) {
        Chip chip = new Chip(name);
        chip.setMnemonicParsing(false);
        chip.setToggleGroup(group);
        chip.setSelected(name.equals(workspace.design().get()));
        chip.setOnAction(e -> {
            chip.setSelected(true);
            workspace.design().set(name);
        });
        chip.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                rename(name);
            }
        });
        MenuItem rename = new MenuItem(Texts.of("prompt.design.rename"));
        rename.setOnAction(e -> rename(name));
        MenuItem copy = new MenuItem(Texts.of("prompt.design.duplicate"));
        copy.setOnAction(e ->
                workspace.study().get().flatMap(s -> s.design(name)).ifPresent(designing::add));
        MenuItem delete = new MenuItem(Texts.of("prompt.design.delete"));
        delete.setOnAction(e -> designing.delete(name));
        chip.setContextMenu(new ContextMenu(rename, copy, new SeparatorMenuItem(), delete));
        return chip;
    }

    /// Renames the design being worked on.
    void renameCurrent() {
        rename(workspace.design().get());
    }

    /// Puts a field in the place of the chip. Enter takes the name, Escape leaves the old one.
    private void rename(String name) {
        int at = shown.indexOf(name);
        if (at < 0 || workspace.readOnly().isPresent()) {
            return;
        }
        TextField field = new TextField(name);
        field.setId("prompt-design-name");
        field.setPrefColumnCount(Math.clamp(name.length() + 2, 8, 24));
        boolean[] over = {false};
        Runnable take =
                () -> {
                    if (!over[0]) {
                        over[0] = true;
                        Optional<String> wrong = designing.rename(name, field.getText());
                        wrong.ifPresent(w -> workspace.tell(Notice.problem(w)));
                        shown = List.of();
                        show(workspace.study().get());
                    }
                };
        field.setOnAction(e -> take.run());
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                over[0] = true;
                shown = List.of();
                show(workspace.study().get());
                e.consume();
            }
        });
        field.focusedProperty()
                .addListener((o, before, focused) -> {
                    if (!focused) {
                        take.run();
                    }
                });
        chips.getChildren().set(at, field);
        field.requestFocus();
        field.selectAll();
    }

    private List<MenuItem> additions() {
        List<MenuItem> items = new java.util.ArrayList<>();
        workspace
                .currentDesign()
                .ifPresent(d -> {
                    items.add(addition(Texts.of("prompt.design.copy.of", d.name()), d));
                    items.add(new SeparatorMenuItem());
                });
        for (Design starter : designing.starters()) {
            items.add(addition(Texts.of("prompt.design.starter", starter.name()), starter));
        }
        return items;
    }

    private MenuItem addition(String words, Design design) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> designing.add(design));
        return item;
    }
}
