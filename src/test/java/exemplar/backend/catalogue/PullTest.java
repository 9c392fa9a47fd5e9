package exemplar.backend.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullTest {
    @TempDir Path folder;
    private final byte[] model = model();
    private final List<String> ranges = new ArrayList<>();
    private HttpServer server;
    private int sendAtMost = Integer.MAX_VALUE;
    private int status = 200;

    @BeforeEach
    void aHubOnLoopback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        if (status != 200) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, model.length - from);
        OutputStream out = exchange.getResponseBody();
        out.write(model, from, Math.min(sendAtMost, model.length - from));
        out.flush();
        exchange.close();
    }

    @Test
    void aModelIsFetchedCheckedAndPutIntoTheStore() throws Exception {
        List<Long> seen = new ArrayList<>();
        Path file = pull().fetch(entry(sha()), (what, at, total) -> seen.add(at));
        assertThat(Files.readAllBytes(file)).isEqualTo(model);
        assertThat(new Store(folder).models()).containsKey("tiny");
        assertThat(seen).isNotEmpty().last().isEqualTo((long) model.length);
    }

    @Test
    void aFetchThatWasCutGoesOnWhereItStopped() throws Exception {
        sendAtMost = 50;
        assertThatThrownBy(() -> pull().fetch(entry(sha()), (w, a, t) -> {}))
                .isInstanceOf(PullFault.class)
                .hasMessageContaining("goes on where it stopped");
        assertThat(folder.resolve("tiny.gguf")).doesNotExist();
        sendAtMost = Integer.MAX_VALUE;
        pull().fetch(entry(sha()), (w, a, t) -> {});
        assertThat(ranges).containsExactly("null", "bytes=50-");
        assertThat(Files.readAllBytes(folder.resolve("tiny.gguf"))).isEqualTo(model);
    }

    @Test
    void aWrongChecksumThrowsTheFileAway() {
        assertThatThrownBy(() -> pull().fetch(entry("00".repeat(32)), (w, a, t) -> {}))
                .isInstanceOf(PullFault.class)
                .hasMessageContaining("wrong checksum");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMissingFileIsASentenceWithTheHubsAnswer() {
        status = 404;
        assertThatThrownBy(() -> pull().fetch(entry(sha()), (w, a, t) -> {}))
                .isInstanceOf(PullFault.class)
                .hasMessageContaining("HTTP status 404");
    }

    @Test
    void anInterruptStopsTheFetchAndKeepsWhatArrived() throws Exception {
        assertThatThrownBy(() ->
                        pull().fetch(entry(sha()), (w, a, t) -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedException.class);
        assertThat(folder.resolve("tiny.part")).exists();
        assertThat(folder.resolve("tiny.gguf")).doesNotExist();
    }

    @Test
    void theCatalogueNamesSizeLicenceAndChecksumOfTheSmallModel() {
        Entry entry = Catalogue.named("smollm2-135m").orElseThrow();
        assertThat(entry.bytes()).isEqualTo(98_362_432);
        assertThat(entry.licence()).isEqualTo("Apache-2.0");
        assertThat(entry.sha256()).isPresent();
        assertThat(Catalogue.named("gemma3-270m").orElseThrow().mustAccept()).isTrue();
    }

    private Pull pull() {
        return new Pull(new Store(folder), new PythonPackages());
    }

    private Entry entry(String sha) {
        return new Entry(
                "tiny",
                "Tiny",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tiny.gguf"),
                model.length,
                Optional.of(sha),
                "MIT",
                "",
                false,
                List.of());
    }

    private String sha() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
    }

    /// The smallest file that is a GGUF: a header that counts nothing.
    private static byte[] model() {
        return ByteBuffer.allocate(200)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x46554747)
                .putInt(3)
                .putLong(0)
                .putLong(0)
                .array();
    }
}
