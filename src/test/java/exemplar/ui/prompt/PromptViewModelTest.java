package exemplar.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.compare.Judgement;
import exemplar.model.Layout;
import exemplar.model.PromptForm;
import exemplar.model.Selection;
import exemplar.study.Study;
import exemplar.text.WordDiff;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The pane without its nodes: what it shows and what is done to designs.
class PromptViewModelTest {
    private final Workspace workspace =
            OpenedDesigns.workspace(Jobs.sameThread(), OpenedDesigns.study());
    private final PromptViewModel model = new PromptViewModel(workspace, Duration.ZERO);
    private final Designing designing = new Designing(workspace, model);
    private final Asking asking = new Asking(workspace, model);

    PromptViewModelTest() {
        workspace.study().subscribe(s -> model.refresh());
        workspace.design().subscribe(d -> model.refresh());
        workspace.item().subscribe(i -> model.refresh());
    }

    private PromptViewModel.Shown shown() {
        return model.shown().get().orElseThrow();
    }

    private String text() {
        return shown().made().rendering().prompt().text();
    }

    private Study study() {
        return workspace.study().get().orElseThrow();
    }

    private Selection selection() {
        return workspace.currentDesign().orElseThrow().selection();
    }

    @Test
    void whatIsTypedIsInThePromptAndBracesOfDataAreJustBraces() {
        assertThat(text()).startsWith("Which emotion?\n\nT: third week").contains("{{ bread }}");
        designing.write("query", "T: {{ text }}\nFeeling:", 0);
        assertThat(text()).endsWith("T: nearly true\nFeeling:");
        assertThat(model.settled().get()).isTrue();
    }

    @Test
    void theLettersOfAWordAreOneStepAndTheNextWordAnother() {
        designing.write("query", "T: {{ text }} a", 14);
        designing.write("query", "T: {{ text }} ab", 14);
        designing.write("query", "T: {{ text }} ab c", 17);
        workspace.undo();
        assertThat(text()).endsWith(" ab");
        workspace.undo();
        assertThat(text()).endsWith("E:");
    }

    @Test
    void aMovedDemonstrationMakesTheListAFixedOneUntilUndone() {
        designing.move(0, 2);
        assertThat(shown().ids()).containsExactly("d-2", "d-3", "d-1");
        assertThat(selection().selector()).isEqualTo("fixed");
        designing.remove(List.of("d-3"));
        designing.add(List.of("d-4", "d-1"));
        assertThat(shown().ids()).containsExactly("d-2", "d-1", "d-4");
        workspace.undo();
        workspace.undo();
        workspace.undo();
        assertThat(shown().ids()).containsExactly("d-1", "d-2", "d-3");
        assertThat(selection().selector()).isEqualTo("first");
    }

    @Test
    void moveBeyondTheEndsDoesNothing() {
        designing.move(0, -1);
        designing.move(2, 3);
        assertThat(workspace.undoLabel()).isEmpty();
    }

    @Test
    void theFixedSelectorBeginsWithWhatIsShown() {
        designing.selector("fixed");
        assertThat(selection().ids()).containsExactly("d-1", "d-2", "d-3");
        designing.selector("random");
        assertThat(selection().ids()).isEmpty();
    }

    @Test
    void aRenamedDesignKeepsItsPlaceInComparisons() {
        assertThat(designing.rename("few", " eight ")).isEmpty();
        assertThat(workspace.design().get()).isEqualTo("eight");
        assertThat(study().comparisons().getFirst().designs()).containsExactly("eight", "zero");
        assertThat(designing.rename("eight", "zero")).isPresent();
        assertThat(designing.rename("eight", " ")).isPresent();
        assertThat(study().designs()).extracting(d -> d.name()).containsExactly("eight", "zero");
    }

    @Test
    void aCopyGetsAFreeNameAndADeletedDesignGivesWayToItsNeighbour() {
        designing.add(study().design("few").orElseThrow());
        assertThat(workspace.design().get()).isEqualTo("few 2");
        designing.add(study().design("few 2").orElseThrow());
        assertThat(workspace.design().get()).isEqualTo("few 3");
        designing.delete("few 3");
        assertThat(workspace.design().get()).isEqualTo("few 2");
        designing.delete("zero");
        assertThat(workspace.design().get()).isEqualTo("few 2");
        designing.delete("few 2");
        designing.delete("few");
        assertThat(model.shown().get()).isEmpty();
        workspace.undo();
        assertThat(text()).isNotEmpty();
    }

    @Test
    void partsBecomeOneTemplateAndPartsAgainWhileItIsNotTouched() {
        String before = text();
        designing.toOneTemplate();
        assertThat(workspace.currentDesign().orElseThrow().form())
                .isInstanceOf(PromptForm.Free.class);
        assertThat(text()).isEqualTo(before);
        designing.toParts();
        assertThat(workspace.currentDesign().orElseThrow().form()).isEqualTo(OpenedDesigns.PARTS);
        designing.toOneTemplate();
        designing.write("template", "{{ item.text }}", 0);
        assertThat(designing.partsOf(workspace.currentDesign().orElseThrow())).isEmpty();
    }

