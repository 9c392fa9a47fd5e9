package exemplar.ui.prompt;

import exemplar.model.Origin;
import exemplar.model.Role;
import exemplar.model.Span;
import exemplar.ui.control.HoverCard;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Palette;
import exemplar.ui.control.Texts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyledSegment;
import org.fxmisc.richtext.util.UndoUtils;

/// The exact prompt, to be read: coloured by where each character came from, demonstrations and
/// messages told at the left. Resting on a character explains it; a click chooses its
/// demonstration, with Ctrl goes to it.
final class PromptText {
    private static final int LONG = 20_000;

    /// Width of what stands beside the lines, and of the roles in it, in pixels.
    private static final double GUTTER = 46;

    private static final double ROLE = 66;

    /// What happens to demonstrations.
    interface Demonstrations {
        void chosen(String id);

        void wanted(String id);
    }

    private final StyleClassedTextArea area = new StyleClassedTextArea();
    private final HoverCard card = new HoverCard();
    private final Demonstrations demonstrations;
    private PromptPage page = new PromptPage(List.of());
    private Optional<PromptViewModel.Shown> shown = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    private boolean diff;
    private boolean chat;

    PromptText(Demonstrations demonstrations) {
        this.demonstrations = demonstrations;
        area.setEditable(false);
        area.setId("prompt-text");
        area.getStyleClass().addAll("prompt-area", "mono");
        area.setAccessibleText(Texts.of("prompt.exact"));
        area.setWrapText(true);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setParagraphGraphicFactory(this::beside);
        area.setOnMouseClicked(e -> {
            Optional<String> demo = span(area.getCaretPosition()).flatMap(this::demo);
            demo.ifPresent(e.isShortcutDown() ? demonstrations::wanted : demonstrations::chosen);
        });
        area.setMouseOverTextDelay(Duration.ofMillis(350));
        area.addEventHandler(
                MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
                e -> explain(e.getCharacterIndex(), e.getScreenPosition()));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, e -> card.leave());
    }

    Parent view() {
        return new StackPane(new VirtualizedScrollPane<>(area));
    }

    /// Shows a page. Lines that stay as they are are not touched.
    ///
    /// @param isDiff whether it is a comparison, where characters are not those of the prompt
    void show(PromptViewModel.Shown of, PromptPage now, boolean isDiff) {
        boolean otherItem =
                shown.map(s ->
                                !s.item().id().equals(of.item().id())
                                        || !s.design().name().equals(of.design().name()))
                        .orElse(true);
        shown = Optional.of(of);
        diff = isDiff;
        chat = of.made().rendering().prompt().isChat();
        PromptPage before = page;
        page = now;
        List<PromptPage.Line> old = before.lines();
        List<PromptPage.Line> lines = now.lines();
        int most = Math.min(old.size(), lines.size());
        int head = 0;
        while (head < most && same(old.get(head), lines.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && same(old.get(old.size() - 1 - tail), lines.get(lines.size() - 1 - tail))) {
            tail++;
        }
        if (!old.isEmpty() && old.size() == lines.size()) {
            replaceEach(old, lines);
        } else {
            replace(head, old.size() - tail, lines.subList(head, lines.size() - tail), tail > 0);
        }
        area.setWrapText(
                lines.stream()
                        .allMatch(l ->
                                l.pieces().stream().mapToInt(p -> p.text().length()).sum()
                                        <= LONG));
        if (otherItem) {
            area.showParagraphAtTop(0);
        }
        graphics(old, head, tail);
    }

    /// Whether a prompt of the same design for the same item is on screen.
    boolean shows(PromptViewModel.Shown now) {
        return !page.lines().isEmpty()
                && area.getLength() > 0
                && shown.map(s ->
                                s.item().id().equals(now.item().id())
                                        && s.design().name().equals(now.design().name()))
                        .orElse(false);
    }

    /// Whether what is shown is of an earlier state.
    void dim(boolean old) {
        area.setOpacity(old ? 0.45 : 1);
    }

    void clear() {
        shown = Optional.empty();
        page = new PromptPage(List.of());
        area.clear();
    }

    private static boolean same(PromptPage.Line a, PromptPage.Line b) {
        return a.pieces().equals(b.pieces());
    }

    /// Where as many lines as before stand, only those that differ are made anew: what a change of
    /// the demonstrations' template leaves alone is most of the screen.
    private void replaceEach(List<PromptPage.Line> old, List<PromptPage.Line> lines) {
        int first = 0;
        int last = -1;
        if (!area.getVisibleParagraphs().isEmpty()) {
            first = Math.max(0, area.firstVisibleParToAllParIndex());
            last = Math.min(lines.size() - 1, area.lastVisibleParToAllParIndex());
        }
        run(old, lines, last + 1, lines.size());
        for (int line = last; line >= first; line--) {
            run(old, lines, line, line + 1);
        }
        run(old, lines, 0, first);
    }

    /// One replacement of the lines from one to another, without those at its ends that stay.
    private void run(List<PromptPage.Line> old, List<PromptPage.Line> lines, int from, int to) {
        int first = from;
        int end = to;
        while (first < end && same(old.get(first), lines.get(first))) {
            first++;
        }
        while (end > first && same(old.get(end - 1), lines.get(end - 1))) {
            end--;
        }
        if (first < end) {
            area.replace(
                    area.getAbsolutePosition(first, 0),
                    area.getAbsolutePosition(end - 1, area.getParagraphLength(end - 1)),
                    document(lines.subList(first, end), false));
        }
    }

    private ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            List<PromptPage.Line> lines, boolean more) {
        ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> document =
                new ReadOnlyStyledDocumentBuilder<>(area.getSegOps(), List.of());
        for (PromptPage.Line line : lines) {
            List<StyledSegment<String, Collection<String>>> pieces =
                    line.pieces().isEmpty()
                            ? List.of(new StyledSegment<>("", List.of()))
                            : line.pieces().stream()
                                    .map(p ->
                                            new StyledSegment<String, Collection<String>>(
                                                    p.text(), p.classes()))
                                    .toList();
            document.addParagraph(pieces);
        }
        if (more) {
            document.addParagraph(List.of(new StyledSegment<>("", List.of())));
        }
        return document.build();
    }

    /// Puts lines in place of those from one to another.
    private void replace(int from, int to, List<PromptPage.Line> lines, boolean more) {
        int paragraphs = area.getParagraphs().size();
        int start = from >= paragraphs ? area.getLength() : area.getAbsolutePosition(from, 0);
        int end = to >= paragraphs ? area.getLength() : area.getAbsolutePosition(to, 0);
        if (lines.isEmpty()) {
            // Whole lines go with one of their line ends.
            area.replaceText(from > 0 && !more ? start - 1 : start, end, "");
            return;
        }
        if (from > 0 && from >= paragraphs) {
            area.insertText(area.getLength(), "\n");
            start = area.getLength();
            end = start;
        }
        area.replace(start, end, document(lines, more));
    }

    /// What stands beside a line is made with it; beside lines that stayed it is made again where
    /// only that changed. Asks the area about those only, since asking makes it lay itself out.
    private void graphics(List<PromptPage.Line> before, int head, int tail) {
        List<PromptPage.Line> lines = page.lines();
        for (int line = 0; line < lines.size(); line++) {
            int old = line < head ? line : line - lines.size() + before.size();
            boolean stayed = line < head || line >= lines.size() - tail;
            if (stayed && !sameBeside(before.get(old), lines.get(line))) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    private static boolean sameBeside(PromptPage.Line a, PromptPage.Line b) {
        return a.number().equals(b.number())
                && a.category() == b.category()
                && a.role().equals(b.role());
    }

    /// A label only where there is something to say: there are hundreds of lines, and a label costs
    /// more than the line itself.
    private Node beside(int line) {
        Optional<PromptPage.Line> at =
                line < page.lines().size() ? Optional.of(page.lines().get(line)) : Optional.empty();
        Optional<Integer> number = at.flatMap(PromptPage.Line::number);
        Optional<Role> role = chat && !diff ? at.flatMap(PromptPage.Line::role) : Optional.empty();
        if (number.isEmpty() && role.isEmpty()) {
            Region space = new Region();
            double width = chat && !diff ? GUTTER + ROLE : GUTTER;
            space.setMinWidth(width);
            space.setPrefWidth(width);
            return space;
        }
        HBox box = new HBox(6);
        box.getStyleClass().add("prompt-gutter");
        box.setAlignment(Pos.TOP_RIGHT);
        double width = chat && !diff ? GUTTER + ROLE : GUTTER;
        box.setMinWidth(width);
        box.setPrefWidth(width);
        role.ifPresent(r -> {
            Label name = new Label(r.wireName());
            name.getStyleClass().add("prompt-role");
            name.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(name);
        });
        Label badge = new Label(number.map(String::valueOf).orElse(""));
        badge.getStyleClass().add("demo-number");
        if (number.isPresent()) {
            badge.getStyleClass()
                    .addAll(
                            "label-pill",
                            Palette.styleClass(at.map(PromptPage.Line::category).orElse(-1)));
        }
        box.getChildren().add(badge);
        return box;
    }

    /// Marks the lines of a demonstration and brings them into sight.
    void choose(Optional<String> demo, boolean scroll) {
        if (demo.equals(chosen)) {
            return;
        }
        chosen = demo;
        boolean found = false;
        for (int line = 0; line < page.lines().size(); line++) {
            boolean in = demo.isPresent() && !diff && page.lines().get(line).demo().equals(demo);
            Collection<String> style = in ? List.of("demo-chosen") : List.of();
            if (!area.getParagraph(line).getParagraphStyle().equals(style)) {
                area.setParagraphStyle(line, style);
            }
            if (in && !found) {
                found = true;
                if (scroll && area.allParToVisibleParIndex(line).isEmpty()) {
                    area.showParagraphAtTop(Math.max(0, line - 3));
                }
            }
        }
    }

    /// Marks again after the text changed.
    void chooseAgain() {
        Optional<String> now = chosen;
        chosen = Optional.empty();
        if (now.isPresent()) {
            choose(now, false);
        }
    }

    private Optional<Span> span(int position) {
        return diff
                ? Optional.empty()
                : shown.flatMap(s ->
                        s.made().rendering().prompt().spans().stream()
                                .filter(p -> p.start() <= position && position < p.end())
                                .findFirst());
    }

    private Optional<String> demo(Span span) {
        return span.origin().demo();
    }

    private void explain(int character, Point2D at) {
        Optional<Span> span = span(character);
        if (span.isEmpty() || shown.isEmpty()) {
            return;
        }
        Explained words = Explained.of(shown.get(), span.get());
        Label title = new Label(words.title());
        title.getStyleClass().add("strong");
        Label text = new Label(words.text());
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMaxWidth(290);
        if (words.demo().isEmpty()) {
            card.show(area, at.getX() + 8, at.getY() + 12, title, text);
            return;
        }
        Button go = new Button(Texts.of("prompt.goto"));
        go.getStyleClass().add("link");
        Consumer<String> wanted = demonstrations::wanted;
        go.setOnAction(e -> {
            card.hide();
            words.demo().ifPresent(wanted);
        });
        HBox way = new HBox(8, go, new KeyCap(Texts.of("prompt.goto.key")));
        way.setAlignment(Pos.CENTER_LEFT);
        card.show(area, at.getX() + 8, at.getY() + 12, title, text, way);
    }

    /// A character's origin in words.
    record Explained(String title, String text, Optional<String> demo) {

        static Explained of(PromptViewModel.Shown shown, Span span) {
            Origin origin = span.origin();
            Optional<String> demo = origin.demo();
            String field = origin.field().orElse("");
            if (demo.isPresent()) {
                List<String> ids = shown.ids();
                int position = ids.indexOf(demo.get());
                String why = position < 0 ? "" : shown.made().demonstrations().get(position).why();
                return new Explained(
                        field.isEmpty()
                                ? Texts.of("prompt.card.demo.template", position + 1, demo.get())
                                : Texts.of("prompt.card.demo", position + 1, demo.get(), field),
                        Texts.of("prompt.card.position", position + 1, ids.size(), why),
                        demo);
            }
            return switch (origin.kind()) {
                case QUERY ->
                        new Explained(
                                Texts.of("prompt.card.item", shown.item().id(), field),
                                Texts.of("prompt.card.item.text"),
                                Optional.empty());
                case INSTRUCTION ->
                        new Explained(
                                Texts.of("prompt.card.instruction"),
                                Texts.of("prompt.card.instruction.text"),
                                Optional.empty());
                case TEMPLATE, DEMO, PRINCIPLE, FACT, IMAGE ->
                        new Explained(
                                Texts.of("prompt.card.template"),
                                Texts.of("prompt.card.template.text", shown.design().name()),
                                Optional.empty());
            };
        }
    }
}
