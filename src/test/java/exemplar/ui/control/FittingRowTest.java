package exemplar.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class FittingRowTest extends ApplicationTest {
    private final List<Region> items = List.of(wide(50), wide(60), wide(70));
    private Label more;
    private FittingRow row;

    @Override
    public void start(Stage stage) {
        more = new Label();
        row = new FittingRow(4, more);
    }

    private static Region wide(double width) {
        Region region = new Region();
        region.setMinSize(width, 20);
        region.setPrefSize(width, 20);
        return region;
    }

    private void layOut(double width) {
        interact(() -> {
            more.setPrefSize(20, 20);
            row.show(items);
            row.resize(width, 40);
            row.layout();
            row.layout();
        });
    }

    @Test
    void whatFitsIsShownWholeAndNothingStandsForMore() {
        layOut(188);
        assertThat(items).allMatch(Region::isVisible);
        assertThat(items).extracting(Region::getWidth).containsExactly(50.0, 60.0, 70.0);
        assertThat(more.isVisible()).isFalse();
        assertThat(row.hidden()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsCountedAndNothingIsCut() {
        List<List<Region>> told = new ArrayList<>();
        row.whenCut(told::add);
        layOut(187);
        assertThat(items).extracting(Region::isVisible).containsExactly(true, true, false);
        assertThat(more.isVisible()).isTrue();
        assertThat(more.getText()).isEqualTo("+1");
        assertThat(more.getLayoutX() + more.getWidth()).isLessThanOrEqualTo(187);
        assertThat(row.hidden()).containsExactly(items.get(2));
        assertThat(told.getLast()).containsExactly(items.get(2));
    }

    @Test
    void theFirstIsShortenedWhereNotEvenItFits() {
        layOut(60);
        assertThat(items).extracting(Region::isVisible).containsExactly(true, false, false);
        assertThat(items.getFirst().getWidth()).isEqualTo(36);
        assertThat(more.getText()).isEqualTo("+2");
    }

    @Test
    void laidOutAsItIsItAsksForNothingMore() {
        AtomicInteger layouts = new AtomicInteger();
        StackPane around =
                interactive(() ->
                        new StackPane(row) {
                            @Override
                            protected void layoutChildren() {
                                layouts.incrementAndGet();
                                super.layoutChildren();
                            }
                        });
        layOut(100);
        interact(() -> {
            around.resize(100, 40);
            around.layout();
            around.layout();
            int settled = layouts.get();
            around.layout();
            around.layout();
            assertThat(more.isVisible()).isTrue();
            assertThat(layouts.get()).isEqualTo(settled);
            assertThat(around.isNeedsLayout()).isFalse();
        });
    }

    private <T> T interactive(Supplier<T> make) {
        AtomicReference<T> made = new AtomicReference<>();
        interact(() -> made.set(make.get()));
        return made.get();
    }
}
