package exemplar.ui.prompt;

import exemplar.model.Design;
import exemplar.model.Layout;
import exemplar.model.TemplateOptions;
import exemplar.ui.control.Texts;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// How the prompt is sent and how its templates are read.
final class LayoutMenu {
    private final Designing designing;
    private final MenuButton button = new MenuButton();
    private Optional<Design> shown = Optional.empty();

    LayoutMenu(Designing designing) {
        this.designing = designing;
        button.getStyleClass().addAll("quiet", "layout-menu");
        button.setId("prompt-layout");
    }

    Parent view() {
        return button;
    }

    void show(Design design) {
        if (shown.filter(d -> d.layout() == design.layout() && d.options().equals(design.options()))
                .isPresent()) {
            return;
        }
        shown = Optional.of(design);
        button.setText(Texts.of("prompt.layout.of", words(design.layout())));
        button.getItems().clear();
        ToggleGroup group = new ToggleGroup();
        for (Layout layout : Layout.values()) {
            RadioMenuItem item = new RadioMenuItem(sentence(layout));
            item.setToggleGroup(group);
            item.setSelected(layout == design.layout());
            item.setOnAction(e -> designing.layout(layout));
            button.getItems().add(item);
        }
        TemplateOptions now = design.options();
        button.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        option(
                                Texts.of("prompt.option.trim"),
                                now.trimBlocks(),
                                o ->
                                        new TemplateOptions(
                                                !o.trimBlocks(),
                                                o.lstripBlocks(),
                                                o.allowUndefined())),
                        option(
                                Texts.of("prompt.option.lstrip"),
                                now.lstripBlocks(),
                                o ->
                                        new TemplateOptions(
                                                o.trimBlocks(),
                                                !o.lstripBlocks(),
                                                o.allowUndefined())),
                        option(
                                Texts.of("prompt.option.undefined"),
                                now.allowUndefined(),
                                o ->
                                        new TemplateOptions(
                                                o.trimBlocks(),
                                                o.lstripBlocks(),
                                                !o.allowUndefined())));
    }

    private CheckMenuItem option(String words, boolean on, UnaryOperator<TemplateOptions> change) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setMnemonicParsing(false);
        item.setSelected(on);
        item.setOnAction(e ->
                designing.edit(
                        Texts.of("prompt.edit.options"),
                        d -> d.withOptions(change.apply(d.options()))));
        return item;
    }

    static String words(Layout layout) {
        return switch (layout) {
            case COMPLETION -> Texts.of("prompt.layout.completion");
            case CHAT_TURNS -> Texts.of("prompt.layout.turns");
            case CHAT_MESSAGE -> Texts.of("prompt.layout.message");
        };
    }

    private static String sentence(Layout layout) {
        return switch (layout) {
            case COMPLETION -> Texts.of("prompt.layout.completion.long");
            case CHAT_TURNS -> Texts.of("prompt.layout.turns.long");
            case CHAT_MESSAGE -> Texts.of("prompt.layout.message.long");
        };
    }
}
