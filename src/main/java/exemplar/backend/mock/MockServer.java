package exemplar.backend.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The mock as an OpenAI-compatible server on loopback: `/v1/models`, `/v1/chat/completions`,
/// `/v1/completions` (both streamed or not, with log-probabilities) and `/v1/embeddings`; streamed
/// answers also in Anthropic's words at `/v1/messages` and in Gemini's at `/v1beta/models/…`.
///
/// What goes wrong can be set when it starts, by [#behave(Trouble)], by posting JSON to
/// `/mock/trouble`, or for one request by the header `X-Mock-Fault`.
public final class MockServer implements AutoCloseable {
    static {
        // Without it the JDK's server waits 40 ms for more before it sends a small packet.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_REQUEST = 64 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final AtomicInteger wrongLeft = new AtomicInteger();
    private volatile Trouble trouble = Trouble.NONE;

    private MockServer(HttpServer server) {
        this.server = server;
    }

    /// Starts on loopback.
    ///
    /// @param port 0 for any free one
    /// @throws IOException with a sentence for a person when the port is taken
    public static MockServer start(int port, Trouble trouble) throws IOException {
        HttpServer http;
        try {
            http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        } catch (IOException e) {
            throw new IOException(
                    "Port " + port + " cannot be used: " + e.getMessage() + ". Choose another.", e);
        }
        MockServer mock = new MockServer(http);
        mock.behave(trouble);
        http.setExecutor(mock.threads);
        http.createContext("/", mock::handle);
        http.start();
        return mock;
    }

    /// What a client takes as its base URL.
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /// Changes how the coming requests are answered.
    public void behave(Trouble now) {
        trouble = now;
        wrongLeft.set(now.times());
    }

    /// How many requests for answers arrived so far.
    public int requests() {
        return requests.get();
    }

    /// Most requests that were under way at one time.
    public int mostUnderWay() {
        return mostUnderWay.get();
    }

    /// Stops; requests under way are cut off.
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /// Waits until the client is gone for good or the server stops.
    void hang() throws InterruptedException {
        closed.await();
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_REQUEST);
            switch (path) {
                case "/v1/models", "/v1beta/models" -> answer(exchange, path, body);
                case "/v1/chat/completions",
                        "/v1/completions",
                        "/v1/embeddings",
                        "/v1/messages" -> {
                    requests.incrementAndGet();
                    answer(exchange, path, body);
                }
                case "/mock/trouble" -> control(exchange, body);
                case String p when p.matches("/v1beta/models/[^/]+:streamGenerateContent") -> {
                    requests.incrementAndGet();
                    answer(exchange, path, body);
                }
                default ->
                        new Sender(exchange)
                                .json(
                                        404,
                                        Protocol.error("There is nothing at " + path, "not_found"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void answer(HttpExchange exchange, String path, byte[] body)
            throws IOException, InterruptedException {
        Trouble now = trouble;
        MockFault fault =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Mock-Fault"))
                        .flatMap(MockFault::named)
                        .orElseGet(() ->
                                now.fault() != MockFault.NONE && wrongLeft.getAndDecrement() > 0
                                        ? now.fault()
                                        : MockFault.NONE);
        if (!now.latency().isZero()) {
            Thread.sleep(now.latency());
        }
        Answering answering =
                new Answering(
                        this,
                        new Sender(exchange),
                        now,
                        fault,
                        Optional.ofNullable(MockServer.key(exchange)));
        if (answering.refused()) {
            return;
        }
        answering.answer(path, parse(body));
    }

    private static @Nullable String key(HttpExchange exchange) {
        for (String header : new String[] {"Authorization", "x-api-key", "x-goog-api-key"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private void control(HttpExchange exchange, byte[] body) throws IOException {
        Sender sender = new Sender(exchange);
        if (exchange.getRequestMethod().equals("POST")) {
            JsonNode wanted = parse(body);
            Optional<MockFault> fault = MockFault.named(wanted.path("fault").asText("none"));
            if (fault.isEmpty()) {
                sender.json(400, Protocol.error("no such fault", "invalid_value"));
                return;
            }
            behave(
                    new Trouble(
                            Duration.ofMillis(Math.max(0, wanted.path("latency_ms").asLong(0))),
                            Duration.ofMillis(Math.max(0, wanted.path("per_piece_ms").asLong(0))),
                            fault.get(),
                            wanted.path("times").asInt(Integer.MAX_VALUE),
                            wanted.path("retry_after").asDouble(-1)));
        }
        ObjectNode said = JSON.createObjectNode();
        said.put("fault", trouble.fault().written())
                .put("times_left", Math.max(0, wrongLeft.get()))
                .put("latency_ms", trouble.latency().toMillis())
                .put("per_piece_ms", trouble.perPiece().toMillis())
                .put("retry_after", trouble.retryAfter())
                .put("requests", requests());
        sender.json(200, said);
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode node =
                    JSON.readTree(new String(body, java.nio.charset.StandardCharsets.UTF_8));
            return node == null ? JSON.missingNode() : node;
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
