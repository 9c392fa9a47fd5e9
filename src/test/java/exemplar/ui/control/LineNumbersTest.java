package exemplar.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LineNumbersTest {
    private CodeArea area;

    @Start
    void start(Stage stage) {
        area = new CodeArea("one\ntwo");
        LineNumbers.show(area);
        stage.setScene(new Scene(area, 400, 400));
        stage.show();
    }

    @Test
    void theNumbersOfAllLinesTakeTheRoomOfTheLongest(FxRobot robot) {
        assertThat(numbers(robot)).containsExactly("1", "2");
        robot.interact(() -> area.appendText("\n3\n4\n5\n6\n7\n8\n9\n10"));
        assertThat(numbers(robot))
                .containsExactly(" 1", " 2", " 3", " 4", " 5", " 6", " 7", " 8", " 9", "10");
        robot.interact(() -> area.replaceText("again\none"));
        assertThat(numbers(robot)).containsExactly("1", "2");
    }

    @Test
    void aLineBetweenOthersCountsOnTheRest(FxRobot robot) {
        robot.interact(() -> area.insertText(0, "zero\n"));
        assertThat(numbers(robot)).containsExactly("1", "2", "3");
        robot.interact(() -> area.deleteText(0, 5));
        assertThat(numbers(robot)).containsExactly("1", "2");
    }

    private List<String> numbers(FxRobot robot) {
        robot.interact(() -> {
            area.applyCss();
            area.layout();
        });
        return area.lookupAll(".lineno").stream()
                .sorted(Comparator.comparing((Node n) -> n.localToScene(0, 0).getY()))
                .flatMap(n -> n.lookupAll("Text").stream())
                .map(n -> ((Text) n).getText())
                .toList();
    }
}
