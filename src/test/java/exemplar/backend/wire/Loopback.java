package exemplar.backend.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on loopback that keeps every request to the byte and gives one reply to all of them.
public final class Loopback implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile String type = "application/json";
    private volatile String reply = "{}";

    /// A request as it arrived.
    ///
    /// @param line method and address, such as `POST /v1/messages`
    public record Asked(String line, com.sun.net.httpserver.Headers headers, String body) {
        /// The only value of a header; empty where there is none.
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.getFirst(name));
        }
    }

    private Loopback(HttpServer server) {
        this.server = server;
    }

    public static Loopback start() throws IOException {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Loopback loopback = new Loopback(http);
        http.createContext("/", loopback::handle);
        http.start();
        return loopback;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    new Asked(
                            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                            exchange.getRequestHeaders(),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /// The coming replies are this JSON.
    public Loopback replyingWith(String json) {
        type = "application/json";
        reply = json;
        return this;
    }

    /// The coming replies are these events, one a line; a line may begin with `name| `.
    public Loopback streaming(String events) {
        StringBuilder text = new StringBuilder();
        for (String line : events.strip().split("\n")) {
            int at = line.indexOf("| ");
            boolean named = at > 0 && !line.startsWith("{");
            text.append(named ? "event: " + line.substring(0, at) + "\n" : "")
                    .append("data: ")
                    .append(named ? line.substring(at + 2) : line)
                    .append("\n\n");
        }
        type = "text/event-stream";
        reply = text.toString();
        return this;
    }

    /// The address with that path.
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /// All requests so far.
    public List<Asked> asked() {
        return asked;
    }

    public Asked last() {
        return asked.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
