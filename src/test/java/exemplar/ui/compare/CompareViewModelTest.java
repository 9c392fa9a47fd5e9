package exemplar.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.compare.CellState;
import exemplar.compare.RowFilter;
import exemplar.compare.Variant;
import exemplar.model.Comparison;
import exemplar.model.Example;
import exemplar.study.Study;
import exemplar.ui.prompt.OpenedDesigns;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
    private static final Variant FEW = new Variant("few", "near");
    private static final Variant ZERO = new Variant("zero", "near");

    @TempDir Path folder;
    private OpenedComparison opened = new OpenedComparison(Path.of(""));

    @BeforeEach
    void aFolderOfItsOwn() {
        opened = new OpenedComparison(folder);
    }

    private CompareViewModel model(String... models) {
        return model(opened.open(study(models)));
    }

    private static CompareViewModel model(Workspace workspace) {
        CompareViewModel model = new CompareViewModel(workspace);
        model.refresh();
        return model;
    }

    private static Study study(String... models) {
        return OpenedDesigns.study()
                .withComparisons(
                        List.of(new Comparison("all", List.of("few", "zero"), List.of(models), 1)));
    }

    @Test
    void beforeTheFirstRunItSaysWhatARunTakes() {
        CompareViewModel model = model("near");
        assertThat(model.size()).startsWith("2 items × 2 variants · 4 calls").endsWith("free");
        assertThat(model.rows()).hasSize(2);
        assertThat(opened.asked).isEmpty();
    }

    @Test
    void aRunFillsEveryCellAndIsHeldAgainstGold() {
        CompareViewModel model = model("near");
        model.start();
        assertThat(model.run().get()).isPresent();
        assertThat(model.state(FEW, "t-1")).isInstanceOf(CellState.Ended.class);
        assertThat(model.tally().get().answered()).isEqualTo(4);
        assertThat(model.tally().get().counts().get(new RowFilter.Wrong(ZERO))).isEqualTo(1);
        assertThat(model.tally().get().ranking().standings().getFirst().score().estimate())
                .isEqualTo(0.5);
    }

    @Test
    void whereThereIsNoScoreItIsSaidWhy() {
        CompareViewModel model = model("near");
        assertThat(model.noScores(model.tally().get())).contains("Run all");
        List<String> during = new ArrayList<>();
        opened.answers =
                prompt -> {
                    during.add(model.noScores(model.tally().get()));
                    return "fail";
                };
        model.start();
        assertThat(during.getFirst()).startsWith("Nothing has been answered yet");
        assertThat(model.noScores(model.tally().get()))
                .startsWith("Nothing of this run was answered");
    }

    @Test
    void resumingAsksOnlyWhatFailed() {
        opened.answers = prompt -> prompt.contains("not true") ? "fail" : "joy";
        CompareViewModel model = model("near");
        model.start();
        assertThat(model.missing()).isEqualTo(2);
        assertThat(model.resumable()).isTrue();
        assertThat(model.run().get().orElseThrow().answered())
                .as("failed cells have no answer")
                .isEqualTo(2);
        opened.asked.clear();
        opened.answers = prompt -> "sadness";
        model.resume();
        assertThat(opened.asked).hasSize(2);
        assertThat(model.resumable()).isFalse();
        assertThat(model.runs().get()).hasSize(1);
        model.filter().set(new RowFilter.Wrong(FEW));
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void aSecondRunShowsWhatHasChanged() {
        CompareViewModel model = model("near");
        model.start();
        opened.answers = prompt -> prompt.contains("not true") ? "sadness" : "joy";
        model.start();
        RowFilter changed =
                model.filters().stream()
                        .filter(RowFilter.Changed.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        assertThat(model.words(changed)).isEqualTo("changed since run 1");
        model.filter().set(changed);
        assertThat(model.rows()).extracting(Example::id).containsExactly("t-2");
    }

    @Test
    void anotherWindowFindsTheRunAsItWasKept() {
        Workspace first = opened.open(study("near"));
        model(first).start();
        CompareViewModel second = model(opened.open(study("near")));
        assertThat(second.run().get().orElseThrow().id()).isEqualTo(1);
        assertThat(second.tally().get().answered()).isEqualTo(4);
    }

    @Test
    void nothingIsSentToADearModelBeforeAPersonAgrees() {
        CompareViewModel model = model("far");
        model.start();
        assertThat(opened.asked).isEmpty();
        RunDesk.Proposal proposal = model.desk().proposal().get().orElseThrow();
        assertThat(proposal.outlook().paid()).containsExactly("far");
        assertThat(proposal.outlook().estimate().high()).isPositive();
        model.desk().decline();
        assertThat(opened.asked).isEmpty();
        model.start();
        model.desk().agree(Optional.of(1.0));
        assertThat(opened.asked).hasSize(4);
        assertThat(model.tally().get().answered()).isEqualTo(4);
    }

    @Test
    void aServerOfThisMachineIsAskedAtOnceUnlessThePersonPutAPriceOnIt() throws IOException {
        CompareViewModel free = model("next-door");
        free.start();
        assertThat(opened.asked).hasSize(4);
        Files.writeString(
                folder.resolve("prices.json"),
                """
                {"as_of": "2026-01-31", "models": [
                  {"host": "127.0.0.1", "model": "passes-on", "prompt": 3, "answer": 15}]}
                """);
        opened.asked.clear();
        CompareViewModel priced = model("next-door");
        priced.start();
        assertThat(opened.asked).isEmpty();
        RunDesk.Proposal proposal = priced.desk().proposal().get().orElseThrow();
        assertThat(proposal.outlook().paid()).containsExactly("next-door");
        assertThat(proposal.outlook().words()).contains("up to $");
    }

    @Test
    void aLimitStopsARunBeforeItCostsMore() {
        Workspace workspace = opened.open(study("far"));
        CompareViewModel model = model(workspace);
        model.start();
        model.desk().agree(Optional.of(0.0));
        assertThat(opened.asked).isEmpty();
        assertThat(model.tally().get().answered()).isZero();
        assertThat(model.missing()).isEqualTo(4);
        Notice told = workspace.notice().get().orElseThrow();
        assertThat(told.words()).contains("limit of $0.00").contains("4 cells have no answer");
        told.action().orElseThrow().run().run();
        assertThat(model.desk().proposal().get()).as("another limit can be set").isPresent();
        model.desk().agree(Optional.of(1.0));
        assertThat(model.tally().get().answered()).isEqualTo(4);
    }

    @Test
    void aModelThatIsNotThereIsSaidAndReplacedOrLeftOutBeforeAnythingIsAsked() {
        Workspace workspace = opened.open(study("gone", "near", "lost"));
        CompareViewModel model = model(workspace);
        model.start();
        assertThat(opened.asked).isEmpty();
        assertThat(model.runs().get()).isEmpty();
        assertThat(workspace.notice().get().orElseThrow().words()).contains("gone, lost");
        assertThat(model.absent().found().get().absent()).containsExactly("gone", "lost");
        assertThat(model.absent().found().get().there()).contains("near", "far");
        model.replace("gone", "next-door");
        model.leaveOut("lost");
        assertThat(model.comparison().models()).containsExactly("next-door", "near");
        assertThat(model.absent().found().get().absent()).isEmpty();
        model.start();
        assertThat(opened.asked).hasSize(8);
        workspace.undo();
        assertThat(model.comparison().models()).containsExactly("next-door", "near", "lost");
    }

    @Test
    void aStudyThatIsReadOnlyIsNotAsked() {
        opened.readOnly = Optional.of("The folder is read only.");
        Workspace workspace = opened.open(study("near"));
        CompareViewModel model = model(workspace);
        model.start();
        assertThat(opened.asked).isEmpty();
        assertThat(workspace.notice().get().orElseThrow().words()).contains("read only");
    }

    @Test
    void choosingAnotherModelIsAnEditThatCanBeUndone() {
        Workspace workspace = opened.open(study("near"));
        CompareViewModel model = model(workspace);
        model.compare(List.of("few"), List.of("near", "far"));
        assertThat(model.variants()).hasSize(2);
        workspace.undo();
        assertThat(model.comparison().designs()).containsExactly("few", "zero");
    }
}
