package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.llama.LlamaBackend;
import exemplar.backend.mock.MockBackend;
import exemplar.study.Applied;
import exemplar.study.Edit;
import exemplar.ui.fx.Jobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final Edit RENAME = Edit.of("rename", s -> s.withName("other"));
    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void make() {
        workspace = Gallery.workspace(folder, Jobs.sameThread());
    }

    private static Session session(Optional<String> readOnly) {
        return new Gallery.InMemory(Gallery.study(), readOnly);
    }

    @Test
    void anOpenedStudyComesWithADesignAnItemAndAModel() {
        workspace.open(session(Optional.empty()));
        assertThat(workspace.design().get()).isEqualTo("plain");
        assertThat(workspace.item().get()).isEqualTo("d-900");
        assertThat(workspace.model().get()).isEqualTo("mock");
        assertThat(workspace.currentItem()).isPresent();
    }

    @Test
    void anEditIsSeenByEveryoneAndCanBeTakenBack() {
        workspace.open(session(Optional.empty()));
        List<String> names = new ArrayList<>();
        workspace.watch(s -> s.ifPresent(study -> names.add(study.name())));
        assertThat(workspace.apply(RENAME)).isInstanceOf(Applied.Done.class);
        assertThat(workspace.undoLabel()).contains("rename");
        workspace.undo();
        workspace.redo();
        assertThat(names)
                .containsExactly("emotions-in-tweets", "other", "emotions-in-tweets", "other");
    }

    @Test
    void aReadOnlyStudyRefusesWithItsReason() {
        workspace.open(session(Optional.of("It is on a CD.")));
        assertThat(workspace.apply(RENAME)).isEqualTo(new Applied.Refused("It is on a CD."));
        assertThat(workspace.notice().get()).map(Notice::words).contains("It is on a CD.");
        assertThat(workspace.study().get().orElseThrow().name()).isEqualTo("emotions-in-tweets");
    }

    @Test
    void theSameFolderOpenedOnceMoreKeepsWhatWasLookedAt() {
        workspace.open(session(Optional.of("still being read")));
        workspace.design().set("other");
        workspace.selected().set(List.of("d-007"));
        workspace.open(session(Optional.empty()));
        assertThat(workspace.design().get()).isEqualTo("other");
        assertThat(workspace.selected().get()).containsExactly("d-007");
    }

    @Test
    void whatIsLookedAtStaysWithinWhatExists() {
        workspace.open(session(Optional.empty()));
        workspace.design().set("other");
        workspace.apply(
                Edit.of("drop", s -> s.withDesigns(List.of(s.design("plain").orElseThrow()))));
        assertThat(workspace.design().get()).isEqualTo("plain");
    }

    @Test
    void aWishToGoSomewhereSelectsWhatIsThere() {
        workspace.open(session(Optional.empty()));
        workspace.go(new Workspace.Place.Demonstration("d-012"));
        assertThat(workspace.selected().get()).containsExactly("d-012");
        workspace.go(new Workspace.Place.Prompt("other", "d-901"));
        assertThat(workspace.design().get()).isEqualTo("other");
        assertThat(workspace.item().get()).isEqualTo("d-901");
    }

    @Test
    void theLatestEditOfAClosedStudyIsNobodysBusiness() {
        Session first = session(Optional.empty());
        workspace.open(first);
        workspace.close();
        first.history().apply(RENAME);
        assertThat(workspace.study().get()).isEmpty();
    }

    /// Models of this machine, as the built-in engine has them.
    private record OfThisMachine(List<String> models) implements Backend {
        @Override
        public String name() {
            return LlamaBackend.NAME;
        }

        @Override
        public Abilities abilities(String model) {
            return new MockBackend().abilities(MockBackend.MODEL);
        }

        @Override
        public Outcome ask(Request request, Answerer.Sink sink) {
            return new Outcome.Failed(new Fault.Unable("asked by nobody"), "");
        }

        @Override
        public void close() {}
    }

    private Workspace with(List<String> models) {
        return Gallery.workspace(
                folder,
                Jobs.sameThread(),
                Preferences.none(),
                List.of(MockBackend::new, () -> new OfThisMachine(models)));
    }

    @Test
    void theRoomOfAModelIsKnownAsSoonAsItHasBeenFetched() {
        List<String> models = new ArrayList<>();
        Workspace here = with(models);
        here.open(
                new Gallery.InMemory(
                        Gallery.study().withModels(List.of("small")), Optional.empty()));
        assertThat(here.tokens().room().get().context()).isZero();
        models.add("small");
        here.modelsChanged();
        assertThat(here.tokens().room().get().context()).isPositive();
    }

    @Test
    void aStudyThatNamesNoModelAsksOneOfThisMachineRatherThanOneThatPretends() {
        Workspace here = with(List.of("small"));
        here.open(new Gallery.InMemory(Gallery.study().withModels(List.of()), Optional.empty()));
        assertThat(here.model().get()).isEqualTo("small");
        workspace.open(
                new Gallery.InMemory(Gallery.study().withModels(List.of()), Optional.empty()));
        assertThat(workspace.model().get()).isEqualTo("mock");
    }
}
