package exemplar.ui.control;

import exemplar.text.Direction;
import java.util.Collection;
import java.util.List;
import javafx.css.Styleable;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.Paragraph;

/// How a text of a study is set on the screen: which way it runs and, where it holds letters that
/// run from right to left, in a font that has all of them.
///
/// The second matters on Linux: within such letters the toolkit puts what stands in another font,
/// such as a full stop where the usual font has the stop and not the letters, on the wrong side of
/// them. The theme names the font for the style class; elsewhere the class changes nothing.
public final class Lettering {
    /// The style class of what holds letters that run from right to left.
    public static final String RIGHT_TO_LEFT = "right-to-left";

    private Lettering() {}

    /// Sets a node for its text, which runs as its first strong character says.
    public static void set(Node node, String text) {
        set(node, text, Direction.of(text));
    }

    /// Sets a node for its text, which runs as said.
    public static void set(Node node, String text, Direction way) {
        node.setNodeOrientation(orientation(way));
        font(node, text);
    }

    /// Sets only the font: for a part of a text, and for what has no direction of its own.
    public static void font(Styleable node, String text) {
        List<String> classes = node.getStyleClass();
        boolean wanted = Direction.turnsLeft(text);
        if (wanted != classes.contains(RIGHT_TO_LEFT)) {
            if (wanted) {
                classes.add(RIGHT_TO_LEFT);
            } else {
                classes.remove(RIGHT_TO_LEFT);
            }
        }
    }

    /// Sets only the font, paragraph by paragraph, so that code beside such a text stays in its
    /// own. Paragraphs that are as they should be are not touched.
    public static void font(StyleClassedTextArea area) {
        for (int p = 0; p < area.getParagraphs().size(); p++) {
            Paragraph<Collection<String>, String, Collection<String>> paragraph =
                    area.getParagraph(p);
            boolean wanted = Direction.turnsLeft(paragraph.getText());
            if (wanted != paragraph.getParagraphStyle().contains(RIGHT_TO_LEFT)) {
                area.setParagraphStyle(p, wanted ? List.of(RIGHT_TO_LEFT) : List.of());
            }
        }
    }

    /// The way a text runs, as nodes take it.
    public static NodeOrientation orientation(Direction way) {
        return way == Direction.RIGHT_TO_LEFT
                ? NodeOrientation.RIGHT_TO_LEFT
                : NodeOrientation.LEFT_TO_RIGHT;
    }
}
