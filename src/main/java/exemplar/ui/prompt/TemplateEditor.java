package exemplar.ui.prompt;

import exemplar.model.Design;
import exemplar.model.PromptForm;
import exemplar.template.Highlight;
import exemplar.ui.control.Chip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.Parent;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Edits one template of a design at a time, highlighted as it is typed. Has no undo of its own:
/// what is typed are edits of the study.
final class TemplateEditor {
    /// Above this length a paragraph is not wrapped: laying out one such line takes seconds.
    private static final int LONG = 20_000;

    private final CodeArea area = new CodeArea();
    private final HBox chips = new HBox(6);

    {
        chips.setAlignment(javafx.geometry.Pos.CENTER);
    }

    private final VBox root = new VBox();
    private String part = "";
    private Design shown = null0();
    private boolean loading;

    TemplateEditor(BiConsumer<String, String> write) {
        area.setId("prompt-template");
        area.getStyleClass().add("template-area");
        area.setUndoManager(org.fxmisc.richtext.util.UndoUtils.noOpUndoManager());
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setWrapText(true);
        area.textProperty()
                .addListener((o, before, now) -> {
                    colour(now);
                    if (!loading) {
                        write.accept(part, now);
                    }
                });
        VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
        scroll.setPrefHeight(280);
        scroll.setMinHeight(120);
        HBox head = Headers.section(Texts.of("prompt.template"), "Jinja2", Headers.spring(), chips);
        root.getChildren().addAll(head, scroll);
    }

    private static Design null0() {
        return new Design(
                "",
                new PromptForm.Free(""),
                exemplar.model.Layout.COMPLETION,
                exemplar.model.TemplateOptions.DEFAULT,
                exemplar.model.Selection.first(0),
                exemplar.model.Order.AS_SELECTED,
                1,
                java.util.Map.of());
    }

    Parent view() {
        return root;
    }

    /// Shows a design; the caret stays where it is when the text is what the person typed.
    void show(Design design) {
        List<String> parts = PromptPane.parts(design.form());
        boolean other = !design.name().equals(shown.name());
        shown = design;
        if (other || !parts.contains(part)) {
            part = parts.contains("demonstration") ? "demonstration" : parts.getFirst();
        }
        ToggleGroup group = new ToggleGroup();
        chips.getChildren().clear();
        for (String name : parts) {
            Chip chip = new Chip(Texts.of("prompt.part." + name));
            chip.setToggleGroup(group);
            chip.setSelected(name.equals(part));
            chip.setOnAction(e -> {
                chip.setSelected(true);
                part = name;
                load();
            });
            chips.getChildren().add(chip);
        }
        load();
    }

    private void load() {
        String source = source(shown.form(), part);
        if (!source.equals(area.getText())) {
            loading = true;
            int caret = Math.min(area.getCaretPosition(), source.length());
            area.replaceText(source);
            area.moveTo(caret);
            loading = false;
        }
    }

    private static String source(PromptForm form, String part) {
        return switch (form) {
            case PromptForm.Free(String source) -> source;
            case PromptForm.Parts p ->
                    switch (part) {
                        case "system" -> p.system();
                        case "instruction" -> p.instruction();
                        case "demonstration" -> p.demonstration();
                        case "answer" -> p.answer();
                        default -> p.query();
                    };
        };
    }

    private void colour(String text) {
        area.setWrapText(text.lines().noneMatch(l -> l.length() > LONG));
        if (!text.isEmpty()) {
            area.setStyleSpans(0, spans(text));
        }
    }

    private static StyleSpans<Collection<String>> spans(String text) {
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int at = 0;
        for (Highlight.Part p : Highlight.of(text)) {
            if (p.start() > at) {
                builder.add(List.of(), p.start() - at);
            }
            builder.add(
                    List.of("hl-" + p.kind().name().toLowerCase(Locale.ROOT)),
                    p.end() - Math.max(at, p.start()));
            at = p.end();
        }
        builder.add(List.of(), text.length() - at);
        return builder.create();
    }
}
