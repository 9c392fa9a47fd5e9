package exemplar.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.text.Direction;
import exemplar.text.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Text in scripts that join, stack or run from right to left, wrapped by the toolkit.
class ShapingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HEBREW =
            "אולי השנה סוף סוף נצליח לפתוח את הגן הקהילתי. כבר שלושה שכנים אמרו שיבואו עם מעדרים.";
    private static final String ARABIC =
            "المصعد توقف مرتين اليوم وأمي تسكن في الطابق السادس ولا تستطيع النزول. ماذا لو حدث شيء؟";
    private static final String HINDI =
            "हम सब मिलकर इस बगीचे को फिर से खोल सकते हैं। कल शाम को सब लोग आएँगे, यही आशा है।";
    private static final String MIXED =
            "He said: «" + HEBREW + "» (" + ARABIC + ") and left, 3.5 km";

    /// What generated texts are made of.
    private static final List<String> PARTS =
            List.of(
                    "שלום",
                    "שכנים",
                    "شكراً",
                    "الحافلة",
                    "لا",
                    "hello",
                    "B",
                    "42",
                    "3,14",
                    "🧣",
                    "\t",
                    "\n",
                    "\r\n",
                    "   ",
                    "\u200b",
                    "\u200f",
                    "\u200e",
                    "\u2067",
                    "\u2069",
                    "\u00a0",
                    "हैं",
                    "สวัสดีครับ",
                    "漢字かな",
                    "(",
                    ")",
                    "\"",
                    "،",
                    "؟",
                    ".",
                    "{{x}}",
                    "e\u0301",
                    "שלוםעולםשכניםמעדריםקהילתיהתעניינות");

    @BeforeAll
    static void mended() throws Exception {
        FxToolkit.registerPrimaryStage();
        assertThat(onScreen(Shaping::mend)).isNotInstanceOf(Shaping.Result.Failed.class);
    }

    private static <T> T onScreen(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }

    private static List<String> generated() {
        Random random = new Random(20);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder();
            int parts = 1 + random.nextInt(30);
            for (int j = 0; j < parts; j++) {
                text.append(PARTS.get(random.nextInt(random.nextBoolean() ? 5 : PARTS.size())));
                text.append(" ".repeat(random.nextInt(3)));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /// The sample's texts that are not Latin throughout.
    private static List<String> ofTheSample() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : List.of("pool.jsonl", "tests.jsonl")) {
            for (String line : Files.readAllLines(Path.of("samples/co-op-messages", file))) {
                String text = JSON.readTree(line).get("fields").get("text").asText();
                if (!Scripts.isSimple(text)) {
                    texts.add(text.substring(0, Math.min(text.length(), 400)));
                }
            }
        }
        return texts;
    }

    private static Text text(String words, double width, boolean turned) {
        Text text = new Text(words);
        text.setFont(Font.font(13));
        text.setNodeOrientation(
                turned ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        text.setWrappingWidth(width);
        return text;
    }

    /// The furthest a line reaches over the width, and whether places within it can be found.
    private static double over(String words, double width, boolean turned) {
        Text text = text(words, width, turned);
        new Scene(new Group(text)).getRoot().layout();
        for (int at = 0; at < words.length(); at += 7) {
            text.caretShape(at, true);
        }
        text.rangeShape(0, words.length() / 2);
        text.hitTest(new Point2D(width / 2, 20));
        return text.getLayoutInfo().getTextLines(false).stream()
                .mapToDouble(line -> line.bounds().getWidth() - width)
                .max()
                .orElse(0);
    }

    @Test
    void noLineIsWiderThanWhatItIsWrappedTo() throws Exception {
        List<String> wide =
                onScreen(() -> {
                    List<String> found = new ArrayList<>();
                    for (String words : List.of(HEBREW, ARABIC, HINDI, MIXED)) {
                        for (int width = 110; width < 620; width += 13) {
                            // The toolkit lets a letter or two and the blank behind them hang over.
                            for (boolean turned : new boolean[] {false, true}) {
                                double over = over(words, width, turned);
                                if (over > 40) {
                                    found.add(
                                            words.substring(0, 12) + " at " + width + ": " + over);
                                }
                            }
                        }
                    }
                    return found;
                });
        assertThat(wide).isEmpty();
    }

    @Test
    void everyGeneratedTextCanBeWrappedToAnyWidth() throws Exception {
        int laid =
                onScreen(() -> {
                    int count = 0;
                    for (String words : generated()) {
                        for (double width : new double[] {1, 25, 90, 160, 333}) {
                            over(words, width, count % 2 == 0);
                            count++;
                        }
                    }
                    return count;
                });
        assertThat(laid).isEqualTo(300);
    }

    private static List<Region> controls(String words) {
        Label label = new Label(words.replace("\n", " ↵ "));
        label.setWrapText(true);
        TextArea area = new TextArea(words);
        area.setWrapText(true);
        int half = words.offsetByCodePoints(0, words.codePointCount(0, words.length()) / 2);
        TextFlow flow =
                new TextFlow(new Text(words.substring(0, half)), new Text(words.substring(half)));
        CodeArea code = new CodeArea(words);
        code.setWrapText(true);
        return List.of(label, area, flow, code);
    }

    @Test
    void everyControlLaysOutTheTextsOfTheSampleAtAnyWidth() throws Exception {
        List<String> texts = ofTheSample();
        assertThat(texts).filteredOn(Direction::turnsLeft).hasSizeGreaterThan(4);
        int laid =
                onScreen(() -> {
                    int count = 0;
                    for (String words : texts) {
                        for (Region control : controls(words)) {
                            Pane pane = new Pane(control);
                            new Scene(pane);
                            for (int width = 60; width < 700; width += 97) {
                                control.resize(width, Math.max(40, control.prefHeight(width)));
                                pane.applyCss();
                                pane.layout();
                                control.getLayoutBounds();
                                count++;
                            }
                        }
                    }
                    return count;
                });
        assertThat(laid).isGreaterThan(200);
    }

    /// What an editor does: typing, moving through every place, marking all of it.
    @Test
    void aRightToLeftTextIsWrittenAndWalkedThroughInANarrowEditor() throws Exception {
        String written =
                onScreen(() -> {
                    TextArea area = new TextArea();
                    area.setWrapText(true);
                    area.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    Pane pane = new Pane(area);
                    new Scene(pane);
                    area.resize(180, 200);
                    for (int at = 0; at < ARABIC.length(); at++) {
                        area.insertText(at, ARABIC.substring(at, at + 1));
                        pane.applyCss();
                        pane.layout();
                    }
                    for (int at = 0; at <= area.getLength(); at++) {
                        area.positionCaret(at);
                        area.selectPositionCaret(area.getLength() - at);
                        pane.layout();
                    }
                    return area.getText();
                });
        assertThat(written).isEqualTo(ARABIC);
    }
}
