package exemplar.ui.shell;

import exemplar.ui.control.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The menu under the study's name: everything about files, and how the window looks.
final class StudyMenu {
    private final StudyCommands studies;
    private final Supplier<List<Command>> commands;

    StudyMenu(StudyCommands studies, Supplier<List<Command>> commands) {
        this.studies = studies;
        this.commands = commands;
    }

    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        add(items, "study.new", "study.open");
        items.add(folders("menu.recent", studies.recent(), true));
        items.add(folders("menu.samples", studies.samples(), false));
        items.add(new SeparatorMenuItem());
        add(items, "study.import", "study.export", "study.save");
        items.add(new SeparatorMenuItem());
        Menu looks = new Menu(Texts.of("menu.appearance"));
        add(looks.getItems(), "view.system", "view.light", "view.dark");
        looks.getItems().add(new SeparatorMenuItem());
        add(looks.getItems(), "view.larger", "view.smaller", "view.normal");
        if (looks.getItems().size() > 1) {
            items.add(looks);
        }
        add(items, "help.keys");
        items.add(new SeparatorMenuItem());
        add(items, "study.close", "window.quit");
        return items;
    }

    private void add(List<MenuItem> items, String... ids) {
        for (String id : ids) {
            commands.get().stream()
                    .filter(c -> c.id().equals(id))
                    .findFirst()
                    .ifPresent(c -> items.add(item(c)));
        }
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.words());
        item.setMnemonicParsing(false);
        item.setId("menu-" + command.id().replace('.', '-'));
        command.keys().ifPresent(item::setAccelerator);
        item.setDisable(!command.enabled().getAsBoolean());
        item.setOnAction(e -> command.perform());
        return item;
    }

    private Menu folders(String key, List<Path> folders, boolean own) {
        Menu menu = new Menu(Texts.of(key));
        for (Path folder : folders) {
            MenuItem item =
                    new MenuItem(own ? folder.toString() : String.valueOf(folder.getFileName()));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> {
                if (own) {
                    studies.open(folder);
                } else {
                    studies.openSample(folder);
                }
            });
            menu.getItems().add(item);
        }
        menu.setDisable(folders.isEmpty());
        return menu;
    }
}
