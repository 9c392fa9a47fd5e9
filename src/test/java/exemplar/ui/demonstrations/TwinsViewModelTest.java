package exemplar.ui.demonstrations;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Example;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwinsViewModelTest {
    private final Workspace workspace =
            OpenedStudy.workspace(
                    Jobs.sameThread(),
                    OpenedStudy.study(
                            "joy: we won", "anger: We won!", "joy: other", "joy: a test item"));
    private final Board board = OpenedStudy.board(workspace);
    private final TwinsViewModel desk = new TwinsViewModel(board);

    private List<Example> pool() {
        return board.study().pool();
    }

    @Test
    void conflictsComeFirstThenLeaks() {
        assertThat(desk.cases()).hasSize(2);
        assertThat(desk.members(desk.cases().get(0), 9))
                .extracting(member -> member.example().id())
                .containsExactly("d-1", "d-2");
        assertThat(desk.members(desk.cases().get(1), 9))
                .extracting(member -> member.example().id())
                .containsExactly("d-4", "t-1");
    }

    @Test
    void aConflictIsSettledByRelabelling() {
        desk.relabel(desk.cases().get(0), "joy");
        assertThat(pool()).extracting(Example::gold).containsOnly("joy");
        workspace.undo();
        assertThat(pool().get(1).gold()).isEqualTo("anger");
    }

    @Test
    void theFirstIsKeptAndTheOthersGo() {
        desk.keepFirst(desk.cases().get(0));
        assertThat(pool()).extracting(Example::id).containsExactly("d-1", "d-3", "d-4");
        assertThat(desk.cases()).hasSize(1);
    }

    @Test
    void mergingGivesTheFirstTheTagsOfAll() {
        RowActions actions = new RowActions(board);
        board.pick(exemplar.ui.demonstrations.rows.Picked.one(1));
        actions.addTag("sport");
        desk.mergeTags(desk.cases().get(0));
        assertThat(pool().get(0).tags()).containsExactly("sport");
        assertThat(pool()).hasSize(3);
    }

    @Test
    void aLeakEndsWhenItsItemIsDropped() {
        desk.dropItem(desk.cases().get(1));
        assertThat(board.study().tests()).isEmpty();
        assertThat(desk.cases()).hasSize(1);
    }

    @Test
    void othersAreTurnedOff() {
        desk.disableOthers(desk.cases().get(0));
        assertThat(pool().get(0).enabled()).isTrue();
        assertThat(pool().get(1).enabled()).isFalse();
    }
}
