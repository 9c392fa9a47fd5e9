package exemplar.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Backend;
import exemplar.backend.Secret;
import exemplar.backend.gateway.KeySource;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.Registration;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.backend.secret.MachineStore;
import exemplar.ui.fx.Jobs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddViewModelTest {
    private static final String KEY = "sk-very-secret-0123456789";

    @TempDir Path folder;
    private SettingsBench bench;
    private SettingsViewModel models;
    private AddViewModel model;

    @BeforeEach
    void open() throws IOException {
        bench = new SettingsBench(folder, Jobs.sameThread());
        models = new SettingsViewModel(bench.workspace, bench.machine());
        models.refresh();
        model =
                new AddViewModel(
                        bench.workspace,
                        models,
                        new KeyEntry(bench.workspace.jobs(), bench.machine()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void server(String base) {
        model.begin();
        model.preset().set(Preset.named("openai-compatible"));
        model.baseUrl().set(base);
    }

    @Test
    void aPresetFillsInAddressAndVariableAndSaysWhetherItIsSet() {
        model.begin();
        model.preset().set(Preset.named("mistral"));
        assertThat(model.baseUrl().get()).isEqualTo("https://api.mistral.ai/v1");
        assertThat(model.key().kind().get()).isEqualTo(KeyEntry.Kind.VARIABLE);
        assertThat(model.key().variable().get()).isEqualTo("MISTRAL_API_KEY");
        assertThat(model.key().variableSet()).isFalse();
        bench.environment.put("MISTRAL_API_KEY", KEY);
        assertThat(model.key().variableSet()).isTrue();
        model.preset().set(Preset.named("vllm"));
        assertThat(model.key().kind().get()).isEqualTo(KeyEntry.Kind.NONE);
    }

    @Test
    void aModelOfTheServersListIsAddedUnderAFreeName() throws IOException {
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            server(server.base().toString());
            assertThat(server.requests()).isZero();
            model.list();
            assertThat(model.listing().get())
                    .isInstanceOfSatisfying(
                            AddViewModel.Told.class,
                            told -> assertThat(told.models()).contains("mock"));
            assertThat(model.missing()).contains("model");
            model.modelId().set("mock");
            assertThat(model.name().get()).isEqualTo("mock-2");
            model.add();
            assertThat(model.problem().get()).isEmpty();
            assertThat(model.open().get()).isFalse();
            assertThat(models.selected().get()).isEqualTo("mock-2");
            assertThat(models.held().orElseThrow().card().available()).isTrue();
            models.undo();
            assertThat(bench.gateway.registry().all()).isEmpty();
        }
    }

    @Test
    void nothingIsSentToAHostBeforeItIsConfirmed() throws IOException {
        server("https://models.example.org/v1");
        model.modelId().set("big");
        assertThat(model.toConfirm().get()).isTrue();
        assertThat(model.canList()).isFalse();
        model.list();
        assertThat(model.listing().get()).isInstanceOf(AddViewModel.NotAsked.class);
        model.add();
        assertThat(model.problem().get()).contains("Confirm the host");
        assertThat(bench.gateway.registry().all()).isEmpty();
        // Also where somebody asks past the form.
        Registration.Server target =
                (Registration.Server)
                        SettingsBench.registration(
                                        "x", URI.create("https://models.example.org/v1"), "m")
                                .target();
        assertThat(bench.gateway.list(target))
                .isInstanceOfSatisfying(
                        Backend.NotListed.class,
                        n -> assertThat(n.fault().message()).contains("Nothing was ever sent"));
        model.confirmHost();
        assertThat(model.toConfirm().get()).isFalse();
        assertThat(model.problem().get()).as("what stood in the way is gone").isEmpty();
        assertThat(model.canList()).isTrue();
        model.add();
        assertThat(bench.registered("big").target()).isInstanceOf(Registration.Server.class);
    }

    @Test
    void aKeyTypedIsInTheEncryptedFileAndNowhereElse() throws Exception {
        server("https://api.openai.com/v1");
        KeyEntry key = model.key();
        key.kind().set(KeyEntry.Kind.STORED);
        assertThat(key.store().get())
                .get()
                .isInstanceOfSatisfying(
                        MachineStore.Locked.class, l -> assertThat(l.begun()).isFalse());
        assertThat(key.source()).isInstanceOf(KeyEntry.NotYet.class);
        AtomicInteger kept = new AtomicInteger();
        key.keep(Secret.of(KEY), Optional.of(Secret.of("open sesame")), kept::incrementAndGet);
        assertThat(kept).hasValue(1);
        assertThat(key.source())
                .isEqualTo(new KeyEntry.Source(new KeySource.Stored("api.openai.com")));
        model.modelId().set("gpt");
        model.add();
        assertThat(models.held().orElseThrow().card().available()).isTrue();
        assertThat(models.facts().get().orElseThrow().keyThere()).isTrue();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(
                                new String(
                                        Files.readAllBytes(file),
                                        java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(KEY);
            }
        }
        // The next session has to be told the passphrase, once.
        MachineStore next = new MachineStore(bench.places.config(), Optional::empty);
        ThisMachine later =
                new ThisMachine(
                        bench.places,
                        next,
                        bench.engines,
                        name -> Optional.empty(),
                        java.util.List.of());
        KeyEntry again = new KeyEntry(bench.workspace.jobs(), later);
        again.begin(new KeySource.Stored("api.openai.com"), "");
        again.unlock(Secret.of("guess"), kept::incrementAndGet);
        assertThat(again.problem().get()).contains("passphrase does not open");
        assertThat(kept).hasValue(1);
        again.unlock(Secret.of("open sesame"), kept::incrementAndGet);
        assertThat(kept).hasValue(2);
        assertThat(again.kept().get()).isTrue();
        assertThat(next.find("api.openai.com")).contains(Secret.of(KEY));
    }

    @Test
    void whoForgotThePassphraseStartsANewFileAndTheOldOneIsPutAside() throws IOException {
        bench.keys.unlock(Secret.of("old"));
        bench.keys.put("api.openai.com", Secret.of(KEY));
        Path file = bench.places.config().resolve("keys.json");
        String old = Files.readString(file);
        MachineStore next = new MachineStore(bench.places.config(), Optional::empty);
        KeyEntry key =
                new KeyEntry(
                        bench.workspace.jobs(),
                        new ThisMachine(
                                bench.places,
                                next,
                                bench.engines,
                                n -> Optional.empty(),
                                java.util.List.of()));
        key.begin(new KeySource.Stored("api.openai.com"), "api.openai.com");
        assertThat(key.locked()).isTrue();
        key.unlock(Secret.of("guess"), () -> {});
        assertThat(key.problem().get()).contains("does not open");
        assertThat(key.locked()).isTrue();
        key.startAnew(() -> {});
        assertThat(key.problem().get()).isEmpty();
        assertThat(key.locked()).isFalse();
        assertThat(bench.places.config().resolve("keys-aside-1.json")).hasContent(old);
        key.keep(Secret.of(KEY), Optional.of(Secret.of("new")), () -> {});
        assertThat(key.kept().get()).isTrue();
        key.startAnew(() -> {});
        assertThat(key.kept().get()).as("an open file is not put aside").isTrue();
    }

    @Test
    void aKeyCanBeForgotten() throws IOException {
        server("https://api.openai.com/v1");
        KeyEntry key = model.key();
        key.kind().set(KeyEntry.Kind.STORED);
        key.keep(Secret.of(KEY), Optional.of(Secret.of("pass")), () -> {});
        assertThat(key.source()).isInstanceOf(KeyEntry.Source.class);
        key.forget(() -> {});
        assertThat(key.kept().get()).isFalse();
        assertThat(key.source()).isInstanceOf(KeyEntry.NotYet.class);
        assertThat(bench.keys.find("api.openai.com")).isEmpty();
    }

    @Test
    void aKeyPastedAsTheNameOfAVariableIsRefusedAndNotRepeated() {
        server("https://api.openai.com/v1");
        model.key().kind().set(KeyEntry.Kind.VARIABLE);
        model.key().variable().set(KEY);
        model.modelId().set("m");
        model.add();
        assertThat(model.problem().get()).contains("environment variable").doesNotContain(KEY);
    }

    @Test
    void aServerThatDoesNotTellSaysWhy() throws IOException {
        server("http://127.0.0.1:9/v1");
        model.list();
        assertThat(model.listing().get())
                .isInstanceOfSatisfying(
                        AddViewModel.Untold.class,
                        u -> assertThat(u.sentence()).contains("127.0.0.1"));
    }

    @Test
    void aModelFileIsAddedWhereItLiesUnlessItIsNone() throws IOException {
        Path gguf = Files.write(folder.resolve("My Model.gguf"), SettingsBench.gguf());
        model.begin(gguf);
        assertThat(model.name().get()).isEqualTo("My-Model");
        model.add();
        assertThat(bench.registered("My-Model").target()).isEqualTo(new Registration.File(gguf));
        Path none = Files.writeString(folder.resolve("none.gguf"), "words");
        model.begin(none);
        model.add();
        assertThat(model.problem().get()).isNotEmpty();
        assertThat(model.open().get()).isTrue();
    }

    @Test
    void whatIsNoAddressIsSaid() {
        server("nonsense");
        model.modelId().set("m");
        model.add();
        assertThat(model.problem().get()).contains("no web address");
        server("https://me:pass@example.org/v1");
        model.confirmHost();
        model.modelId().set("m");
        model.add();
        assertThat(model.problem().get()).contains("no password").doesNotContain("pass@");
    }
}
