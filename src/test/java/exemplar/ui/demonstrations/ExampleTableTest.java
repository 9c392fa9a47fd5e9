package exemplar.ui.demonstrations;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.ui.demonstrations.rows.Picked;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Theme;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ExampleTableTest extends ApplicationTest {
    private Board board;
    private RowActions actions;
    private ExampleTable table;

    @Override
    public void start(Stage stage) {
        String[] lines =
                IntStream.range(0, 300).mapToObj(i -> "joy: text " + i).toArray(String[]::new);
        board =
                OpenedStudy.board(
                        OpenedStudy.workspace(Jobs.sameThread(), OpenedStudy.study(lines)));
        actions = new RowActions(board);
        table = new ExampleTable(board, actions, new DetailViewModel(board), Remembered.forNow());
        table.use(board.study());
        board.shownProperty().subscribe(table::show);
        board.pickedProperty().subscribe(table::pick);
        Scene scene = new Scene(table, 800, 500);
        Theme.LIGHT.dress(scene, 1);
        stage.setScene(scene);
        stage.show();
    }

    private int first() {
        WaitForAsyncUtils.waitForFxEvents();
        VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
        return flow.getFirstVisibleCell().getIndex();
    }

    @Test
    void rowsThatAreDroppedFarAwayStayWhereTheyWereDroppedOnTheScreen() {
        interact(() -> board.pick(Picked.one(0)));
        interact(() -> table.scrollTo(100));
        assertThat(first()).isEqualTo(100);
        interact(() -> actions.drop(106));
        assertThat(board.pickedProperty().get()).isEqualTo(Picked.one(105));
        assertThat(first()).isEqualTo(100);
    }

    @Test
    void whatIsSelectedIsShownWhenAFilterIsTakenAway() {
        interact(() -> board.pick(Picked.one(200)));
        interact(() -> board.filter(board.filterProperty().get().write("text~\"text 200\"")));
        assertThat(first()).isZero();
        interact(() -> board.filter(board.filterProperty().get().write("")));
        assertThat(first()).isBetween(185, 200);
    }
}
