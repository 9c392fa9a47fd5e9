package exemplar.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;

/// What is made while a frame is laid out.
@Timeout(60)
class FramesTest {
    private static final String GREEN = "data:,.row{-fx-fill:%23008000}";

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /// Makes a row within its sheet whenever it is laid out, as lists and editors do.
    private static final class Rows extends Pane {
        private final Pane sheet = new Pane();

        Rows() {
            getChildren().add(sheet);
        }

        @Override
        protected void layoutChildren() {
            Rectangle row = new Rectangle(10, 10);
            row.getStyleClass().add("row");
            sheet.getChildren().setAll(row);
        }

        Object fill() {
            return ((Rectangle) sheet.getChildren().getFirst()).getFill();
        }
    }

    @Test
    void hasItsStylesInTheFrameItWasMadeIn() throws Exception {
        List<Object> fills = new ArrayList<>();
        CompletableFuture<Stage> shown = new CompletableFuture<>();
        CompletableFuture<Void> seen = new CompletableFuture<>();
        Rows rows = new Rows();
        Platform.runLater(() -> {
            Scene scene = new Scene(rows, 100, 100);
            scene.getStylesheets().add(GREEN);
            Frames.keepWhole(scene);
            Frames.keepWhole(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            shown.complete(stage);
        });
        Stage stage = shown.get(30, TimeUnit.SECONDS);
        Platform.runLater(() -> {
            stage.getScene()
                    .addPostLayoutPulseListener(() -> {
                        fills.add(rows.fill());
                        seen.complete(null);
                    });
            rows.requestLayout();
        });
        seen.get(30, TimeUnit.SECONDS);
        Platform.runLater(stage::close);
        assertThat(fills).first().isEqualTo(Color.GREEN);
    }
}
