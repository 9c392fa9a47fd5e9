package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import exemplar.backend.catalogue.Entry;
import exemplar.backend.gguf.GgufBytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model whose makers want their terms accepted before it is fetched.
class LicenceCliTest {
    @TempDir Path home;
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer hub;

    @BeforeEach
    void start() throws IOException {
        byte[] file = new GgufBytes().text("general.architecture", "llama").bytes();
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    exchange.sendResponseHeaders(200, file.length);
                    exchange.getResponseBody().write(file);
                    exchange.close();
                });
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    private CliBench bench() {
        CliBench bench = new CliBench(home);
        bench.catalogue(entry("tiny"), entry("other"));
        return bench;
    }

    private Entry entry(String name) {
        return new Entry(
                name,
                "A tiny model",
                URI.create("http://127.0.0.1:" + hub.getAddress().getPort() + "/" + name),
                0,
                Optional.empty(),
                "Tiny Terms of Use",
                "https://example.org/terms",
                true,
                List.of());
    }

    private Path file() {
        return home.resolve("cache").resolve("models").resolve("tiny.gguf");
    }

    @Test
    void whoRefusesIsAskedAgainTheNextTimeAndNothingIsFetched() {
        try (CliBench bench = bench()) {
            for (int time = 1; time <= 2; time++) {
                assertThat(bench.run("models", "pull", "tiny")).isEqualTo(Trouble.USAGE);
                assertThat(bench.err())
                        .contains("Tiny Terms of Use", "https://example.org/terms")
                        .contains("was not accepted");
                assertThat(bench.asked()).hasSize(time).last().asString().contains("licence");
            }
        }
        assertThat(requests).hasValue(0);
        assertThat(file()).doesNotExist();
    }

    @Test
    void whoAcceptsIsAskedOnceAndNeverAgainThoughTheFileIsFetchedAnew() throws IOException {
        try (CliBench bench = bench()) {
            bench.answer(true);
            assertThat(bench.run("models", "pull", "tiny")).isZero();
            assertThat(bench.asked()).hasSize(1);
            assertThat(requests).hasValue(1);
            assertThat(file()).exists();
        }
        Files.delete(file());
        try (CliBench later = bench()) {
            assertThat(later.run("models", "pull", "tiny")).isZero();
            // The terms are still shown, and not asked for.
            assertThat(later.err()).contains("Tiny Terms of Use");
            assertThat(later.asked()).isEmpty();
            assertThat(requests).hasValue(2);
            // Those of another model are terms of their own.
            assertThat(later.run("models", "pull", "other")).isEqualTo(Trouble.USAGE);
            assertThat(later.asked()).hasSize(1);
        }
        assertThat(requests).hasValue(2);
    }

    @Test
    void acceptingOnTheCommandLineIsRememberedAsWell() throws IOException {
        try (CliBench bench = bench()) {
            assertThat(bench.run("models", "pull", "tiny", "--yes")).isZero();
            Files.delete(file());
            assertThat(bench.run("models", "pull", "tiny")).isZero();
            assertThat(bench.asked()).isEmpty();
        }
    }
}
