package exemplar.ui.prompt;

import exemplar.model.Design;
import exemplar.study.Study;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Which other design the prompt is compared with.
final class DiffMenu {
    private final Workspace workspace;
    private final PromptViewModel model;
    private final MenuButton menu = new MenuButton(Texts.of("prompt.diff"));

    DiffMenu(Workspace workspace, PromptViewModel model) {
        this.workspace = workspace;
        this.model = model;
        menu.setId("prompt-diff");
        menu.getStyleClass().add("quiet");
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(e -> menu.getItems().setAll(items()));
    }

    Node view() {
        return menu;
    }

    /// Says what is compared with now; empty for nothing.
    void show(String other) {
        menu.getStyleClass().remove("diff-on");
        if (other.isEmpty()) {
            menu.setText(Texts.of("prompt.diff"));
        } else {
            menu.setText(Texts.of("prompt.diff.against", other));
            menu.getStyleClass().add("diff-on");
        }
    }

    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(
                Command.of("prompt.diff.end", Texts.of("prompt.diff.end"), this::end)
                        .when(() -> !model.other().get().isEmpty()));
        for (String name : others()) {
            commands.add(
                    Command.of(
                            "prompt.diff." + name,
                            Texts.of("prompt.diff.with", name),
                            () -> model.compareWith(name)));
        }
        return commands;
    }

    private void end() {
        model.compareWith("");
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        if (!model.other().get().isEmpty()) {
            MenuItem none = new MenuItem(Texts.of("prompt.diff.end"));
            none.setOnAction(e -> end());
            items.addAll(List.of(none, new SeparatorMenuItem()));
        }
        for (String name : others()) {
            MenuItem one = new MenuItem(name);
            one.setMnemonicParsing(false);
            one.setOnAction(e -> model.compareWith(name));
            items.add(one);
        }
        if (items.isEmpty()) {
            MenuItem nothing = new MenuItem(Texts.of("prompt.diff.none"));
            nothing.setDisable(true);
            items.add(nothing);
        }
        return items;
    }

    private List<String> others() {
        return workspace.study().get().map(Study::designs).orElse(List.of()).stream()
                .map(Design::name)
                .filter(name -> !name.equals(workspace.design().get()))
                .toList();
    }
}
