package exemplar.backend.gateway;

import exemplar.backend.Backend;
import exemplar.backend.Places;
import exemplar.backend.Sleeper;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cost.PriceFile;
import exemplar.backend.mock.MockBackend;
import exemplar.backend.secret.MachineStore;
import exemplar.backend.secret.SecretStore;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Witness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The gateway as this machine has it: the mock, further backends of this process, and everything
/// registered, with the person's cache and prices.
public final class Machine {
    private Machine() {}

    /// Where this machine keeps keys.
    public static MachineStore secrets(Places places) {
        return new MachineStore(places.config());
    }

    /// Where this machine keeps answers.
    public static Path cacheFile(Places places) {
        return places.cache().resolve("cache.sqlite");
    }

    /// Each backend is made when it is first needed.
    ///
    /// @param more further backends of this process, such as the built-in engine
    /// @param files opens registered model files
    /// @throws IOException with a sentence for a person when the prices cannot be used
    public static Gateway gateway(
            Places places,
            List<Supplier<? extends Backend>> more,
            Opener files,
            RetryPolicy retries)
            throws IOException {
        return gateway(places, secrets(places), more, files, retries);
    }

    /// The same with the store of keys as the program holds it, so that a passphrase entered later
    /// opens it here too.
    public static Gateway gateway(
            Places places,
            SecretStore secrets,
            List<Supplier<? extends Backend>> more,
            Opener files,
            RetryPolicy retries)
            throws IOException {
        List<Supplier<? extends Backend>> all = new ArrayList<>();
        all.add(MockBackend::new);
        all.addAll(more);
        Registry registry = Registry.in(places);
        PriceFile prices = new PriceFile(places.config());
        return new Gateway(
                all,
                registry,
                new Servers(
                        registry::allows,
                        Keys.from(name -> Optional.ofNullable(System.getenv(name)), secrets),
                        Patience.DEFAULT,
                        Witness.NONE,
                        files),
                settings(retries, cacheFile(places), prices));
    }

    /// A cache that cannot be opened makes answers dearer, never missing.
    private static Settings settings(RetryPolicy retries, Path file, PriceFile prices) {
        Optional<AnswerCache> cache = Optional.empty();
        Optional<String> uncached = Optional.empty();
        try {
            cache = Optional.of(AnswerCache.open(file, Clock.systemUTC()));
        } catch (IOException e) {
            uncached = Optional.of(String.valueOf(e.getMessage()));
        }
        return new Settings(retries, Sleeper.REAL, cache, prices, uncached);
    }
}
