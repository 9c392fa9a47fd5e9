package exemplar.ui.settings;

import exemplar.backend.Places;
import exemplar.backend.catalogue.Entry;
import exemplar.backend.catalogue.Store;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Machine;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.Registration;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.llama.Engines;
import exemplar.backend.llama.LlamaBackend;
import exemplar.backend.secret.MachineStore;
import exemplar.study.Sample;
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.FolderSession;
import exemplar.ui.shell.Preferences;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A machine of its own in a folder: the mock, the built-in engine, no keychain, and a study that
/// names no model.
final class SettingsBench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final Places places;
    final Map<String, String> environment = new HashMap<>();
    final Engines engines;
    final MachineStore keys;
    final Gateway gateway;
    final Workspace workspace;

    SettingsBench(Path folder, Jobs jobs) throws IOException {
        places = new Places(folder.resolve("config"), folder.resolve("cache"));
        engines = new Engines(places.cache());
        keys = new MachineStore(places.config(), Optional::empty);
        Store store = Store.in(places);
        gateway =
                Machine.gateway(
                        places,
                        keys,
                        List.of(() -> new LlamaBackend(store::models, engines)),
                        target -> new Opener.Unavailable("That file is not opened in tests."),
                        RetryPolicy.OFF);
        workspace =
                new Workspace(
                        jobs, () -> gateway, Clock.fixed(NOW, ZoneOffset.UTC), Preferences.none());
        Path study = folder.resolve("study");
        OpenStudy.create(study, Study.of("moods", Sample.task())).close();
        workspace.open(FolderSession.open(study).session());
    }

    ThisMachine machine(Entry... catalogue) {
        return new ThisMachine(
                places,
                keys,
                engines,
                name -> Optional.ofNullable(environment.get(name)),
                List.of(catalogue));
    }

    /// Registers a model of a server.
    void register(String name, URI base, String model) throws IOException {
        gateway.registry().put(registration(name, base, model));
    }

    static Registration registration(String name, URI base, String model) {
        return Preset.named("openai-compatible")
                .orElseThrow()
                .register(name, Optional.of(base), model, Optional.empty());
    }

    Registration registered(String name) throws IOException {
        return gateway.registry().find(name).orElseThrow();
    }

    /// Puts a model file without a model into the store.
    Path file(String name) throws IOException {
        Files.createDirectories(Store.in(places).folder());
        return Files.write(Store.in(places).file(name), gguf());
    }

    /// The smallest file that is a GGUF: a header that counts nothing.
    static byte[] gguf() {
        return ByteBuffer.allocate(200)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x46554747)
                .putInt(3)
                .putLong(0)
                .putLong(0)
                .array();
    }

    @Override
    public void close() {
        workspace.close();
        gateway.close();
        engines.close();
    }
}
