package exemplar.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RememberedSplitTest {
    private final Map<String, Double> kept = new HashMap<>();
    private TextField field;
    private Stage window;

    @Start
    void start(Stage stage) {
        window = stage;
        field = new TextField();
        Memory memory =
                new Memory() {
                    @Override
                    public Optional<Double> number(String key) {
                        return Optional.ofNullable(kept.get(key));
                    }

                    @Override
                    public void put(String key, double value) {
                        kept.put(key, value);
                    }
                };
        stage.setScene(
                new Scene(
                        new RememberedSplit(
                                memory,
                                "test",
                                Orientation.HORIZONTAL,
                                new double[] {0.5},
                                new StackPane(field),
                                new StackPane()),
                        600,
                        300));
        stage.show();
    }

    @Test
    void onlyWhatAPersonDraggedIsRemembered(FxRobot robot) {
        robot.interact(field::requestFocus);
        robot.interact(() -> window.setWidth(800));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(kept).isEmpty();
        robot.moveTo(".split-pane-divider")
                .press(MouseButton.PRIMARY)
                .moveBy(-60, 0)
                .moveBy(-60, 0);
        WaitForAsyncUtils.waitForFxEvents();
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(kept.get("divider.test.0")).isPositive().isLessThan(0.5);
    }
}
