package exemplar.backend.gateway;

import exemplar.backend.Backend;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cost.PriceTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A gateway that keeps what it is answered and asks nothing again.
public final class CachedGateway {
    private CachedGateway() {}

    /// The backend's model `mock` goes by the name `far`. The backend is closed with the gateway.
    public static Gateway over(Path home, Backend backend) throws IOException {
        Registry registry = Registry.at(home.resolve("models.json"));
        registry.put(
                Registration.of(
                        "far",
                        new Registration.Server(
                                "vllm",
                                URI.create("http://127.0.0.1:1/v1"),
                                "mock",
                                new KeySource.None())));
        return new Gateway(
                List.of(),
                registry,
                target -> new Opener.Opened(backend, "mock"),
                new Settings(
                        RetryPolicy.OFF,
                        time -> {},
                        Optional.of(
                                AnswerCache.open(home.resolve("cache.sqlite"), Clock.systemUTC())),
                        new PriceTable(LocalDate.of(2026, 1, 1), List.of())));
    }
}
