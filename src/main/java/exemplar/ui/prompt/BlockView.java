package exemplar.ui.prompt;

import exemplar.text.Direction;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.LayoutInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;

/// Shows one block of a sheet: its words, their colours behind them, what is marked, and what
/// stands beside it. Is used for one block after the other; what stays as it was is not touched,
/// since a new node costs more than the layout of its words.
final class BlockView extends Region {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /// Width of the mark behind a line whose end is marked, in pixels.
    private static final double LINE_END = 6;

    /// Looks without a colour behind the words.
    private static final List<String> PLAIN = List.of("span-template", "span-gold", "span-cat-0");

    /// What stands beside lines.
    ///
    /// @param width in pixels
    /// @param roles whether the roles of messages are told
    record Beside(double width, boolean roles) {}

    private record Badge(Optional<Integer> number, int category, Optional<String> role) {
        static final Badge NONE = new Badge(Optional.empty(), -1, Optional.empty());
    }

    private final Group tints = new Group();
    private final Group marks = new Group();
    private final TextFlow flow = new TextFlow();
    private final List<Text> texts = new ArrayList<>();
    private Optional<HBox> badge = Optional.empty();
    private Badge badged = Badge.NONE;
    private List<PromptPage.Piece> pieces = List.of();
    private Beside beside = new Beside(0, false);
    private int markedFrom;
    private int markedTo;
    private boolean lineEndMarked;
    private boolean dressed;
    private boolean measured;
    private boolean painted;

    BlockView() {
        getStyleClass().add("prompt-line");
        flow.getStyleClass().add("prompt-flow");
        for (Node part : List.of(tints, marks, flow)) {
            part.setManaged(false);
            part.setMouseTransparent(true);
        }
        getChildren().addAll(tints, marks, flow);
        setManaged(false);
    }

    /// Takes a block over. Must be in a scene.
    void show(Sheet.Block block, Beside room, boolean diff) {
        if (!block.pieces().equals(pieces) || texts.isEmpty()) {
            words(block.pieces());
        }
        measured &= beside.equals(room);
        beside = room;
        badge(
                diff || !block.first()
                        ? Badge.NONE
                        : new Badge(
                                block.line().number(),
                                block.line().category(),
                                room.roles()
                                        ? block.line().role().map(r -> r.wireName())
                                        : Optional.empty()));
        if (!dressed) {
            // New nodes have no font before this, and are to be measured now.
            applyCss();
            dressed = true;
        }
    }

    private void words(List<PromptPage.Piece> now) {
        List<PromptPage.Piece> shown =
                now.isEmpty() ? List.of(new PromptPage.Piece("", List.of())) : now;
        pieces = now;
        measured = false;
        painted = false;
        for (int i = 0; i < shown.size(); i++) {
            PromptPage.Piece piece = shown.get(i);
            if (i == texts.size()) {
                Text text = new Text();
                text.getStyleClass().setAll("prompt-words");
                texts.add(text);
                flow.getChildren().add(text);
                dressed = false;
            }
            Text text = texts.get(i);
            if (!text.getText().equals(piece.text())) {
                text.setText(piece.text());
            }
            dress(text, "prompt-words", classes(piece));
        }
        while (texts.size() > shown.size()) {
            texts.removeLast();
            flow.getChildren().removeLast();
        }
    }

    private static List<String> classes(PromptPage.Piece piece) {
        if (!Direction.turnsLeft(piece.text())) {
            return piece.classes();
        }
        List<String> all = new ArrayList<>(piece.classes());
        all.add(Lettering.RIGHT_TO_LEFT);
        return all;
    }

    private void dress(Node node, String first, List<String> classes) {
        List<String> all = new ArrayList<>(classes.size() + 1);
        all.add(first);
        all.addAll(classes);
        if (!node.getStyleClass().equals(all)) {
            node.getStyleClass().setAll(all);
            dressed = false;
        }
    }

