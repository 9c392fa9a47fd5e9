package exemplar.ui.control;

import java.util.function.IntFunction;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.fxmisc.richtext.GenericStyledArea;

/// Numbers the lines of an editor. An editor makes the line that is typed in anew for every letter,
/// its number with it: a number is one text, where the editor's own are two labels each.
public final class LineNumbers {
    private LineNumbers() {}

    /// Shows numbers beside the lines of an editor. On the screen's thread.
    public static void show(GenericStyledArea<?, ?, ?> area) {
        area.setParagraphGraphicFactory(numbers(digits(area.getParagraphs().size())));
        area.getParagraphs()
                .sizeProperty()
                .addListener((o, before, now) -> {
                    if (digits(before) != digits(now)) {
                        area.setParagraphGraphicFactory(numbers(digits(now)));
                    }
                });
    }

    private static IntFunction<Node> numbers(int digits) {
        return line -> new LineNumber(("%" + digits + "d").formatted(line + 1));
    }

    private static int digits(int lines) {
        return String.valueOf(lines).length();
    }

    /// As wide as its text and as high as its line.
    private static final class LineNumber extends Region {
        private final Text text;

        LineNumber(String number) {
            text = new Text(number);
            text.setTextOrigin(VPos.TOP);
            getStyleClass().add("lineno");
            getChildren().add(text);
        }

        @Override
        protected double computePrefWidth(double height) {
            return snappedLeftInset() + snapSizeX(text.prefWidth(-1)) + snappedRightInset();
        }

        @Override
        protected void layoutChildren() {
            text.relocate(snappedLeftInset(), snappedTopInset());
        }
    }
}
