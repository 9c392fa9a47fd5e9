package exemplar.ui.prompt;

import exemplar.ui.control.Hint;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Presence;
import exemplar.ui.control.SearchField;
import exemplar.ui.control.Texts;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Finds words in the prompt shown: marks one hit after the other and says how many there are.
/// Enter and F3 go on, with Shift back, Escape closes it.
final class FindBar {
    private final ReadingArea area;
    private final SearchField search =
            new SearchField(Texts.of("prompt.find"), Texts.of("prompt.find"));
    private final Label count = new Label();
    private final Button before = step(Feather.CHEVRON_UP, "prompt.find.before", () -> go(-1));
    private final Button after = step(Feather.CHEVRON_DOWN, "prompt.find.after", () -> go(1));
    private final HBox root;
    private Hits hits = Hits.NONE;
    private int at;

    FindBar(ReadingArea area) {
        this.area = area;
        search.field().setId("prompt-find");
        count.setId("prompt-find-count");
        count.getStyleClass().add("caption");
        count.setMinWidth(Label.USE_PREF_SIZE);
        HBox.setHgrow(search, Priority.ALWAYS);
        root =
                new HBox(
                        8,
                        search,
                        count,
                        before,
                        after,
                        step(Feather.X, "prompt.find.close", this::close));
        root.getStyleClass().add("find-line");
        root.setAlignment(Pos.CENTER_LEFT);
        show(false);
        search.text().subscribe(typed -> typed());
        area.textProperty().subscribe(text -> changed());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private static Button step(Feather icon, String key, Runnable run) {
        Button button = new Button("", Icons.of(icon, 14));
        button.getStyleClass().setAll("icon-button");
        button.setAccessibleText(Texts.of(key));
        Hint.set(button, Texts.of(key));
        button.setOnAction(e -> run.run());
        return button;
    }

    Parent view() {
        return root;
    }

    boolean isOpen() {
        return root.isVisible();
    }

    /// Comes up with what is marked in the prompt, when that is one line.
    void open() {
        String marked = area.markedText();
        show(true);
        if (!marked.isEmpty() && marked.indexOf('\n') < 0) {
            search.text().set(marked);
        }
        search.field().requestFocus();
        search.field().selectAll();
        typed();
    }

    private void close() {
        show(false);
        area.requestFocus();
    }

    private void show(boolean open) {
        Presence.set(root, open);
        area.getStyleClass().remove("finding");
        if (open) {
            area.getStyleClass().add("finding");
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            go(event.isShiftDown() ? -1 : 1);
        } else {
            return;
        }
        event.consume();
    }

    /// The hit at what is marked, or the next one, so that more letters stay where they are.
    private void typed() {
        if (isOpen()) {
            hits = Hits.of(area.text(), search.text().get());
            at = hits.from(area.marked().start());
            mark();
        }
    }

    /// Another prompt: counted anew, and nothing moves under who reads.
    private void changed() {
        if (isOpen()) {
            hits = Hits.of(area.text(), search.text().get());
            at = hits.from(area.marked().start());
            say();
        }
    }

    /// Goes to the next hit, or the one before; round and round.
    void go(int by) {
        if (!isOpen()) {
            open();
        } else if (hits.count() > 0) {
            at = Math.floorMod(at + by, hits.count());
            mark();
        }
    }

    private void mark() {
        if (hits.count() > 0) {
            area.mark(hits.marked(at));
            area.reveal(hits.marked(at).start());
        }
        say();
    }

    private void say() {
        boolean nothing = hits.count() == 0;
        before.setDisable(nothing);
        after.setDisable(nothing);
        count.setText(
                search.text().get().isEmpty()
                        ? ""
                        : nothing
                                ? Texts.of("prompt.find.none")
                                : Texts.of("prompt.find.at", at + 1, hits.count()));
    }
}
