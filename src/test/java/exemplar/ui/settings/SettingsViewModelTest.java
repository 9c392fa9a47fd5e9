package exemplar.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import exemplar.backend.Fault;
import exemplar.backend.catalogue.Entry;
import exemplar.backend.gateway.Registration;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.model.Comparison;
import exemplar.study.Edit;
import exemplar.study.Study;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Notice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
    private static final URI HERE = URI.create("http://127.0.0.1:9/v1");

    @TempDir Path folder;
    private SettingsBench bench;
    private SettingsViewModel model;

    @BeforeEach
    void open() throws IOException {
        bench = new SettingsBench(folder, Jobs.sameThread());
        model = new SettingsViewModel(bench.workspace, bench.machine());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Notice notice() {
        return bench.workspace.notice().get().orElseThrow();
    }

    @Test
    void whatIsHereComesFirstAndThenWhatCanBeFetched() throws IOException {
        bench.register("mine", HERE, "m");
        bench.file("tiny");
        Entry there = entry("tiny", HERE, "");
        Entry other = entry("other", HERE, "");
        model = new SettingsViewModel(bench.workspace, bench.machine(there, other));
        model.refresh();
        assertThat(model.shelf().get().rows())
                .extracting(Shelf.Row::name)
                .containsExactly("mock", "tiny", "mine", "other");
        assertThat(model.selected().get()).isEqualTo("mock");
        model.select("mine");
        Facts facts = model.facts().get().orElseThrow();
        assertThat(facts.toConfirm()).isFalse();
        assertThat(facts.price()).isPresent();
        model.select("tiny");
        assertThat(model.facts().get().orElseThrow().memory()).contains("MB");
    }

    @Test
    void anUnknownHostWaitsForThePersonAndIsToldApart() throws IOException {
        bench.register("far", URI.create("https://models.example.org/v1"), "m");
        model.refresh();
        model.select("far");
        assertThat(model.facts().get().orElseThrow().toConfirm()).isTrue();
        assertThat(model.facts().get().orElseThrow().price()).isEmpty();
        assertThat(model.testable()).isFalse();
        model.confirmHost();
        assertThat(model.facts().get().orElseThrow().toConfirm()).isFalse();
        assertThat(model.testable()).isTrue();
    }

    @Test
    void anEditIsWrittenAtOnceAndTakenBackWithoutLosingWhatATestFound() throws IOException {
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            bench.register("mine", server.base(), "mock");
            model.refresh();
            model.select("mine");
            model.edit("Temperature", r -> Parameter.TEMPERATURE.set("0,2", r));
            assertThat(bench.registered("mine").defaults().temperature()).hasValue(0.2);
            assertThat(model.undoable().get()).contains("change of Temperature of mine");
            model.test();
            assertThat(bench.registered("mine").probed()).contains(SettingsBench.NOW);
            model.undo();
            assertThat(bench.registered("mine").defaults().temperature()).isEmpty();
            assertThat(bench.registered("mine").abilities()).isPresent();
            assertThat(model.undoable().get()).isEmpty();
        }
    }

    @Test
    void whatIsNoNumberIsRefusedInASentenceAndNothingIsWritten() throws IOException {
        bench.register("mine", HERE, "m");
        model.refresh();
        model.select("mine");
        assertThatThrownBy(() -> model.edit("x", r -> Parameter.TEMPERATURE.set("warm", r)))
                .hasMessage("This is a number from 0 to 10, or empty.");
        assertThatThrownBy(() -> model.edit("x", r -> Parameter.TOP_P.set("0", r)))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> model.edit("x", r -> Parameter.REQUESTS.set("-3", r)))
                .hasMessageContaining("from 1");
        assertThat(bench.registered("mine"))
                .isEqualTo(SettingsBench.registration("mine", HERE, "m"));
        assertThat(model.undoable().get()).isEmpty();
    }

    @Test
    void everyParameterIsReadAsItWasTyped() {
        Registration r = SettingsBench.registration("mine", HERE, "m");
        List<String> typed =
                List.of("0.7", "0.9", "40", "256", "-7", "\\n, Text:\\s, a\\,b", "60", "9000", "4");
        for (Parameter p : Parameter.values()) {
            r = p.set(typed.get(p.ordinal()), r);
        }
        for (Parameter p : Parameter.values()) {
            assertThat(p.read(r)).as(p.name()).isEqualTo(typed.get(p.ordinal()));
        }
        assertThat(r.defaults().stop()).containsExactly("\n", "Text: ", "a,b");
        assertThat(r.limits()).isEqualTo(new Registration.Limits(60, 9000, 4));
        for (Parameter p : Parameter.values()) {
            r = p.set("", r);
        }
        assertThat(r).isEqualTo(SettingsBench.registration("mine", HERE, "m"));
    }

    @Test
    void aNewNameIsFollowedByTheDefaultAndByWhatIsAsked() throws IOException {
        bench.register("mine", HERE, "m");
        bench.register("other", HERE, "m");
        model.refresh();
        model.select("mine");
        model.makeDefault(true);
        assertThat(bench.workspace.model().get()).isEqualTo("mine");
        assertThat(model.wrongName("other", "mine")).isPresent();
        assertThat(model.wrongName("mock", "mine")).isPresent();
        assertThat(model.wrongName("no good", "mine").orElseThrow()).contains("letters");
        assertThat(model.wrongName("mine", "mine")).isEmpty();
        model.edit("name", r -> r.withName("yours"));
        assertThat(model.selected().get()).isEqualTo("yours");
        assertThat(bench.gateway.defaultModel()).contains("yours");
        assertThat(bench.workspace.model().get()).isEqualTo("yours");
        assertThat(bench.gateway.registry().all())
                .extracting(Registration::name)
                .containsExactly("yours", "other");
    }

    @Test
    void aStudyThatNamesARenamedModelIsOfferedTheNewName() throws IOException {
        bench.register("mine", HERE, "m");
        bench.workspace.apply(
                Edit.of(
                        "use",
                        s ->
                                s.withModels(List.of("mock", "mine"))
                                        .withComparison(
                                                new Comparison(
                                                        "c", List.of(), List.of("mine"), 1))));
        model.refresh();
        model.select("mine");
        assertThat(model.named("mine")).isTrue();
        model.edit("name", r -> r.withName("yours"));
        assertThat(notice().words()).contains("still says mine");
        assertThat(bench.workspace.study().get().orElseThrow().models())
                .as("not changed unasked")
                .containsExactly("mock", "mine");
        notice().action().orElseThrow().run().run();
        Study study = bench.workspace.study().get().orElseThrow();
        assertThat(study.models()).containsExactly("mock", "yours");
        assertThat(study.comparisons().getFirst().models()).containsExactly("yours");
        model.remove();
        assertThat(notice().words()).contains("still names it");
        bench.workspace.undo();
        assertThat(bench.workspace.study().get().orElseThrow().models())
                .containsExactly("mock", "mine");
    }

    @Test
    void aRemovedModelComesBackToItsPlaceAndIsTheDefaultAgain() throws IOException {
        bench.register("mine", HERE, "m");
        bench.register("other", HERE, "m");
        model.refresh();
        model.select("mine");
        model.makeDefault(true);
        model.remove();
        assertThat(bench.gateway.registry().all())
                .extracting(Registration::name)
                .containsExactly("other");
        assertThat(bench.gateway.defaultModel()).isEmpty();
        assertThat(bench.workspace.model().get()).isEqualTo("mock");
        notice().action().orElseThrow().run().run();
        assertThat(bench.gateway.registry().all())
                .extracting(Registration::name)
                .containsExactly("mine", "other");
        assertThat(model.selected().get()).isEqualTo("mine");
        assertThat(model.held().orElseThrow().usual()).isTrue();
        assertThat(bench.workspace.model().get()).isEqualTo("mine");
    }

    @Test
    void aModelFileOfTheStoreGetsParametersAndLosesThemWithUndo() throws IOException {
        bench.file("tiny");
        model.refresh();
        model.select("tiny");
        model.edit("Seed", r -> Parameter.SEED.set("7", r));
        assertThat(bench.registered("tiny").defaults().seed()).hasValue(7);
        assertThat(model.shelf().get().held())
                .extracting(Shelf.Held::name)
                .containsExactly("mock", "tiny");
        model.undo();
        assertThat(bench.gateway.registry().all()).isEmpty();
    }

    @Test
    void aTestShowsWhatTheModelSaidAndCanDo() throws IOException {
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            bench.register("mine", server.base(), "mock");
            model.refresh();
            model.select("mine");
            model.test();
            assertThat(model.trials().get().get("mine"))
                    .isInstanceOfSatisfying(
                            Trial.Done.class,
                            done -> {
                                assertThat(done.probe().fault()).isEmpty();
                                assertThat(done.probe().sample()).isNotBlank();
                                assertThat(done.at()).isEqualTo(SettingsBench.NOW);
                            });
            assertThat(model.held().orElseThrow().card().abilities().embeddings()).isTrue();
        }
    }

    @Test
    void aTestThatFailsSaysWhyAndKeepsNothing() throws IOException {
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            bench.register("mine", server.base(), "no such model");
            model.refresh();
            model.select("mine");
            model.test();
            assertThat(model.trials().get().get("mine"))
                    .isInstanceOfSatisfying(
                            Trial.Done.class,
                            done ->
                                    assertThat(done.probe().fault())
                                            .containsInstanceOf(Fault.ModelMissing.class));
            assertThat(model.failed("mine")).isTrue();
            assertThat(bench.registered("mine").abilities()).isEmpty();
        }
    }

    @Test
    void aModelIsFetchedOnceItsLicenceIsAccepted() throws Exception {
        byte[] file = SettingsBench.gguf();
        HttpServer hub =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, file.length);
                    exchange.getResponseBody().write(file);
                    exchange.close();
                });
        hub.start();
        try {
            Entry entry =
                    entry(
                            "tiny",
                            URI.create("http://127.0.0.1:" + hub.getAddress().getPort() + "/tiny"),
                            "");
            model = new SettingsViewModel(bench.workspace, bench.machine(entry));
            model.refresh();
            model.select("tiny");
            assertThat(model.row().orElseThrow())
                    .isInstanceOfSatisfying(
                            Shelf.Fetchable.class, f -> assertThat(f.ask()).isTrue());
            model.fetch();
            assertThat(notice().words()).isEqualTo("tiny is ready.");
            assertThat(model.held()).isPresent();
            assertThat(bench.machine().licences().mustAsk(entry)).isFalse();
        } finally {
            hub.stop(0);
        }
    }

    @Test
    void aFetchWithAWrongChecksumIsToldAndLeavesNothing() throws Exception {
        HttpServer hub =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 4);
                    exchange.getResponseBody().write(new byte[4]);
                    exchange.close();
                });
        hub.start();
        try {
            URI at = URI.create("http://127.0.0.1:" + hub.getAddress().getPort() + "/tiny");
            model =
                    new SettingsViewModel(
                            bench.workspace, bench.machine(entry("tiny", at, "00".repeat(32))));
            model.refresh();
            model.select("tiny");
            model.fetch();
            assertThat(notice().problem()).isTrue();
            assertThat(notice().words()).contains("wrong checksum");
            assertThat(model.fetches().get()).isEmpty();
            assertThat(model.row().orElseThrow()).isInstanceOf(Shelf.Fetchable.class);
        } finally {
            hub.stop(0);
        }
    }

    @Test
    void theDefaultIsAskedWhereAStudyNamesNoModel() throws IOException {
        assertThat(bench.workspace.model().get()).isEqualTo("mock");
        bench.register("mine", HERE, "m");
        bench.gateway.registry().setDefaultModel(Optional.of("mine"));
        bench.workspace.settleModel();
        assertThat(bench.workspace.model().get()).isEqualTo("mine");
        bench.workspace.model().set("mock");
        bench.gateway.registry().setDefaultModel(Optional.of("gone"));
        bench.workspace.settleModel();
        assertThat(bench.workspace.model().get()).as("what the person chose").isEqualTo("mock");
    }

    private static Entry entry(String name, URI url, String sha256) {
        return new Entry(
                name,
                "A model",
                url,
                0,
                Optional.of(sha256).filter(s -> !s.isEmpty()),
                "MIT",
                "https://example.org/terms",
                true,
                List.of());
    }
}
