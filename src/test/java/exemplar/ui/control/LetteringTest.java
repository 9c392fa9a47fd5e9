package exemplar.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exemplar.ui.shell.Theme;
import java.util.concurrent.TimeUnit;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class LetteringTest {
    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /// How high what stands furthest to the left is, in pixels.
    private static int heightAtTheLeft(String text) throws Exception {
        return WaitForAsyncUtils.asyncFx(
                        () -> {
                            Label label = new Label(text);
                            Lettering.set(label, text);
                            StackPane pane = new StackPane(label);
                            Scene scene = new Scene(pane, 300, 60);
                            Theme.LIGHT.dress(scene, 1);
                            return inkAtTheLeft(scene.snapshot(null));
                        })
                .get(20, TimeUnit.SECONDS);
    }

    private static int inkAtTheLeft(WritableImage picture) {
        PixelReader pixels = picture.getPixelReader();
        int first = -1;
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int x = 0; x < picture.getWidth() && (first < 0 || x < first + 4); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                if (pixels.getColor(x, y).getBrightness() < 0.8) {
                    first = first < 0 ? x : first;
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        assertThat(first).as("something is shown").isNotNegative();
        return bottom - top + 1;
    }

    @Test
    void theFullStopOfARightToLeftSentenceStandsAtItsLeftEnd() throws Exception {
        assumeTrue(Font.getFamilies().contains("DejaVu Sans"), "no font with these letters here");
        assertThat(heightAtTheLeft("אולי השנה נצליח.")).isLessThanOrEqualTo(4);
        assertThat(heightAtTheLeft("شكراً لمن أعاد.")).isLessThanOrEqualTo(4);
        assertThat(heightAtTheLeft("אולי השנה נצליח")).isGreaterThan(5);
    }

    @Test
    void aLabelUsedForOneTextAfterTheOtherTakesTheWayOfEach() {
        Label label = new Label();
        Lettering.set(label, "hello");
        assertThat(label.getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        assertThat(label.getStyleClass()).doesNotContain(Lettering.RIGHT_TO_LEFT);
        Lettering.set(label, "שלום");
        Lettering.set(label, "שלום");
        assertThat(label.getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(label.getStyleClass()).containsOnlyOnce(Lettering.RIGHT_TO_LEFT);
        Lettering.set(label, "says שלום");
        assertThat(label.getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        assertThat(label.getStyleClass()).containsOnlyOnce(Lettering.RIGHT_TO_LEFT);
        Lettering.set(label, "hello");
        assertThat(label.getStyleClass()).doesNotContain(Lettering.RIGHT_TO_LEFT);
    }

    @Test
    void onlyTheLinesOfAnEditorThatNeedItGetTheFont() throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            CodeArea area = new CodeArea("{% for d in demos %}\nשלום {{ d.text }}");
                            Lettering.font(area);
                            assertThat(area.getParagraph(0).getParagraphStyle()).isEmpty();
                            assertThat(area.getParagraph(1).getParagraphStyle())
                                    .containsExactly(Lettering.RIGHT_TO_LEFT);
                            area.replaceText("plain\nplain");
                            Lettering.font(area);
                            assertThat(area.getParagraph(1).getParagraphStyle()).isEmpty();
                            return area;
                        })
                .get(20, TimeUnit.SECONDS);
    }
}
