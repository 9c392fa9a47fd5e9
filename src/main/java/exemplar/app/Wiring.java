package exemplar.app;

import exemplar.backend.Backend;
import exemplar.backend.Places;
import exemplar.backend.catalogue.Store;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Machine;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Registration;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.llama.Engines;
import exemplar.backend.llama.LlamaBackend;
import exemplar.backend.secret.MachineStore;
import exemplar.cli.Services;
import exemplar.embed.Embedders;
import exemplar.study.folder.OpenStudy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Makes the services, each when it is first needed.
final class Wiring implements Services {
    private final Places places = Places.ofThisMachine();
    private final Engines engines = new Engines(places.cache());
    private final MachineStore secrets = Machine.secrets(places);
    private final Embedders embedders = Embedders.in(places.cache(), this::gateway);
    private Optional<Gateway> gateway = Optional.empty();

    @Override
    public synchronized Gateway gateway() {
        if (gateway.isEmpty()) {
            try {
                gateway =
                        Optional.of(
                                Machine.gateway(
                                        places,
                                        secrets,
                                        inProcess(),
                                        this::openFile,
                                        RetryPolicy.DEFAULT));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return gateway.get();
    }

    @Override
    public Engines engines() {
        return engines;
    }

    /// Where this machine keeps keys.
    MachineStore secrets() {
        return secrets;
    }

    @Override
    public Embedders embedders() {
        return embedders;
    }

    private List<Supplier<? extends Backend>> inProcess() {
        Store store = Store.in(places);
        return List.of(() -> new LlamaBackend(store::models, engines));
    }

    /// A model file the person registered under a name of their own.
    private Opener.Result openFile(Registration.Target target) {
        if (!(target instanceof Registration.File(Path file))) {
            return new Opener.Unavailable("This is no model file.");
        }
        if (!Files.exists(file)) {
            return new Opener.Unavailable(
                    "The file "
                            + file
                            + " is not there any more. Put it back, or add the model again.");
        }
        String id = String.valueOf(file.getFileName());
        return new Opener.Opened(new LlamaBackend(() -> Map.of(id, file), engines), id);
    }

    @Override
    public Clock clock() {
        return Clock.systemDefaultZone();
    }

    @Override
    public Places places() {
        return places;
    }

    /// The samples stand beside the launcher.
    @Override
    public List<Path> samples() {
        Path folder = Path.of(System.getProperty("exemplar.root", "."), "samples");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(OpenStudy::isStudy).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Where a person's own studies go: beside everything else where `EXEMPLAR_HOME` says so, else
    /// a folder in their documents.
    Path studies() {
        Optional<String> named =
                Optional.ofNullable(System.getProperty("exemplar.home"))
                        .or(() -> Optional.ofNullable(System.getenv("EXEMPLAR_HOME")))
                        .filter(s -> !s.isBlank());
        if (named.isPresent()) {
            return Path.of(named.get()).resolve("studies");
        }
        Path user = Path.of(System.getProperty("user.home", "."));
        Path documents = user.resolve("Documents");
        return (Files.isDirectory(documents) ? documents : user).resolve("Exemplar");
    }

    @Override
    public List<String> panes() {
        return Window.panes(this).stream().map(pane -> pane.id()).toList();
    }

    @Override
    public List<Path> shots(Path study, Path out, Shot shot)
            throws IOException, InterruptedException {
        return Window.shots(this, study, out, shot);
    }
}
