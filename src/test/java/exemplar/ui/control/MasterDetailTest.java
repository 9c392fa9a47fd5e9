package exemplar.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class MasterDetailTest extends ApplicationTest {
    private final StackPane detail = new StackPane();
    private Optional<Stage> window = Optional.empty();

    private static final class Forgetful implements Memory {
        @Override
        public Optional<Double> number(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, double value) {
            // Nothing is dragged here.
        }
    }

    @Override
    public void start(Stage stage) {
        window = Optional.of(stage);
        detail.setMinWidth(200);
        MasterDetail split =
                new MasterDetail(new Forgetful(), "test", 0.7, 400, new StackPane(), detail);
        stage.setScene(new Scene(split, 1500, 300));
        stage.show();
    }

    private void widen(double width) throws Exception {
        interact(() -> window.orElseThrow().setWidth(width));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> window.orElseThrow().getScene().getWidth() == width);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theDetailIsAsWideAsBeforeWhenTheWindowWasNarrowForAWhile() throws Exception {
        widen(1500);
        double before = detail.getWidth();
        assertThat(before).isBetween(420.0, 460.0);
        widen(900);
        widen(1500);
        assertThat(detail.getWidth()).isCloseTo(before, org.assertj.core.data.Offset.offset(2.0));
        widen(900);
        widen(1300);
        assertThat(detail.getWidth()).isCloseTo(before, org.assertj.core.data.Offset.offset(2.0));
    }
}
