package exemplar.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import exemplar.backend.Answerer;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.cache.Contents;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.llama.EngineLibraries;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.ui.fx.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineViewModelTest {
    @TempDir Path folder;
    private SettingsBench bench;
    private MachineViewModel model;

    @BeforeEach
    void open() throws IOException {
        bench = new SettingsBench(folder, Jobs.sameThread());
        model = new MachineViewModel(bench.workspace, bench.machine());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void ask(String name, String question) {
        assertThat(
                        bench.gateway.ask(
                                name,
                                new Request.Completion(question),
                                Sampling.greedy(3),
                                Answerer.Sink.NONE))
                .isInstanceOf(Outcome.Answered.class);
    }

    private Contents contents() {
        return model.cache().get().orElseThrow().contents();
    }

    @Test
    void answersAreForgottenOnlyAfterItWasSaidWhatIsLost() throws IOException {
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            bench.register("one", server.base(), "mock");
            bench.register("two", server.base(), "mock");
            ask("one", "a");
            ask("one", "b");
            ask("two", "c");
            model.refresh();
            assertThat(contents().answers()).isEqualTo(3);
            model.prepare(Optional.of("one"), 0);
            assertThat(model.pruning().get())
                    .contains(new MachineViewModel.Pruning(Optional.of("one"), 0, 2));
            model.keepAnswers();
            model.prune();
            model.refresh();
            assertThat(contents().answers()).isEqualTo(3);
            model.prepare(Optional.of("one"), 0);
            model.prune();
            assertThat(contents().byModel())
                    .extracting(Contents.OfModel::model)
                    .containsExactly("two");
            model.prepare(Optional.empty(), 30);
            assertThat(model.pruning().get()).as("nothing is that old").isEmpty();
            assertThat(bench.workspace.notice().get().orElseThrow().words())
                    .contains("nothing to forget");
        }
    }

    @Test
    void thePriceTableIsCopiedOnceAndAFaultInItIsSaid() throws IOException {
        model.refresh();
        assertThat(model.prices().get().orElseThrow().edited()).isFalse();
        model.makePricesEditable();
        MachineViewModel.Prices prices = model.prices().get().orElseThrow();
        assertThat(prices.edited()).isTrue();
        assertThat(prices.table().orElseThrow().lines()).isNotEmpty();
        Path own = PriceTable.own(bench.places.config());
        Files.writeString(own, "{\"as_of\": \"2026-02-02\", \"models\": []}");
        model.makePricesEditable();
        assertThat(model.prices().get().orElseThrow().table().orElseThrow().lines()).isEmpty();
        Files.writeString(own, "{\n  prices");
        model.refresh();
        assertThat(model.prices().get().orElseThrow().fault()).contains("line 2");
    }

    @Test
    void aFolderWithoutAnEngineIsSaidAndTheBundledLibraryStays() throws IOException {
        model.refresh();
        model.install(Files.createDirectories(folder.resolve("build")));
        assertThat(model.said().get()).contains("holds no llama.cpp");
        assertThat(model.installing().get()).isEmpty();
        assertThat(model.engines().get()).singleElement().matches(EngineLibraries.Card::used);
        model.use("bundled");
        assertThat(model.said().get()).isEqualTo("bundled is used from the next start on.");
    }

    @Test
    void aChosenLibraryThatCannotBeUsedIsShownWithTheReasonAndTheBundledOneAsUsed()
            throws IOException {
        Path mine = bench.places.cache().resolve("engine/libraries/mine");
        Files.createDirectories(mine);
        Files.writeString(mine.resolve("libllama.so"), "this is no library");
        Files.writeString(mine.resolveSibling("used"), "mine\n");
        model.refresh();
        assertThat(model.engines().get())
                .extracting(EngineLibraries.Card::name, EngineLibraries.Card::used)
                .containsExactly(tuple("bundled", true), tuple("mine", false));
        assertThat(model.engines().get().getLast().fault()).contains("could not be loaded");
    }
}
