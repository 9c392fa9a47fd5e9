package exemplar.ui.demonstrations;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.evidence.Flag;
import exemplar.evidence.FlagKind;
import exemplar.evidence.Likeness;
import exemplar.model.Example;
import exemplar.study.Examples;
import exemplar.study.History;
import exemplar.study.Study;
import exemplar.text.Direction;
import exemplar.text.TokenCounter;
import exemplar.ui.demonstrations.rows.Column;
import exemplar.ui.demonstrations.rows.Directions;
import exemplar.ui.demonstrations.rows.Picked;
import exemplar.ui.demonstrations.rows.RowSort;
import exemplar.ui.demonstrations.rows.Side;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Session;
import exemplar.ui.shell.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BoardTest {
    private final Workspace workspace =
            OpenedStudy.workspace(
                    Jobs.sameThread(),
                    OpenedStudy.study(
                            "joy: the first",
                            "anger: not bad at all",
                            "sadness: the third {x}",
                            "joy: not again",
                            "anger: THE FIRST"));
    private final Board board = OpenedStudy.board(workspace);
    private final RowActions actions = new RowActions(board);
    private final DetailViewModel detail = new DetailViewModel(board);

    /// The session while its study is still being read.
    private record FirstRows(Session of) implements Session {
        @Override
        public History history() {
            return of.history();
        }

        @Override
        public Path folder() {
            return of.folder();
        }

        @Override
        public Optional<String> readOnly() {
            return Optional.of("It is being opened.");
        }

        @Override
        public boolean partial() {
            return true;
        }

        @Override
        public boolean dirty() {
            return false;
        }

        @Override
        public void save() {}

        @Override
        public void close() {}
    }

    private List<String> golds() {
        return study().pool().stream().map(Example::gold).toList();
    }

    private List<String> ids() {
        return study().pool().stream().map(Example::id).toList();
    }

    private Study study() {
        return workspace.study().get().orElseThrow();
    }

    private void filter(String text) {
        board.filter(board.filterProperty().get().write(text));
    }

    private String notice() {
        return workspace.notice().get().map(Notice::words).orElse("");
    }

    @Test
    void severalRowsAreRelabelledInOneStep() {
        board.pick(Picked.run(0, 3));
        actions.gold("sadness");
        assertThat(golds()).containsExactly("sadness", "sadness", "sadness", "joy", "anger");
        assertThat(workspace.undoLabel()).contains("set gold to sadness in 3 demonstrations");
        workspace.undo();
        assertThat(golds()).containsExactly("joy", "anger", "sadness", "joy", "anger");
        assertThat(board.pickedProperty().get().rows().get(0)).isTrue();
    }

    @Test
    void aFilterShowsItsRowsAndABrokenOneSaysWhyAndLeavesThem() {
        filter("label:joy");
        assertThat(board.shownProperty().get().rows()).containsExactly(0, 3);
        filter("label:joy len>x");
        assertThat(board.filterProperty().get().problem()).isPresent();
        assertThat(board.shownProperty().get().rows()).containsExactly(0, 3);
        filter("");
        assertThat(board.shownProperty().get().rows()).hasSize(5);
    }

    @Test
    void flagsAreCountedAndCanBeFilteredFor() {
        assertThat(board.counts())
                .containsAllEntriesOf(
                        Map.of(FlagKind.CONFLICT, 2, FlagKind.DUPLICATE, 2, FlagKind.BRACES, 1));
        filter("flag:conflict");
        assertThat(board.shownProperty().get().rows()).containsExactly(0, 4);
    }

    @Test
    void flagsFollowAnEdit() {
        detail.typeField("text", "the first one of all");
        assertThat(board.counts()).isEqualTo(Map.of(FlagKind.BRACES, 1));
    }

    @Test
    void aRowThatIsBeingTypedInDoesNotLeaveTheFilteredTable() {
        filter("text~first");
        board.pick(Picked.one(0));
        detail.typeField("text", "the last");
        assertThat(board.shownProperty().get().rows()).containsExactly(0, 4);
        filter("text~first ");
        assertThat(board.shownProperty().get().rows()).containsExactly(4);
    }

    @Test
    void aSelectionActsOnlyOnRowsThatAreShown() {
        board.pick(Picked.run(0, 5));
        filter("label:joy");
        actions.gold("anger");
        assertThat(golds()).containsExactly("anger", "anger", "sadness", "anger", "anger");
    }

    @Test
    void rowsMoveByKeyAndTheSelectionGoesWithThem() {
        board.pick(Picked.one(1));
        actions.up();
        assertThat(ids()).startsWith("d-2", "d-1");
        assertThat(board.pickedProperty().get().lead()).isZero();
        actions.down();
        actions.down();
        assertThat(ids()).startsWith("d-1", "d-3", "d-2");
        workspace.undo();
        workspace.undo();
        workspace.undo();
        assertThat(ids()).startsWith("d-1", "d-2", "d-3");
    }

    @Test
    void inASortedTableRowsDoNotMoveAndItIsSaidWhy() {
        board.sort(Optional.of(new RowSort(Column.Fixed.GOLD, false)));
        assertThat(board.shownProperty().get().rows()).containsExactly(1, 4, 0, 3, 2);
        actions.up();
        assertThat(ids()).containsExactly("d-1", "d-2", "d-3", "d-4", "d-5");
        assertThat(notice()).contains("sort order");
    }

    @Test
    void deletedRowsCanBeBroughtBackByTheNotice() {
        board.pick(Picked.run(1, 2));
        actions.delete();
        assertThat(ids()).containsExactly("d-1", "d-4", "d-5");
        assertThat(detail.example().orElseThrow().id()).isEqualTo("d-4");
        assertThat(notice()).isEqualTo("2 demonstrations deleted");
        workspace.notice().get().orElseThrow().action().orElseThrow().run().run();
        assertThat(ids()).hasSize(5);
    }

    @Test
    void aCopyGetsAnIdOfItsOwnAndIsSelected() {
        board.pick(Picked.one(0));
        actions.duplicate();
        assertThat(ids()).startsWith("d-1", "d-1-2", "d-2");
        assertThat(detail.example().orElseThrow().id()).isEqualTo("d-1-2");
    }

    @Test
    void severalCopiesAndAnEmptyRowCanBeAdded() {
        board.pick(Picked.run(0, 2));
        actions.duplicate();
        assertThat(ids()).startsWith("d-1", "d-2", "d-1-2", "d-2-2", "d-3");
        actions.add();
        assertThat(study().pool().size()).isEqualTo(8);
        assertThat(detail.example().orElseThrow().field("text")).isEmpty();
    }

    @Test
    void typingIsOneStepAWordAndUndoGivesTheTextBack() {
        String text = "the first";
        for (char letter : " one".toCharArray()) {
            text += letter;
            detail.typeField("text", text);
        }
        assertThat(study().pool().get(0).field("text")).isEqualTo("the first one");
        int steps = 0;
        while (workspace.undoLabel().isPresent()) {
            workspace.undo();
            steps++;
        }
        assertThat(steps).isLessThanOrEqualTo(2);
        assertThat(study().pool().get(0).field("text")).isEqualTo("the first");
    }

    @Test
    void whatHappenedToAnExampleIsToldAndCanBeTakenBackAlone() {
        board.pick(Picked.one(1));
        actions.gold("joy");
        board.pick(Picked.run(0, 3));
        actions.addTag("seen");
        board.pick(Picked.one(1));
        assertThat(detail.events()).hasSize(2);
        assertThat(detail.events().get(1).label()).startsWith("set gold to joy");
        actions.restore(detail.events().get(1).before().orElseThrow());
        assertThat(study().pool().get(1).gold()).isEqualTo("anger");
        assertThat(study().pool().get(0).tags()).containsExactly("seen");
    }

    @Test
    void aTakenIdIsRefusedWithASentence() {
        detail.rename("d-2");
        assertThat(ids()).startsWith("d-1", "d-2");
        assertThat(notice()).contains("d-2");
    }

    @Test
    void theTestsAreASideOfTheirOwn() {
        board.look(Side.TESTS);
        assertThat(detail.example().orElseThrow().id()).isEqualTo("t-1");
        actions.copyAcross();
        assertThat(ids()).contains("t-1");
        assertThat(board.counts()).containsKey(FlagKind.LEAK);
    }

    @Test
    void aReadOnlyStudyStaysAsItIsAndSaysWhy() {
        Workspace closed =
                OpenedStudy.workspace(
                        Jobs.sameThread(),
                        OpenedStudy.study("joy: a"),
                        Optional.of("Another window has it open."));
        Board board = OpenedStudy.board(closed);
        new RowActions(board).gold("anger");
        assertThat(board.study().pool().get(0).gold()).isEqualTo("joy");
        assertThat(closed.notice().get().orElseThrow().words())
                .isEqualTo("Another window has it open.");
    }

    @Test
    void hiddenCharactersAndTrailingSpaceAreTakenAwayOnRequest() {
        detail.typeField("text", "a\u200bb\u00a0c  ");
        actions.reveal("text");
        actions.strip("text");
        assertThat(study().pool().get(0).field("text")).isEqualTo("ab c");
    }

    @Test
    void theDirectionOfAFieldIsChosenForOneExampleAndCanBeUndone() {
        Workspace workspace =
                OpenedStudy.workspace(Jobs.sameThread(), OpenedStudy.study("joy: a", "joy: b"));
        DetailViewModel detail = new DetailViewModel(OpenedStudy.board(workspace));
        detail.direct("text", Direction.RIGHT_TO_LEFT);
        Examples pool = workspace.study().get().orElseThrow().pool();
        assertThat(Directions.of(pool.get(0), "text")).isEqualTo(Direction.RIGHT_TO_LEFT);
        assertThat(pool.get(0).extra()).containsKey("direction");
        assertThat(Directions.of(pool.get(1), "text")).isEqualTo(Direction.LEFT_TO_RIGHT);
        detail.direct("text", Direction.LEFT_TO_RIGHT);
        assertThat(workspace.study().get().orElseThrow().pool().get(0).extra()).isEmpty();
        workspace.undo();
        workspace.undo();
        assertThat(workspace.undoLabel()).isEmpty();
    }

    @Test
    void tokensAreCountedBesideTheScreenAndToldWhenKnown() {
        Workspace workspace = OpenedStudy.workspace(Jobs.sameThread(), OpenedStudy.study("joy: a"));
        TokenCounts tokens =
                new TokenCounts(
                        workspace.jobs(),
                        () -> workspace.tokens().room().get().counter(),
                        java.time.Duration.ZERO);
        assertThat(tokens.of("")).hasValue(0);
        tokens.of("The cat sat on the mat.");
        assertThat(tokens.version().get()).isPositive();
        assertThat(tokens.of("The cat sat on the mat.")).hasValue(7);
        assertThat(tokens.exact()).isFalse();
    }

    @Test
    void theDesignsWhoseSelectorsChooseItAreNamed() {
        exemplar.study.Study study =
                OpenedStudy.study("joy: a", "anger: b", "joy: c")
                        .withDesigns(
                                exemplar.prompt.StarterDesigns.of(OpenedStudy.TASK).stream()
                                        .map(d ->
                                                d.withSelection(
                                                        new exemplar.model.Selection(
                                                                d.name().equals("zero-shot")
                                                                        ? "fixed"
                                                                        : "random",
                                                                3,
                                                                1,
                                                                java.util.List.of("d-1"))))
                                        .toList());
        assertThat(DetailViewModel.chosenBy(study, study.tests().getFirst(), "d-2"))
                .extracting(DetailViewModel.Use::design)
                .containsExactly("few-shot", "few-shot-chat");
    }

    @Test
    void theFirstRowsOfALargeStudyAreShownButNotJudged() {
        Session whole = workspace.session().get().orElseThrow();
        Board early = new Board(workspace, new FirstRows(whole), new Wording());
        assertThat(early.shownProperty().get().rows()).hasSize(5);
        assertThat(early.counts()).isEmpty();
        assertThat(early.settledProperty().get()).isFalse();
        assertThat(board.counts()).isNotEmpty();
        assertThat(board.settledProperty().get()).isTrue();
    }

    @Test
    void aTextThatIsOnlyNearlyTheSameIsNotSaidToBeTheSame() {
        FlagText words = new FlagText(board);
        Example example = study().pool().getFirst();
        Flag.Other near = new Flag.Other(1, "d-2", "anger", Likeness.NEAR, 0.998);
        Flag.Other same = new Flag.Other(1, "d-2", "anger", Likeness.EXACT, 1);
        for (Flag.Other other : List.of(near, same)) {
            for (Flag flag : List.of(new Flag.Conflict(List.of(other)), new Flag.Leaked(other))) {
                String said = words.evidence(flag, example);
                boolean isNear = other == near;
                assertThat(said.contains("nearly the same input, 99% alike")).isEqualTo(isNear);
                assertThat(said.contains("has the same input")).isEqualTo(!isNear);
            }
        }
    }

    /// Counts words; at the first one something happens on the screen's thread.
    private record Words(String name, Runnable meanwhile) implements TokenCounter {
        @Override
        public boolean exact() {
            return true;
        }

        @Override
        public int[] ends(String text) {
            meanwhile.run();
            return new int[text.split(" ").length];
        }
    }

    @Test
    void whatIsAskedForWhileAnotherModelStillCountsIsCountedNext() {
        AtomicReference<TokenCounter> chosen = new AtomicReference<>();
        AtomicReference<TokenCounts> tokens = new AtomicReference<>();
        chosen.set(
                new Words(
                        "first",
                        () -> {
                            chosen.set(new Words("second", () -> {}));
                            tokens.get().follow();
                            assertThat(tokens.get().of("one two three")).isEmpty();
                        }));
        tokens.set(new TokenCounts(workspace.jobs(), chosen::get, java.time.Duration.ZERO));
        assertThat(tokens.get().of("one")).isEmpty();
        assertThat(tokens.get().name()).isEqualTo("second");
        long before = tokens.get().version().get();
        assertThat(tokens.get().of("one two three")).hasValue(3);
        assertThat(before).isGreaterThan(1);
    }

    @Test
    void whatAnotherProgramChangesDoesNotTakeAwayTheExampleSomebodyIsAt() {
        board.pick(Picked.one(2));
        Examples pool = study().pool();
        Example fresh = Example.of("d-0", Map.of("text", "put in front"), "joy");
        Examples theirs = pool.with(4, pool.get(4).withGold("joy")).inserted(0, List.of(fresh));
        workspace
                .session()
                .get()
                .orElseThrow()
                .history()
                .adopt("changes of pool.jsonl", study().withPool(theirs));
        assertThat(detail.example().map(Example::id)).contains("d-3");
        assertThat(board.pickedProperty().get()).isEqualTo(Picked.one(3));
    }
}
