package exemplar.ui.prompt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// A long coloured text to be read: scrolled, marked and copied by mouse and keyboard, read aloud
/// by a screen reader, not written into. Only what is in sight has nodes, and a change of the text
/// touches only the blocks in sight that differ, so that a text can change at every key. The text,
/// what is marked and what is copied are always those of the latest sheet, whether painted or not.
final class ReadingArea extends Region {
    /// Space beside the scroll bar, in pixels.
    private static final double RIGHT = 14;

    private final Group lines = new Group();
    private final Rectangle caret = new Rectangle(1, 0);
    private final Rectangle clip = new Rectangle();
    private final ReadingBar bar = new ReadingBar(this::fromBar);
    private final Text ruler = new Text("0");
    private final BlockViews views = new BlockViews(lines);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private Sheet sheet = Sheet.of(new PromptPage(List.of()));
    private BlockView.Beside beside = new BlockView.Beside(0, false);
    private boolean diff;
    private Optional<String> chosen = Optional.empty();
    private Marked marked = Marked.NOTHING;

    private final Heights heights = new Heights();
    private double measuredWidth = -1;
    private double measuredRow = -1;

    /// The block at the upper edge, and how much of it is above that edge.
    private int top;

    private double hidden;

    ReadingArea() {
        getStyleClass().add("prompt-area");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        ruler.getStyleClass().add("prompt-words");
        ruler.setVisible(false);
        lines.setManaged(false);
        lines.setMouseTransparent(true);
        caret.getStyleClass().add("prompt-caret");
        caret.setManaged(false);
        caret.setMouseTransparent(true);
        caret.visibleProperty().bind(focusedProperty());
        getChildren().addAll(ruler, lines, caret, bar);
        setClip(clip);
        addEventHandler(
                ScrollEvent.SCROLL,
                e -> {
                    if (e.getDeltaY() != 0) {
                        scroll(-e.getDeltaY());
                        e.consume();
                    }
                });
    }

    // --- What is shown ---------------------------------------------------------------------------

