package exemplar.ui.prompt;

import exemplar.template.Highlight;
import exemplar.template.syntax.Problem;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.LineNumbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.IndexRange;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;

/// Edits one template, highlighted as it is typed, with its problems underlined and the words that
/// fit offered. Has no undo of its own: what is typed are edits of the study.
final class TemplateEditor {
    /// Above this length a paragraph is not wrapped: laying out one such line takes seconds.
    private static final int LONG = 20_000;

    /// Gets what was typed.
    @FunctionalInterface
    interface Writing {
        /// @param word place of the word being typed
        void write(String source, int word);
    }

    private final CodeArea area = new CodeArea();
    private final VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
    private List<Problem> problems = List.of();
    private boolean loading;

    /// @param suggest what fits at a place in the source
    TemplateEditor(String id, String name, Writing writing, CompletionPopup.Source suggest) {
        area.setId(id);
        area.setAccessibleText(name);
        area.getStyleClass().add("template-area");
        area.setUndoManager(UndoUtils.noOpUndoManager());
        // A letter looks as the one before it, mostly, and then needs no other style.
        area.setUseInitialStyleForInsertion(false);
        area.setWrapText(true);
        new CompletionPopup(area, suggest);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        area.textProperty()
                .addListener((o, before, now) -> {
                    Lettering.font(area);
                    colour();
                    if (!loading) {
                        writing.write(now, word(now, area.getCaretPosition()));
                    }
                });
    }

    /// With line numbers.
    TemplateEditor numbered() {
        LineNumbers.show(area);
        return this;
    }

    /// As high as its text, within bounds; scrolls beyond.
    TemplateEditor growing(int leastLines, int mostLines) {
        area.getStyleClass().add("template-part");
        area.totalHeightEstimateProperty()
                .addListener((o, before, height) -> {
                    if (height != null) {
                        fit(height, leastLines, mostLines);
                    }
                });
        fit(0.0, leastLines, mostLines);
        return this;
    }

    private void fit(double height, int leastLines, int mostLines) {
        double line = 20;
        double padding = 16;
        double fitted =
                Math.clamp(
                        height + padding, leastLines * line + padding, mostLines * line + padding);
        scroll.setVbarPolicy(
                height > mostLines * line
                        ? ScrollPane.ScrollBarPolicy.AS_NEEDED
                        : ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(fitted);
        scroll.setPrefHeight(fitted);
        scroll.setMaxHeight(fitted);
    }

    Parent view() {
        return scroll;
    }

    CodeArea area() {
        return area;
    }

    /// Shows a source that came from elsewhere. The caret stays with its words.
    void show(String source) {
        String now = area.getText();
        if (source.equals(now)) {
            return;
        }
        int start = 0;
        int most = Math.min(now.length(), source.length());
        while (start < most && now.charAt(start) == source.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < most - start
                && now.charAt(now.length() - 1 - tail)
                        == source.charAt(source.length() - 1 - tail)) {
            tail++;
        }
        loading = true;
        try {
            area.replaceText(
                    start, now.length() - tail, source.substring(start, source.length() - tail));
            if (area.isFocused()) {
                area.moveTo(source.length() - tail);
            } else {
                area.moveTo(0);
                area.showParagraphAtTop(0);
            }
        } finally {
            loading = false;
        }
    }

    /// Underlines problems.
    void mark(List<Problem> found) {
        if (!found.equals(problems)) {
            problems = List.copyOf(found);
            colour();
        }
    }

    /// Puts the caret at a place and the keyboard into the editor.
    void goTo(int offset) {
        area.requestFocus();
        area.moveTo(Math.clamp(offset, 0, area.getLength()));
        area.requestFollowCaret();
    }

    /// Tab indents the lines selected; without a selection it leaves the editor, as in every field.
    private void onKey(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB || event.isConsumed()) {
            return;
        }
        IndexRange selected = area.getSelection();
        int first = area.offsetToPosition(selected.getStart(), Bias.Forward).getMajor();
        int last = area.offsetToPosition(selected.getEnd(), Bias.Backward).getMajor();
        if (selected.getLength() > 0 && last > first) {
            List<String> lines = new ArrayList<>();
            for (int line = first; line <= last; line++) {
                String text = area.getParagraph(line).getText();
                lines.add(
                        event.isShiftDown()
                                ? text.replaceFirst("^ {1,4}", "")
                                : text.isEmpty() ? text : "    " + text);
            }
            int from = area.getAbsolutePosition(first, 0);
            int to = area.getAbsolutePosition(last, area.getParagraphLength(last));
            String now = String.join("\n", lines);
            area.replaceText(from, to, now);
            area.selectRange(from, from + now.length());
        } else {
            area.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
        event.consume();
    }

    /// Where the word begins that ends at the caret: what is typed into one word is one step.
    private static int word(String text, int caret) {
        int at = Math.min(caret, text.length());
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private void colour() {
        String text = area.getText();
        boolean wrap = true;
        for (int p = 0; p < area.getParagraphs().size() && wrap; p++) {
            wrap = area.getParagraphLength(p) <= LONG;
        }
        area.setWrapText(wrap);
        if (!text.isEmpty()) {
            dress(text, spans(text));
        }
    }

    /// Styles only what looks different: a new style makes the editor lay its lines out again. The
    /// end of a line has no looks, and the editor keeps none for it.
    private void dress(String text, StyleSpans<Collection<String>> wanted) {
        List<Collection<String>> now = byCharacter(area.getStyleSpans(0, area.getLength()));
        List<Collection<String>> then = byCharacter(wanted);
        int first = 0;
        int end = Math.min(now.size(), then.size());
        while (first < end
                && (text.charAt(first) == '\n' || now.get(first).equals(then.get(first)))) {
            first++;
        }
        while (end > first
                && (text.charAt(end - 1) == '\n' || now.get(end - 1).equals(then.get(end - 1)))) {
            end--;
        }
        if (first < end) {
            area.setStyleSpans(first, wanted.subView(first, end));
        }
    }

    private static List<Collection<String>> byCharacter(StyleSpans<Collection<String>> spans) {
        List<Collection<String>> styles = new ArrayList<>(spans.length());
        spans.forEach(s -> {
            for (int i = 0; i < s.getLength(); i++) {
                styles.add(s.getStyle());
            }
        });
        return styles;
    }

    private StyleSpans<Collection<String>> spans(String text) {
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int at = 0;
        List<Highlight.Part> parts = Highlight.of(text);
        for (Highlight.Part p : parts) {
            if (p.start() > at) {
                builder.add(classes("", at, p.start()), p.start() - at);
                at = p.start();
            }
            if (p.end() > at) {
                builder.add(
                        classes("hl-" + p.kind().name().toLowerCase(Locale.ROOT), at, p.end()),
                        p.end() - at);
                at = p.end();
            }
        }
        builder.add(classes("", at, text.length() + 1), text.length() - at);
        return builder.create();
    }

    private List<String> classes(String kind, int start, int end) {
        boolean wrong = problems.stream().anyMatch(p -> p.offset() >= start && p.offset() < end);
        List<String> classes = new ArrayList<>();
        if (!kind.isEmpty()) {
            classes.add(kind);
        }
        if (wrong && !kind.equals("hl-text")) {
            classes.add("hl-wrong");
        }
        return classes;
    }
}