    @Test
    void theDiffSaysWhatTheOtherDesignHasAndWhatThisOneHas() {
        model.compareWith("zero");
        assertThat(shown().diff().stream().filter(r -> r.kind() == WordDiff.Kind.ADDED))
                .isNotEmpty();
        StringBuilder other = new StringBuilder();
        shown().diff().stream()
                .filter(r -> r.kind() != WordDiff.Kind.ADDED)
                .forEach(r -> other.append(r.text()));
        assertThat(other.toString()).isEqualTo("Which emotion?\n\nT: nearly true\nE:");
        assertThat(model.room().get().flatMap(PromptViewModel.Room::difference).orElseThrow())
                .isPositive();
        model.compareWith("");
        assertThat(shown().diff()).isEmpty();
    }

    @Test
    void tokensAreCountedByPartAndTheRoomLeftIsKnown() {
        PromptViewModel.Room room = model.room().get().orElseThrow();
        assertThat(room.tokens().total()).isPositive();
        assertThat(room.tokens().exact()).isFalse();
        assertThat(room.context()).isEqualTo(1_000_000);
        assertThat(room.left()).isEqualTo(1_000_000 - room.tokens().total() - 8);
        assertThat(room.tooLong()).isFalse();
    }

    @Test
    void anAnswerIsJudgedAndGoesWithItsPrompt() {
        asking.ask();
        Asking.Answer answer = asking.answer().get();
        assertThat(answer.text()).isNotEmpty();
        assertThat(answer.running()).isFalse();
        assertThat(answer.judgement()).isPresent();
        assertThat(answer.judgement().orElseThrow().verdict())
                .isNotEqualTo(Judgement.Verdict.NO_GOLD);
        model.step(1);
        asking.forgetIfOther(shown());
        assertThat(asking.answer().get()).isEqualTo(Asking.Answer.NONE);
        assertThat(workspace.item().get()).isEqualTo("t-2");
    }

    @Test
    void aBrokenTemplateIsNotSent() {
        designing.write("query", "{{ unheard_of }}", 0);
        assertThat(asking.can()).isFalse();
        assertThat(shown().made().rendering().problems()).hasSize(1);
    }

    @Test
    void otherLayoutsShowOtherParts() {
        designing.layout(Layout.CHAT_TURNS);
        assertThat(shown().made().rendering().prompt().messages()).hasSize(8);
        assertThat(FormParts.names(OpenedDesigns.PARTS, Layout.CHAT_TURNS))
                .contains("answer")
                .doesNotContain("demonstration");
    }

    @Test
    void aSeparatorIsWrittenWithSignsForLineEnds() {
        for (String s : List.of("\n\n", "---\n\t", "\\n literally", "")) {
            assertThat(TemplateForm.unescaped(TemplateForm.escaped(s))).isEqualTo(s);
        }
        assertThat(Optional.of(TemplateForm.escaped("\n"))).contains("\\n");
    }

    @Test
    void whatIsTypedWhileAnotherPromptIsMadeIsNotPaintedOverByIt() {
        List<Runnable> work = new ArrayList<>();
        Workspace slow =
                OpenedDesigns.workspace(Jobs.computingOn(work::add), OpenedDesigns.study());
        PromptViewModel other = new PromptViewModel(slow, Duration.ZERO);
        Designing hand = new Designing(slow, other);
        slow.study().subscribe(s -> other.refresh());
        slow.item().subscribe(i -> other.refresh());
        done(work);
        // By now a prompt takes so little time that it is made at once.
        for (int i = 0; i < 40; i++) {
            hand.write("query", "T: {{ text }} " + i + "\nE:", 0);
            done(work);
        }
        slow.item().set("t-2");
        hand.write("query", "T: {{ text }}\nFeeling:", 0);
        done(work);
        assertThat(other.shown().get().orElseThrow().made().rendering().prompt().text())
                .endsWith("T: not true\nFeeling:");
        assertThat(other.settled().get()).isTrue();
    }

    @Test
    void thePromptOfAStudyOpenedMeanwhileIsForItsFirstItem() {
        List<Runnable> work = new ArrayList<>();
        Workspace slow =
                OpenedDesigns.workspace(Jobs.computingOn(work::add), OpenedDesigns.study());
        PromptViewModel other = new PromptViewModel(slow, Duration.ZERO);
        slow.study().subscribe(s -> other.refresh());
        slow.design().subscribe(d -> other.refresh());
        slow.item().subscribe(i -> other.refresh());
        done(work);
        slow.item().set("");
        slow.design().set("");
        slow.open(OpenedDesigns.of(OpenedDesigns.study().withName("second")));
        done(work);
        PromptViewModel.Shown now = other.shown().get().orElseThrow();
        assertThat(now.study().name()).isEqualTo("second");
        assertThat(now.item().id()).isEqualTo("t-1");
        assertThat(other.settled().get()).isTrue();
    }

    private static void done(List<Runnable> work) {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    @Test
    void aModelThatIsNotHereIsFetchedAmongTheModels() {
        workspace.model().set("smollm2-135m");
        asking.ask();
        Asking.Answer answer = asking.answer().get();
        assertThat(answer.failed()).isTrue();
        assertThat(answer.words()).isEqualTo("smollm2-135m is not on this machine yet.");
        answer.next().orElseThrow().run().run();
        assertThat(workspace.place().get()).contains(new Workspace.Place.OfPane("settings"));
        asking.forgetFault();
        assertThat(asking.answer().get().failed()).isTrue();
        workspace.modelsChanged();
        asking.forgetFault();
        assertThat(asking.answer().get()).isEqualTo(Asking.Answer.NONE);
    }
}
