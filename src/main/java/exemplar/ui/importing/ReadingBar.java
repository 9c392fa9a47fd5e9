package exemplar.ui.importing;

import exemplar.study.importing.Dialect;
import exemplar.study.importing.Format;
import exemplar.study.importing.ImportPlan;
import exemplar.study.importing.Importing;
import exemplar.study.importing.Options;
import exemplar.ui.control.Chip;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/// How the file is read: format, encoding, separator, header, and what becomes of other columns.
final class ReadingBar {
    private final ImportViewModel model;
    private final HBox bar = new HBox();
    private final MenuButton format = menu("import-format");
    private final MenuButton encoding = menu("import-encoding");
    private final MenuButton separator = menu("import-separator");
    private final MenuButton rest = menu("import-rest");
    private final Chip header = new Chip(Texts.of("import.header"));
    private final Label separatorCaption = caption("import.separator");

    ReadingBar(ImportViewModel model) {
        this.model = model;
        bar.getStyleClass().add("filter-bar");
        header.setOnAction(e -> model.header(header.isSelected()));
        header.setId("import-header");
        for (Format f : Format.values()) {
            item(format, f.title(), () -> model.format(Optional.of(f)));
        }
        for (Charset c : Importing.encodings()) {
            item(encoding, c.displayName(), () -> model.encoding(Optional.of(c)));
        }
        for (char c : new char[] {',', ';', '\t', '|'}) {
            item(separator, Dialect.nameOf(c), () -> model.separator(Optional.of(c)));
        }
        restNames().forEach((value, words) -> item(rest, words, () -> model.rest(value)));
        bar.getChildren()
                .addAll(
                        caption("import.format"),
                        format,
                        caption("import.encoding"),
                        encoding,
                        separatorCaption,
                        separator,
                        header,
                        caption("import.rest"),
                        rest);
    }

    private static Map<Options.Rest, String> restNames() {
        Map<Options.Rest, String> names = new LinkedHashMap<>();
        names.put(Options.Rest.KEEP, Texts.of("import.rest.keep"));
        names.put(Options.Rest.FIELDS, Texts.of("import.rest.fields"));
        names.put(Options.Rest.LEAVE, Texts.of("import.rest.leave"));
        return names;
    }

    private static MenuButton menu(String id) {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().add("secondary");
        menu.setId(id);
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        return menu;
    }

    private static Label caption(String key) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("caption");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static void item(MenuButton menu, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        menu.getItems().add(item);
    }

    Parent view() {
        return bar;
    }

    /// @param changeable whether the file can still be read in another way
    void show(Optional<ImportPlan> plan, boolean changeable) {
        Presence.set(bar, plan.isPresent());
        bar.setDisable(!changeable);
        plan.ifPresent(p -> {
            format.setText(p.format().title());
            encoding.setText(p.encoding().charset().displayName());
            boolean cells = p.dialect().isPresent();
            Presence.set(separator, cells);
            Presence.set(separatorCaption, cells);
            Presence.set(header, cells);
            p.dialect()
                    .ifPresent(d -> {
                        separator.setText(d.separatorName());
                        header.setSelected(d.header());
                    });
            rest.setText(restNames().getOrDefault(model.rest(), ""));
        });
    }
}
