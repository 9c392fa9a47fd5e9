package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.study.Change;
import exemplar.ui.control.Lettering;
import exemplar.ui.demonstrations.rows.SessionLog;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What happened to the example in this session, the latest first, each with a way back to how it
/// was before; and where it came from.
final class EventsView extends VBox {
    private static final int SHOWN = 12;
    private static final int EXCERPT = 40;

    private final Board board;
    private final DetailViewModel model;
    private final RowActions actions;
    private final VBox lines = new VBox(2);

    EventsView(Board board, DetailViewModel model, RowActions actions) {
        super(6);
        this.board = board;
        this.model = model;
        this.actions = actions;
        setId("events");
        Label name = new Label(board.words().text("detail.history"));
        name.getStyleClass().add("section-name");
        getChildren().addAll(name, lines);
    }

    void show(Example example) {
        List<SessionLog.Event> events = model.events();
        lines.getChildren().setAll(events.stream().limit(SHOWN).map(event -> line(event)).toList());
        if (!example.source().isEmpty()) {
            lines.getChildren().add(caption("detail.source", example.source()));
        } else if (events.isEmpty()) {
            lines.getChildren().add(caption("detail.history.none"));
        }
    }

    private Label caption(String key, Object... values) {
        Label label = new Label(board.words().text(key, values));
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        return label;
    }

    private HBox line(SessionLog.Event event) {
        Ago ago = new Ago(board.words());
        Label at = new Label(ago.clock(event.at()));
        at.getStyleClass().add("caption");
        at.setMinWidth(USE_PREF_SIZE);
        TextFlow what = new TextFlow();
        what.getStyleClass().add("event");
        what.getChildren().add(text(cause(event) + event.label() + "  ", "plain"));
        event.before().ifPresent(before -> differences(what, before, event.after()));
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMinWidth(0);
        HBox line = new HBox(8, at, what);
        line.setAlignment(Pos.TOP_LEFT);
        event.before()
                .ifPresent(before -> {
                    Button restore = new Button(board.words().text("detail.history.restore"));
                    restore.getStyleClass().setAll("caption", "link");
                    restore.setMinWidth(USE_PREF_SIZE);
                    restore.setOnAction(e -> actions.restore(before));
                    line.getChildren().add(restore);
                });
        return line;
    }

    private String cause(SessionLog.Event event) {
        return switch (event.cause()) {
            case Change.Cause.EDIT -> "";
            case Change.Cause.UNDO -> board.words().text("detail.history.undone") + ' ';
            case Change.Cause.REDO -> board.words().text("detail.history.redone") + ' ';
            case Change.Cause.DISK -> board.words().text("detail.history.disk") + ' ';
        };
    }

    private void differences(TextFlow what, Example before, Example after) {
        for (String input : board.study().task().inputs()) {
            difference(what, before.field(input), after.field(input));
        }
        difference(what, before.gold(), after.gold());
        difference(what, before.language(), after.language());
        difference(what, String.join(" ", before.tags()), String.join(" ", after.tags()));
        difference(what, before.rationale(), after.rationale());
        difference(what, before.note(), after.note());
    }

    private static void difference(TextFlow what, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        int most = Math.min(before.length(), after.length());
        int head = 0;
        while (head < most && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && before.charAt(before.length() - 1 - tail)
                        == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        boolean whole = Math.max(before.length(), after.length()) <= EXCERPT;
        String old = whole ? before : cut(before.substring(head, before.length() - tail));
        String now = whole ? after : cut(after.substring(head, after.length() - tail));
        if (!old.isEmpty()) {
            what.getChildren().addAll(text(old, "gone"), text(" → ", "arrow"));
        }
        what.getChildren().add(text(now.isEmpty() ? "∅" : now, "come"));
        what.getChildren().add(text("  ", "arrow"));
    }

    private static String cut(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    private static Text text(String content, String style) {
        Text text = new Text(content);
        text.getStyleClass().add(style);
        Lettering.font(text, content);
        return text;
    }
}