    String text() {
        return text.get();
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// Shows another sheet. What is in sight stays where it is, as far as it is still there.
    void show(Sheet now, BlockView.Beside room, boolean isDiff) {
        Sheet before = sheet;
        int head = now.sameHead(before);
        int tail = now.sameTail(before, head);
        int more = now.blocks().size() - before.blocks().size();
        heights.follow(now.blocks().size(), head, tail);
        if (more != 0) {
            views.follow(before.blocks().size(), now.blocks().size(), head, tail);
            if (top >= before.blocks().size() - tail && top >= head) {
                top += more;
            }
            top = Math.clamp(top, 0, heights.size() - 1);
        }
        sheet = now;
        beside = room;
        diff = isDiff;
        if (!now.text().equals(before.text())) {
            marked = marked.moved(before.text(), now.text());
            text.set(now.text());
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
        requestLayout();
    }

    /// Shows the beginning.
    void toTop() {
        top = 0;
        hidden = 0;
        requestLayout();
    }

    /// Makes the lines of a demonstration stand out.
    void choose(Optional<String> demonstration) {
        chosen = demonstration;
        views.inSight().forEach((index, view) -> view.choose(isChosen(index)));
    }

    private boolean isChosen(int index) {
        return chosen.isPresent()
                && !diff
                && sheet.blocks().get(index).line().demo().equals(chosen);
    }

    // --- What is marked --------------------------------------------------------------------------

    Marked marked() {
        return marked;
    }

    String markedText() {
        return text().substring(marked.start(), marked.end());
    }

    void mark(Marked now) {
        marked = now.within(text().length());
        views.inSight().forEach(this::mark);
        placeCaret();
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        notifyAccessibleAttributeChanged(AccessibleAttribute.CARET_OFFSET);
    }

    private void mark(int index, BlockView view) {
        Sheet.Block block = sheet.blocks().get(index);
        int from = Math.clamp(marked.start() - block.start(), 0, view.length());
        int to = Math.clamp(marked.end() - block.start(), 0, view.length());
        boolean lineEnd =
                block.last() && marked.start() <= block.end() && marked.end() > block.end();
        view.mark(from, to, lineEnd);
    }

    private void placeCaret() {
        BlockView view = views.inSight().get(sheet.blockAt(marked.caret()));
        if (view == null || !view.isVisible()) {
            caret.setY(-100);
            return;
        }
        Rectangle2D at = caretIn(view);
        caret.setX(Math.round(view.indent() + at.getMinX()));
        caret.setY(Math.round(view.getLayoutY() + at.getMinY()));
        caret.setHeight(Math.round(at.getHeight()));
    }

    private Rectangle2D caretIn(BlockView view) {
        return view.caret(
                marked.caret() - sheet.blocks().get(sheet.blockAt(marked.caret())).start());
    }

    // --- Places ----------------------------------------------------------------------------------

    /// The character at a point of this area; empty beside the words.
    Optional<Integer> characterAt(double x, double y) {
        return views.at(y)
                .filter(e -> e.getValue().wordsAt(x, y - e.getValue().getLayoutY()))
                .map(e -> hit(e, x, y, false));
    }

    /// The place between two characters nearest to a point of this area.
    int placeAt(double x, double y) {
        return views.nearest(y).map(e -> hit(e, x, y, true)).orElse(0);
    }

    private int hit(Map.Entry<Integer, BlockView> seen, double x, double y, boolean between) {
        BlockView view = seen.getValue();
        return sheet.blocks().get(seen.getKey()).start()
                + view.hit(x, y - view.getLayoutY(), between);
    }

    /// Where the caret stands, in this area; it is brought into sight first.
    Rectangle2D caretBounds() {
        reveal(marked.caret());
        return new Rectangle2D(caret.getX(), caret.getY(), 1, Math.max(1, caret.getHeight()));
    }

    /// The row the caret stands in; without the white space at which it is wrapped.
    Marked row() {
        reveal(marked.caret());
        int index = sheet.blockAt(marked.caret());
        Sheet.Block block = sheet.blocks().get(index);
        BlockView view = views.inSight().get(index);
        return view == null
                ? marked
                : view.row(marked.caret() - block.start()).after(block.start());
    }

    // --- Scrolling -------------------------------------------------------------------------------

    /// Moves the text up by so many pixels.
    void scroll(double pixels) {
        hidden += pixels;
        requestLayout();
    }

    double pageHeight() {
        return Math.max(measuredRow, getHeight() - 2 * measuredRow);
    }

    /// Brings a line to the upper edge, unless it is in sight.
    void revealLine(int number, int above) {
        if (views.inSight().entrySet().stream()
                .noneMatch(e ->
                        sheet.blocks().get(e.getKey()).number() == number
                                && e.getValue().getLayoutY() >= 0
                                && e.getValue().getLayoutY() < getHeight())) {
            sheet.blockOfLine(Math.max(0, number - above))
                    .ifPresent(block -> {
                        top = block;
                        hidden = 0;
                        requestLayout();
                    });
        }
    }

    /// Brings a place into sight.
    void reveal(int offset) {
        layout();
        int index = sheet.blockAt(offset);
        if (!views.inSight().containsKey(index)) {
            top = index;
            hidden = -getHeight() / 2;
            requestLayout();
            layout();
        }
        BlockView view = views.inSight().get(index);
        if (view != null) {
            Rectangle2D at = view.caret(offset - sheet.blocks().get(index).start());
            double upper = view.getLayoutY() + at.getMinY();
            double lower = view.getLayoutY() + at.getMaxY();
            if (upper < 0 || lower > getHeight()) {
                scroll(upper < 0 ? upper - 4 : lower - getHeight() + 4);
                layout();
            }
        }
        placeCaret();
    }

    private void fromBar(double above) {
        double left = above;
        top = 0;
        while (top < heights.size() - 1 && left >= height(top)) {
            left -= height(top);
            top++;
        }
        hidden = left;
        requestLayout();
    }

    // --- Layout ----------------------------------------------------------------------------------

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        clip.setWidth(width);
        clip.setHeight(height);
        double barWidth = snapSizeX(bar.prefWidth(-1));
        measure(width - barWidth - RIGHT);
        anchor();
        double bottom = fill(height);
        if (bottom < height) {
            // The end is in sight: it stands at the lower edge, when the text is longer.
            hidden -= height - bottom;
            anchor();
            bottom = fill(height);
        }
        bar.resizeRelocate(width - barWidth, 0, barWidth, height);
        placeBar(height);
        placeCaret();
    }

    /// Forgets heights that were measured for another width or font.
    private void measure(double width) {
        double row = ruler.getLayoutBounds().getHeight();
        heights.assume((width - beside.width()) / ruler.getLayoutBounds().getWidth(), row);
        if (width != measuredWidth || row != measuredRow) {
            measuredWidth = width;
            measuredRow = row;
            heights.forget();
            views.forget();
        }
    }

    private double height(int index) {
        return heights.of(index, sheet.blocks());
    }

    /// Finds the block at the upper edge.
    private void anchor() {
        while (hidden < 0 && top > 0) {
            top--;
            view(top);
            hidden += height(top);
        }
        if (hidden < 0) {
            hidden = 0;
        }
        while (top < heights.size() - 1 && hidden >= height(top)) {
            view(top);
            if (hidden >= height(top)) {
                hidden -= height(top);
                top++;
            }
        }
    }

    /// A view of the block, laid out.
    private BlockView view(int index) {
        BlockView view = views.of(index, top);
        view.show(sheet.blocks().get(index), beside, diff);
        heights.put(index, view.fit(measuredWidth, measuredRow));
        view.choose(isChosen(index));
        mark(index, view);
        return view;
    }

    /// Places views from the upper edge on until they reach the lower; where the last one ends.
    private double fill(double height) {
        int index = top;
        double y = heights.above(top) - hidden;
        while (index < heights.size() && (y < height || index == top)) {
            BlockView view = view(index);
            view.relocate(0, snapPositionY(y));
            y += heights.alone(index);
            index++;
        }
        int end = index;
        views.keep(top, end);
        return end == heights.size()
                ? top == 0 && hidden == 0 ? height : y + heights.below(end - 1)
                : Math.max(y, height);
    }

    private void placeBar(double height) {
        double above = hidden;
        double all = 0;
        for (int i = 0; i < heights.size(); i++) {
            if (i == top) {
                above += all;
            }
            all += height(i);
        }
        bar.show(above, all, height, heights.rowHeight(), pageHeight());
    }

    // --- For screen readers ----------------------------------------------------------------------

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> text();
            case EDITABLE -> false;
            case SELECTION_START -> marked.start();
            case SELECTION_END -> marked.end();
            case CARET_OFFSET -> marked.caret();
            case LINE_FOR_OFFSET -> sheet.lineAt((Integer) parameters[0]);
            case LINE_START -> sheet.line((Integer) parameters[0]).start();
            case LINE_END -> sheet.line((Integer) parameters[0]).end();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
