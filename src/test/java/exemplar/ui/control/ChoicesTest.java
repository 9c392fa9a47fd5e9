package exemplar.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChoicesTest {
    private final List<String> done = new ArrayList<>();
    private final List<Chip> chips = new ArrayList<>();

    @Start
    void start(Stage stage) {
        ToggleGroup group = new ToggleGroup();
        for (String words : List.of("all", "disagree", "wrong")) {
            Chip chip = new Chip(words);
            chip.setToggleGroup(group);
            chip.setOnAction(e -> {
                chip.setSelected(true);
                done.add(words);
            });
            chips.add(chip);
        }
        chips.getFirst().setSelected(true);
        HBox box = new HBox();
        box.getChildren().addAll(chips);
        stage.setScene(new Scene(box, 400, 60));
        stage.show();
    }

    @Test
    void whatAnArrowKeyMarksIsAlsoDone(FxRobot robot) {
        robot.interact(chips.getFirst()::requestFocus);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(done).containsExactly("disagree");
        assertThat(chips.get(1).isSelected()).isTrue();
        assertThat(chips.get(1).isFocused()).isTrue();
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(done).containsExactly("disagree", "wrong", "disagree");
    }
}
