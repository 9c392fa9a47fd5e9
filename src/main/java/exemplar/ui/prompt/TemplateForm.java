package exemplar.ui.prompt;

import exemplar.model.Design;
import exemplar.model.Layout;
import exemplar.model.PromptForm;
import exemplar.prompt.PromptProblem;
import exemplar.prompt.Suggestions;
import exemplar.template.syntax.Problem;
import exemplar.ui.control.Chip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The templates of the design: one editor for a free template, or one for each part, stacked in
/// the order of the prompt.
final class TemplateForm {
    private final Workspace workspace;
    private final Designing designing;
    private final LayoutMenu layout;
    private final Chip parts = new Chip(Texts.of("prompt.form.parts"));
    private final Chip source = new Chip(Texts.of("prompt.form.source"));
    private final StackPane stage = new StackPane();
    private final HBox head;
    private final VBox root = new VBox();
    private final Map<String, TemplateEditor> editors = new LinkedHashMap<>();
    private Optional<TextField> separator = Optional.empty();
    private List<String> laidOut = List.of();

    TemplateForm(Workspace workspace, Designing designing) {
        this.workspace = workspace;
        this.designing = designing;
        layout = new LayoutMenu(designing);
        ToggleGroup group = new ToggleGroup();
        parts.setToggleGroup(group);
        source.setToggleGroup(group);
        parts.setId("prompt-as-parts");
        source.setId("prompt-as-source");
        parts.setOnAction(e -> {
            designing.toParts();
            form();
        });
        source.setOnAction(e -> {
            if (workspace
                    .currentDesign()
                    .map(d -> d.form() instanceof PromptForm.Parts)
                    .orElse(false)) {
                designing.toOneTemplate();
            }
            form();
        });
        head =
                Headers.section(
                        Texts.of("prompt.template"),
                        "",
                        layout.view(),
                        Headers.spring(),
                        parts,
                        source);
        VBox.setVgrow(stage, Priority.ALWAYS);
        root.getChildren().addAll(head, stage);
    }

    Parent view() {
        return root;
    }

    /// Shows a design; what the person is typing stays as it is.
    void show(Design design) {
        layout.show(design);
        List<String> names = FormParts.names(design.form(), design.layout());
        if (!names.equals(laidOut)) {
            lay(names);
        }
        editors.forEach((name, editor) -> editor.show(FormParts.source(design.form(), name)));
        separator.ifPresent(field -> {
            String shown = escaped(FormParts.source(design.form(), FormParts.SEPARATOR));
            if (!field.getText().equals(shown) && !field.isFocused()) {
                field.setText(shown);
            }
        });
        form();
    }

    private void form() {
        Optional<Design> now = workspace.currentDesign();
        boolean asParts = now.map(d -> d.form() instanceof PromptForm.Parts).orElse(false);
        boolean back = asParts || now.flatMap(designing::partsOf).isPresent();
        parts.setSelected(asParts);
        source.setSelected(!asParts);
        parts.setDisable(!back);
        Hint.set(head, Texts.of(back ? "prompt.form.hint" : "prompt.form.source.only"));
    }

    private void lay(List<String> names) {
        laidOut = names;
        editors.clear();
        separator = Optional.empty();
        if (names.equals(List.of(FormParts.FREE))) {
            TemplateEditor editor = editor(FormParts.FREE).numbered();
            stage.getChildren().setAll(editor.view());
            return;
        }
        VBox rows = new VBox();
        rows.getStyleClass().add("template-rows");
        for (String name : names) {
            Label title = new Label(FormParts.title(name));
            title.getStyleClass().add("template-caption");
            HBox row;
            if (name.equals(FormParts.SEPARATOR)) {
                TextField field = separatorField();
                separator = Optional.of(field);
                row = new HBox(title, field);
            } else {
                TemplateEditor editor = editor(name).growing(1, 9);
                row = new HBox(title, editor.view());
                HBox.setHgrow(editor.view(), Priority.ALWAYS);
            }
            row.getStyleClass().add("template-row");
            row.setAlignment(Pos.TOP_LEFT);
            rows.getChildren().add(row);
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        stage.getChildren().setAll(scroll);
    }

    private TemplateEditor editor(String name) {
        TemplateEditor editor =
                new TemplateEditor(
                        "prompt-part-" + name,
                        FormParts.title(name),
                        (text, word) -> designing.write(name, text, word),
                        (text, caret) -> suggestions(name, text, caret));
        editors.put(name, editor);
        return editor;
    }

    private Optional<Suggestions> suggestions(String name, String text, int caret) {
        Layout now = workspace.currentDesign().map(Design::layout).orElse(Layout.COMPLETION);
        return workspace
                .study()
                .get()
                .flatMap(s ->
                        Suggestions.at(text, caret, s.task(), now, !name.equals(FormParts.FREE)));
    }

    /// The separator is literal text, mostly line ends: shown with `\n` for each.
    private TextField separatorField() {
        TextField field = new TextField();
        field.setId("prompt-separator");
        field.getStyleClass().addAll("mono", "separator-field");
        field.setPrefColumnCount(14);
        field.setAccessibleText(Texts.of("prompt.part.separator"));
        Hint.set(field, Texts.of("prompt.separator.hint"));
        field.textProperty()
                .addListener((o, before, now) -> {
                    if (field.isFocused()) {
                        designing.write(FormParts.SEPARATOR, unescaped(now), 0);
                    }
                });
        return field;
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    static String unescaped(String shown) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            char next = i + 1 < shown.length() ? shown.charAt(i + 1) : ' ';
            if (c == '\\' && (next == 'n' || next == 't' || next == '\\')) {
                out.append(next == 'n' ? '\n' : next == 't' ? '\t' : '\\');
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// Underlines the problems of the templates.
    void mark(List<PromptProblem> problems) {
        editors.forEach((name, editor) ->
                editor.mark(
                        problems.stream()
                                .filter(p -> p.part().equals(name))
                                .<Problem>map(PromptProblem::problem)
                                .toList()));
    }

    /// Goes to a problem.
    void goTo(PromptProblem problem) {
        Optional.ofNullable(editors.get(problem.part()))
                .ifPresent(editor -> editor.goTo(problem.problem().offset()));
    }

    /// Puts the keyboard into the first template.
    void focus() {
        editors.values().stream().findFirst().ifPresent(e -> e.area().requestFocus());
    }
}
