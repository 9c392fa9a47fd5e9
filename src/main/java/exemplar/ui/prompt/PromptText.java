package exemplar.ui.prompt;

import exemplar.model.Span;
import exemplar.ui.control.HoverCard;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The exact prompt, to be read: coloured by where each character came from, demonstrations and
/// messages told at the left. Resting on a character explains it; a click chooses its
/// demonstration, with Ctrl goes to it.
final class PromptText {
    /// Width of what stands beside the lines, and of the roles in it, in pixels.
    private static final double GUTTER = 46;

    private static final double ROLE = 66;

    /// What happens to demonstrations.
    interface Demonstrations {
        void chosen(String id);

        void wanted(String id);
    }

    private final ReadingArea area = new ReadingArea();
    private final FindBar find = new FindBar(area);
    private final HoverCard card = new HoverCard();
    private final Demonstrations demonstrations;
    private PromptPage page = new PromptPage(List.of());
    private Optional<PromptViewModel.Shown> shown = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    private boolean diff;

    PromptText(Demonstrations demonstrations) {
        this.demonstrations = demonstrations;
        area.setId("prompt-text");
        area.getStyleClass().add("mono");
        area.setAccessibleText(Texts.of("prompt.exact"));
        new ReadingHand(area, this::explain, card::leave);
        area.setOnMouseClicked(e -> {
            if (e.isStillSincePress()) {
                Optional<String> demo = span(area.marked().caret()).flatMap(this::demo);
                demo.ifPresent(
                        e.isShortcutDown() ? demonstrations::wanted : demonstrations::chosen);
            }
        });
    }

    Parent view() {
        return area;
    }

    /// Finds words in what is shown.
    FindBar find() {
        return find;
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
        page = now;
        boolean roles = of.made().rendering().prompt().isChat() && !isDiff;
        area.show(
                Sheet.of(now), new BlockView.Beside(roles ? GUTTER + ROLE : GUTTER, roles), isDiff);
        if (otherItem) {
            area.mark(Marked.NOTHING);
            area.toTop();
        }
    }

    /// Whether a prompt of the same design for the same item is on screen.
    boolean shows(PromptViewModel.Shown now) {
        return !area.text().isEmpty()
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
        area.show(Sheet.of(page), new BlockView.Beside(GUTTER, false), false);
    }

    /// Marks the lines of a demonstration and brings them into sight.
    void choose(Optional<String> demo, boolean scroll) {
        if (demo.equals(chosen)) {
            return;
        }
        chosen = demo;
        area.choose(demo);
        if (scroll && !diff) {
            for (int line = 0; line < page.lines().size(); line++) {
                if (demo.isPresent() && page.lines().get(line).demo().equals(demo)) {
                    area.revealLine(line, 3);
                    return;
                }
            }
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
        Lettering.font(text, words.text());
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
}