    private void badge(Badge now) {
        if (now.equals(badged)) {
            return;
        }
        badged = now;
        badge.ifPresent(getChildren()::remove);
        badge = Optional.empty();
        if (now.number().isEmpty() && now.role().isEmpty()) {
            return;
        }
        HBox box = new HBox(6);
        box.getStyleClass().add("prompt-gutter");
        box.setAlignment(Pos.TOP_RIGHT);
        box.setMouseTransparent(true);
        box.setManaged(false);
        now.role()
                .ifPresent(r -> {
                    Label name = new Label(r);
                    name.getStyleClass().add("prompt-role");
                    name.setMinWidth(Region.USE_PREF_SIZE);
                    box.getChildren().add(name);
                });
        Label number = new Label(now.number().map(String::valueOf).orElse(""));
        number.getStyleClass().add("demo-number");
        if (now.number().isPresent()) {
            number.getStyleClass().addAll("label-pill", Palette.styleClass(now.category()));
        }
        box.getChildren().add(number);
        badge = Optional.of(box);
        getChildren().add(box);
        dressed = false;
        measured = false;
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    /// Forgets how high the words are, when their font is another one.
    void forget() {
        measured = false;
        painted = false;
    }

    /// Lays the words out for a width.
    ///
    /// @param least height of a line without words
    /// @return the height
    double fit(double width, double least) {
        if (measured && width == getWidth()) {
            return getHeight();
        }
        measured = true;
        double room = Math.max(1, width - beside.width());
        double height = Math.max(least, snapSizeY(flow.prefHeight(room)));
        if (flow.getWidth() != room || flow.getHeight() != height) {
            painted = false;
        }
        flow.resizeRelocate(beside.width(), 0, room, height);
        flow.layout();
        resize(width, height);
        badge.ifPresent(b -> {
            b.resizeRelocate(0, 0, beside.width(), Math.max(height, b.prefHeight(-1)));
            b.layout();
        });
        paint();
        return height;
    }

    /// The colours behind the words.
    private void paint() {
        if (painted) {
            return;
        }
        painted = true;
        LayoutInfo layout = flow.getLayoutInfo();
        int used = 0;
        int at = 0;
        for (PromptPage.Piece piece : pieces) {
            int end = at + piece.text().length();
            if (!PLAIN.containsAll(piece.classes())) {
                for (Rectangle2D area : layout.getSelectionGeometry(at, end, false)) {
                    Rectangle tint = rectangle(tints, used++);
                    place(tint, area, piece.classes().contains("span-query") ? 0.5 : 0);
                    dress(tint, "prompt-tint", piece.classes());
                }
            }
            at = end;
        }
        trim(tints, used);
        marks();
        if (!dressed) {
            applyCss();
            dressed = true;
        }
    }

    private static Rectangle rectangle(Group in, int index) {
        if (index == in.getChildren().size()) {
            Rectangle fresh = new Rectangle();
            fresh.setManaged(false);
            in.getChildren().add(fresh);
        }
        return (Rectangle) in.getChildren().get(index);
    }

    private static void trim(Group group, int size) {
        if (group.getChildren().size() > size) {
            group.getChildren().remove(size, group.getChildren().size());
        }
    }

    /// On whole pixels, so that neighbours touch and edges are sharp.
    private void place(Rectangle box, Rectangle2D area, double inside) {
        double left = Math.round(flow.getLayoutX() + area.getMinX());
        double right = Math.round(flow.getLayoutX() + area.getMaxX());
        double top = Math.round(area.getMinY());
        double bottom = Math.round(area.getMaxY());
        box.setX(left + inside);
        box.setY(top + inside);
        box.setWidth(Math.max(0, right - left - 2 * inside));
        box.setHeight(Math.max(0, bottom - top - 2 * inside));
    }

    /// Marks characters, counted from the block's beginning.
    ///
    /// @param lineEnd whether the line's end is marked as well
    void mark(int from, int to, boolean lineEnd) {
        if (from != markedFrom || to != markedTo || lineEnd != lineEndMarked) {
            markedFrom = from;
            markedTo = to;
            lineEndMarked = lineEnd;
            marks();
            if (!dressed) {
                applyCss();
                dressed = true;
            }
        }
    }

    private void marks() {
        int used = 0;
        int to = Math.min(markedTo, length());
        if (markedFrom < to) {
            for (Rectangle2D area :
                    flow.getLayoutInfo().getSelectionGeometry(markedFrom, to, true)) {
                mark(used++, area);
            }
        }
        if (lineEndMarked) {
            Rectangle2D end = caret(length());
            mark(used++, new Rectangle2D(end.getMinX(), end.getMinY(), LINE_END, end.getHeight()));
        }
        trim(marks, used);
    }

    private void mark(int index, Rectangle2D area) {
        Rectangle box = rectangle(marks, index);
        place(box, area, 0);
        dress(box, "prompt-marked", List.of());
    }

    int length() {
        return pieces.stream().mapToInt(p -> p.text().length()).sum();
    }

    /// The character at a point of this view, or the place between two that is nearest to it.
    int hit(double x, double y, boolean between) {
        double inside = Math.clamp(y, 0, Math.max(0, getHeight() - 1));
        var hit = flow.getHitInfo(new Point2D(x - flow.getLayoutX(), inside));
        return Math.clamp(between ? hit.getInsertionIndex() : hit.getCharIndex(), 0, length());
    }

    /// Whether there are words at a point of this view.
    boolean wordsAt(double x, double y) {
        return flow.getLayoutInfo().getSelectionGeometry(0, length(), true).stream()
                .anyMatch(r -> r.contains(x - flow.getLayoutX(), y));
    }

    /// Where the caret stands before a character, in the words' own coordinates.
    Rectangle2D caret(int at) {
        if (length() == 0) {
            return new Rectangle2D(0, 0, 0, getHeight());
        }
        return flow.getLayoutInfo().caretInfoAt(Math.min(at, length()), true).getSegmentAt(0);
    }

    /// Where words begin, from the view's left edge.
    double indent() {
        return flow.getLayoutX();
    }

    /// The visual row that holds a place, without the white space at which it is wrapped; offsets
    /// within the block.
    Marked row(int place) {
        for (TextLineInfo row : flow.getLayoutInfo().getTextLines(true)) {
            boolean last = row.end() >= length();
            if (place < row.end() || last) {
                return new Marked(
                        row.start(), last ? length() : Math.max(row.start(), row.end() - 1));
            }
        }
        return new Marked(place, place);
    }
}
