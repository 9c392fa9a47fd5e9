package exemplar.ui.demonstrations;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Example;
import exemplar.study.replace.Needle;
import exemplar.study.replace.Place;
import exemplar.ui.demonstrations.rows.Picked;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindViewModelTest {
    private static final FindViewModel.Scope EVERYWHERE =
            new FindViewModel.Scope(FindViewModel.Rows.ALL, Optional.empty());

    private final Workspace workspace =
            OpenedStudy.workspace(
                    Jobs.sameThread(),
                    OpenedStudy.study("joy: not bad, not good", "anger: bad", "joy: fine"));
    private final Board board = OpenedStudy.board(workspace);
    private final FindViewModel finder = new FindViewModel(board);

    private FindViewModel.State.Found found() {
        return (FindViewModel.State.Found) finder.stateProperty().get();
    }

    private List<String> texts() {
        return board.study().pool().stream().map((Example e) -> e.field("text")).toList();
    }

    @Test
    void allHitsButTheUntickedAreReplacedInOneStep() {
        finder.look(Needle.of("not").replacedBy("quite"), EVERYWHERE);
        assertThat(found().hits().size()).isEqualTo(2);
        finder.tick(1, false);
        assertThat(found().wanted()).isEqualTo(1);
        finder.replaceAll();
        assertThat(texts()).startsWith("quite bad, not good");
        assertThat(found().hits().size()).isEqualTo(1);
        workspace.undo();
        assertThat(texts()).startsWith("not bad, not good");
        assertThat(workspace.undoLabel()).isEmpty();
    }

    @Test
    void undoIsSearchedAnewWhileAnEditLeavesTheHitsAndWhatIsTickedOff() {
        finder.look(Needle.of("not").replacedBy("quite"), EVERYWHERE);
        finder.replaceAll();
        assertThat(found().hits().size()).isZero();
        workspace.undo();
        assertThat(found().hits().size()).isEqualTo(2);
        finder.tick(0, false);
        new RowActions(board).pin(board.pickedProperty().get().rows(), true);
        assertThat(found().wanted()).isEqualTo(1);
    }

    @Test
    void theScopeLimitsRowsAndPlaces() {
        board.pick(Picked.one(1));
        finder.look(
                Needle.of("bad"),
                new FindViewModel.Scope(FindViewModel.Rows.SELECTED, Optional.empty()));
        assertThat(found().hits().size()).isEqualTo(1);
        finder.look(
                Needle.of("bad"),
                new FindViewModel.Scope(
                        FindViewModel.Rows.ALL, Optional.of(Place.Column.RATIONALE)));
        assertThat(found().hits().size()).isZero();
    }

    @Test
    void steppingGoesRoundAndSelectsTheRow() {
        finder.look(Needle.of("bad"), EVERYWHERE);
        finder.step(1);
        assertThat(board.pickedProperty().get().lead()).isEqualTo(1);
        finder.step(1);
        assertThat(board.pickedProperty().get().lead()).isZero();
    }

    @Test
    void aBrokenExpressionIsSaidAndNothingIsReplaced() {
        finder.look(Needle.of("(").asRegex(), EVERYWHERE);
        assertThat(finder.stateProperty().get()).isInstanceOf(FindViewModel.State.Broken.class);
        finder.replaceAll();
        assertThat(workspace.undoLabel()).isEmpty();
    }
}
