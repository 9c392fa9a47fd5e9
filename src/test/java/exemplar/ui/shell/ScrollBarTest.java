package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ScrollBarTest extends ApplicationTest {
    private ListView<Integer> list;

    @Override
    public void start(Stage stage) {
        list = new ListView<>();
        list.getItems().setAll(IntStream.range(0, 50_000).boxed().toList());
        Scene scene = new Scene(list, 300, 400);
        Theme.LIGHT.dress(scene, 1);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theThumbOfAVeryLongListCanStillBeCaught() {
        WaitForAsyncUtils.waitForFxEvents();
        Node thumb = list.lookup(".scroll-bar:vertical .thumb");
        assertThat(thumb.getLayoutBounds().getHeight()).isGreaterThan(24);
        assertThat(list.lookup(".scroll-bar:vertical").getLayoutBounds().getWidth()).isLessThan(12);
    }
}
