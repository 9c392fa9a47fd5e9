package exemplar.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.Secret;
import exemplar.backend.gateway.CachedGateway;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.model.Message;
import exemplar.model.Picture;
import exemplar.model.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything that goes wrong between here and a server, and what a person is told of it. A wire
/// backend's test extends this and says how to open it.
@Timeout(300)
public abstract class WireFaultsContract {
    private static final String STORY = "Tell me a story about “the sea”.";
    private static final String KEY = "sk-very-secret-0123456789";

    /// Only for servers that never go on: a busy machine must not look like one.
    private static final Patience SHORT = patience(Duration.ofMillis(200));

    private static final Patience LONG = patience(Duration.ofSeconds(20));

    private static final Patience HANGING =
            new Patience(
                    Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(1), 1 << 20);

    private static Patience patience(Duration wait) {
        return new Patience(Duration.ofSeconds(20), wait, wait, 1 << 20);
    }

    protected MockServer server;
    private final List<Reply.Exchange> seen = new ArrayList<>();

    /// Opens a backend at that address.
    protected abstract Backend open(Wire wire, URI base, Secret key);

    @BeforeEach
    void start() throws IOException {
        server = MockServer.start(0, Trouble.NONE);
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(MockFault.class)
    void everyFaultIsToldInASentenceWithoutTheKey(MockFault fault) {
        server.behave(Trouble.of(fault));
        StringBuilder shown = new StringBuilder();
        boolean silent = fault == MockFault.SILENT || fault == MockFault.SILENT_BODY;
        Outcome outcome =
                ask(silent ? SHORT : fault == MockFault.HANG ? HANGING : LONG, shown::append);
        String everything = outcome + " " + seen + " " + shown;
        assertThat(everything).doesNotContain(KEY);
        if (outcome instanceof Outcome.Failed(Fault told, String partial)) {
            assertThat(partial).isEqualTo(shown.toString());
            assertThat(told.message())
                    .endsWith(".")
                    .doesNotContain("Exception")
                    .doesNotContain("null")
                    .contains(" ");
            assertThat(told.message().length()).isLessThan(450);
        }
        assertThat(told(outcome)).isEqualTo(expected(fault));
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered a -> "answered";
            case Outcome.Failed(Fault fault, String partial) -> fault.getClass().getSimpleName();
        };
    }

    private static String expected(MockFault fault) {
        return switch (fault) {
            case NONE, SPLIT_CHARACTERS, DUPLICATES, LINGER, NO_USAGE, THINKING, ONE_ANSWER ->
                    "answered";
            case UNAUTHORIZED, FORBIDDEN -> "Auth";
            case NO_MODEL -> "ModelMissing";
            case REQUEST_TIMEOUT, SILENT, SILENT_BODY, HANG -> "Timeout";
            case TOO_LARGE, UNPROCESSABLE, REDIRECT -> "BadRequest";
            case TOO_MANY -> "RateLimited";
            case QUOTA -> "Exhausted";
            case ERROR, BUSY, ERROR_MIDWAY -> "Overloaded";
            case HTML, EMPTY, NOT_JSON, WRONG_TYPES, BAD_BYTE -> "Malformed";
            case CUT, SHORT, HALF_CHARACTER -> "Network";
            case CONTENT_FILTER -> "ContentFiltered";
            case CONTEXT_TOO_LONG -> "ContextTooLong";
        };
    }

    @Test
    void theServersWordsAndItsWaitAreTold() {
        server.behave(Trouble.of(MockFault.UNPROCESSABLE));
        assertThat(fault(ask()).message()).contains("422", "body.temperature: must be at most 2");
        server.behave(Trouble.of(MockFault.TOO_MANY).retryAfter(2.5));
        assertThat(fault(ask()))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        f -> assertThat(f.retryAfter()).hasValue(Duration.ofMillis(2500)));
        server.behave(Trouble.of(MockFault.BUSY).retryAfter(30));
        assertThat(fault(ask()))
                .isInstanceOfSatisfying(
                        Fault.Overloaded.class,
                        f -> assertThat(f.retryAfter()).hasValue(Duration.ofSeconds(30)));
        server.behave(Trouble.of(MockFault.UNAUTHORIZED));
        assertThat(fault(ask()).message()).contains(Secret.REDACTED);
    }

    @Test
    void whatArrivedBeforeACutIsKept() {
        for (MockFault fault :
                List.of(
                        MockFault.CUT,
                        MockFault.SHORT,
                        MockFault.HALF_CHARACTER,
                        MockFault.BAD_BYTE,
                        MockFault.HANG)) {
            server.behave(Trouble.of(fault));
            Outcome outcome = ask(HANGING, Answerer.Sink.NONE);
            assertThat(((Outcome.Failed) outcome).partial()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MockFault.class,
            names = {
                "CUT",
                "SHORT",
                "HALF_CHARACTER",
                "BAD_BYTE",
                "HANG",
                "ERROR_MIDWAY",
                "CONTENT_FILTER"
            })
    void nothingOfAnAnswerThatIsNotWholeIsKeptAsOne(MockFault fault, @TempDir Path home)
            throws IOException {
        try (Wire wire = new Wire(fault == MockFault.HANG ? HANGING : LONG, Witness.NONE);
                Gateway gateway =
                        CachedGateway.over(home, open(wire, server.base(), Secret.of(KEY)))) {
            Request q = question();
            server.behave(Trouble.of(fault));
            Outcome.Failed failed =
                    (Outcome.Failed)
                            gateway.ask("far", q.input(), q.sampling(), Answerer.Sink.NONE);
            assertThat(told(failed)).isEqualTo(expected(fault));
            assertThat(failed.partial()).isNotEmpty();
            assertThat(gateway.cache().orElseThrow().contents().answers()).isZero();
            server.behave(Trouble.NONE);
            Reply whole =
                    ((Outcome.Answered)
                                    gateway.ask("far", q.input(), q.sampling(), Answerer.Sink.NONE))
                            .reply();
            assertThat(whole.cached()).isFalse();
            assertThat(whole.text()).startsWith(failed.partial()).isNotEqualTo(failed.partial());
            assertThat(gateway.cache().orElseThrow().contents().answers()).isEqualTo(1);
        }
    }

    @Test
    void repeatedEventsAndSplitCharactersChangeNothing() {
        String plain = text(ask());
        server.behave(Trouble.of(MockFault.DUPLICATES));
        assertThat(text(ask())).isEqualTo(plain);
        server.behave(Trouble.of(MockFault.SPLIT_CHARACTERS));
        assertThat(text(ask())).isEqualTo(plain).contains("“");
    }

    @Test
    void whatAModelThinksAloudIsHeardApartFromTheAnswer() {
        assumeTrue(input(STORY) instanceof Request.Chat, "a text to continue has no thoughts");
        String plain = text(ask());
        server.behave(Trouble.of(MockFault.THINKING));
        StringBuilder thought = new StringBuilder();
        StringBuilder said = new StringBuilder();
        Outcome outcome =
                ask(
                        new Answerer.Sink() {
                            @Override
                            public void text(String piece) {
                                said.append(piece);
                            }

                            @Override
                            public void thought(String piece) {
                                thought.append(piece);
                            }
                        });
        assertThat(text(outcome)).isEqualTo(plain);
        assertThat(said).hasToString(plain);
        assertThat(thought).hasToString("Let me think about “this”.");
        assertThat(((Outcome.Answered) outcome).reply().reasoning()).isEqualTo(thought.toString());
    }

    /// Faults that a whole reply can have.
    @ParameterizedTest
    @EnumSource(
            value = MockFault.class,
            names = {
                "UNAUTHORIZED",
                "FORBIDDEN",
                "REQUEST_TIMEOUT",
                "TOO_MANY",
                "ERROR",
                "BUSY",
                "REDIRECT",
                "HTML",
                "EMPTY",
                "NOT_JSON",
                "WRONG_TYPES",
                "SILENT",
                "SILENT_BODY",
                "CUT",
                "SHORT",
                "HALF_CHARACTER",
                "BAD_BYTE",
                "HANG"
            })
    void aListOfModelsThatDoesNotComeIsAFaultInASentence(MockFault fault) {
        server.behave(Trouble.of(fault));
        boolean silent = fault == MockFault.SILENT || fault == MockFault.SILENT_BODY;
        Patience patience = silent ? SHORT : fault == MockFault.HANG ? HANGING : LONG;
        // What ends properly in its middle is no JSON here; a stream would miss its end.
        String expected = fault == MockFault.SHORT ? "Malformed" : expected(fault);
        try (Wire wire = new Wire(patience, Witness.NONE);
                Backend backend = open(wire, server.base(), Secret.of(KEY))) {
            assertThat(backend.list())
                    .isInstanceOfSatisfying(
                            Backend.NotListed.class,
                            n -> {
                                assertThat(n.fault().getClass().getSimpleName())
                                        .isEqualTo(expected);
                                assertThat(n.fault().message())
                                        .endsWith(".")
                                        .doesNotContain(KEY)
                                        .doesNotContain("Exception");
                            });
            server.behave(Trouble.NONE);
            assertThat(backend.models()).containsExactly("mock");
        }
    }

    @Test
    void aMissingCountOfTokensIsNoCount() {
        server.behave(Trouble.of(MockFault.NO_USAGE));
        Outcome.Answered answered = (Outcome.Answered) ask();
        assertThat(answered.reply().answerTokens()).isEmpty();
    }

    @Test
    void aServerThatDiesAndComesBackIsAskedAgainWithSuccess() throws IOException {
        int port = server.base().getPort();
        URI base = server.base();
        try (Wire wire = new Wire(LONG, Witness.NONE);
                Backend backend = open(wire, base, Secret.of(KEY))) {
            assertThat(backend.ask(question(), Answerer.Sink.NONE))
                    .isInstanceOf(Outcome.Answered.class);
            server.close();
            assertThat(fault(backend.ask(question(), Answerer.Sink.NONE)))
                    .isInstanceOf(Fault.Network.class);
            server = MockServer.start(port, Trouble.NONE);
            assertThat(backend.ask(question(), Answerer.Sink.NONE))
                    .isInstanceOf(Outcome.Answered.class);
        }
    }

    @Test
    void anInterruptEndsAWaitForASilentServer() {
        for (MockFault fault : List.of(MockFault.SILENT, MockFault.SILENT_BODY)) {
            server.behave(Trouble.of(fault));
            try (Wire wire = new Wire(Patience.DEFAULT, Witness.NONE);
                    Backend backend = open(wire, server.base(), Secret.of(KEY))) {
                Thread asking = Thread.currentThread();
                int before = server.requests();
                Thread.ofVirtual()
                        .start(() -> {
                            while (server.requests() == before) {
                                Thread.onSpinWait();
                            }
                            asking.interrupt();
                        });
                Outcome outcome = backend.ask(question(), Answerer.Sink.NONE);
                assertThat(Thread.interrupted()).isTrue();
                assertThat(fault(outcome)).isInstanceOf(Fault.Cancelled.class);
            }
        }
    }

    @Test
    void anInterruptEndsAnAnswerThatHangs() {
        server.behave(Trouble.of(MockFault.HANG));
        try (Wire wire = new Wire(Patience.DEFAULT, Witness.NONE);
                Backend backend = open(wire, server.base(), Secret.of(KEY))) {
            Outcome outcome = backend.ask(question(), piece -> Thread.currentThread().interrupt());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(fault(outcome)).isInstanceOf(Fault.Cancelled.class);
        }
    }

    @Test
    void aPortWhereNothingListensAHostThatIsNoneAndOneThatHangsUpAreTold() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(fault(askAt(URI.create("http://127.0.0.1:" + free + "/v1"))))
                .isInstanceOfSatisfying(
                        Fault.Network.class,
                        f ->
                                assertThat(f.message())
                                        .contains("Nothing answers at 127.0.0.1:" + free));
        assertThat(fault(askAt(URI.create("http://no-such-host.invalid/v1"))))
                .isInstanceOfSatisfying(
                        Fault.Network.class,
                        f ->
                                assertThat(f.message())
                                        .contains("no host called no-such-host.invalid"));
        try (ServerSocket hangsUp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> {
                        try (Socket first = hangsUp.accept()) {
                            int unused = first.getInputStream().read();
                        } catch (IOException e) {
                            // The test is over.
                        }
                    });
            assertThat(
                            fault(
                                    askAt(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + hangsUp.getLocalPort()
                                                            + "/v1"))))
                    .isInstanceOf(Fault.Network.class);
        }
        assertThat(fault(askAt(URI.create("not-a-server")))).isInstanceOf(Fault.BadRequest.class);
    }

    @Test
    void aServerWithoutTlsIsToldFromOneThatIsNotThere() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> {
                        try (Socket s = plain.accept()) {
                            s.getOutputStream()
                                    .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                            s.getInputStream().readNBytes(1000);
                        } catch (IOException e) {
                            // The test is over.
                        }
                    });
            // The first use of TLS in a process loads much code.
            try (Wire wire = new Wire(Patience.DEFAULT, Witness.NONE);
                    Backend backend =
                            open(
                                    wire,
                                    URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/v1"),
                                    Secret.of(KEY))) {
                assertThat(fault(backend.ask(question(), Answerer.Sink.NONE)).message())
                        .contains("TLS");
            }
        }
    }

    @Test
    void aServerThatTakesNoConnectionIsATimeoutOfConnecting() throws IOException {
        Patience hurried =
                new Patience(
                        Duration.ofMillis(200),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        1 << 20);
        // A full queue of connections that nobody takes: further ones get no reply at all.
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Queued queued = Queued.fill(full)) {
            assumeTrue(queued.isFull(), "this system takes connections beyond its queue");
            try (Wire wire = new Wire(hurried, Witness.NONE);
                    Backend backend =
                            open(
                                    wire,
                                    URI.create("http://127.0.0.1:" + full.getLocalPort() + "/v1"),
                                    Secret.of(KEY))) {
                assertThat(fault(backend.ask(question(), Answerer.Sink.NONE)))
                        .isInstanceOfAny(Fault.Timeout.class, Fault.Network.class);
            }
        }
    }

    /// Connections that wait in a server's queue for ever.
    private record Queued(List<Socket> sockets, boolean isFull) implements AutoCloseable {
        static Queued fill(ServerSocket server) throws IOException {
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Socket socket = new Socket();
                sockets.add(socket);
                try {
                    socket.connect(server.getLocalSocketAddress(), 200);
                } catch (SocketTimeoutException e) {
                    return new Queued(sockets, true);
                }
            }
            return new Queued(sockets, false);
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void aWaitUntilADateIsReadAgainstTheServersOwnClock() throws IOException {
        // Its clock stands in 2001, or this machine's jumped: the wait is five seconds either way.
        try (ServerSocket canned = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> {
                        try (Socket s = canned.accept()) {
                            int unused = s.getInputStream().read(new byte[65536]);
                            s.getOutputStream()
                                    .write(
                                            ("HTTP/1.1 429 Too Many Requests\r\n"
                                                            + "Date: Tue, 15 May 2001 10:00:00 GMT\r\n"
                                                            + "Retry-After: Tue, 15 May 2001 10:00:05 GMT\r\n"
                                                            + "Content-Length: 2\r\n\r\n{}")
                                                    .getBytes(StandardCharsets.US_ASCII));
                            s.getInputStream().readAllBytes();
                        } catch (IOException e) {
                            // The test is over.
                        }
                    });
            assertThat(
                            fault(
                                    askAt(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + canned.getLocalPort()
                                                            + "/v1"))))
                    .isInstanceOfSatisfying(
                            Fault.RateLimited.class,
                            f -> assertThat(f.retryAfter()).hasValue(Duration.ofSeconds(5)));
        }
    }

    /// What is told when a server replies so to every question.
    protected final Fault canned(int status, String type, String body) throws IOException {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext(
                "/",
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        http.start();
        try {
            return fault(
                    askAt(URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/v1")));
        } finally {
            http.stop(0);
        }
    }

    @Test
    void aPageForABrowserIsNotRepeatedAsTheServersWords() throws IOException {
        String page =
                "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad"
                        + " Gateway</h1></center><script>var x = 1;</script></body></html>";
        for (int status : List.of(502, 503, 413)) {
            Fault fault = canned(status, "text/html", page);
            assertThat(fault.getClass())
                    .isEqualTo(status == 413 ? Fault.BadRequest.class : Fault.Overloaded.class);
            assertThat(fault.message())
                    .contains(Integer.toString(status))
                    .endsWith(".")
                    .doesNotContain("<")
                    .doesNotContain("var x");
        }
    }

    @Test
    void aLimitOfAMinuteIsWaitedForAndOneOfADayIsNot() throws IOException {
        String quota =
                """
                {"error": {"code": 429, "status": "RESOURCE_EXHAUSTED",
                 "message": "You exceeded your current quota, please check your plan and billing details.",
                 "details": [{"violations": [{"quotaId": "GenerateRequests%sPerProject"}]},
                  {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34.5s"}]}}
                """;
        assertThat(canned(429, "application/json", quota.formatted("PerMinute")))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        f -> assertThat(f.retryAfter()).hasValue(Duration.ofMillis(34_500)));
        assertThat(canned(429, "application/json", quota.formatted("PerDay")))
                .isInstanceOf(Fault.Exhausted.class);
    }

    @Test
    void aProxyPassesTheQuestionOnAndOneThatIsDownIsTold() throws IOException {
        URI far = URI.create("http://models.invalid" + server.base().getPath());
        ProxySelector proxy =
                ProxySelector.of(new InetSocketAddress("127.0.0.1", server.base().getPort()));
        try (Wire wire = new Wire(LONG, Witness.NONE, proxy);
                Backend backend = open(wire, far, Secret.of(KEY))) {
            assertThat(backend.ask(question(), Answerer.Sink.NONE))
                    .isInstanceOf(Outcome.Answered.class);
            server.close();
            assertThat(fault(backend.ask(question(), Answerer.Sink.NONE)))
                    .isInstanceOf(Fault.Network.class);
        }
    }

    @Test
    void anImageIsSentAsTheProtocolWritesItBeforeTheText() {
        assumeTrue(input(STORY) instanceof Request.Chat, "a text to continue has no images");
        List<String> sent = new ArrayList<>();
        try (Wire wire =
                        new Wire(
                                LONG,
                                (call, status, headers, exchange) -> sent.add(exchange.request()));
                Backend backend = open(wire, server.base(), Secret.of(KEY))) {
            Request shown =
                    new Request(
                            "mock",
                            new Request.Chat(
                                    List.of(
                                            new Message(
                                                    Role.USER,
                                                    "What is this?",
                                                    List.of(new Picture("image/png", "QUJD"))))),
                            Sampling.greedy(8));
            assertThat(backend.ask(shown, Answerer.Sink.NONE)).isInstanceOf(Outcome.Answered.class);
        }
        String body = sent.getFirst().replaceAll("\\s", "");
        assertThat(body).contains(picture().replaceAll("\\s", ""));
        assertThat(body.indexOf("QUJD")).isLessThan(body.indexOf("Whatisthis?"));
    }

    /// How the protocol writes a PNG of the base64 bytes `QUJD`.
    protected abstract String picture();

    @Test
    void anAnswerWithoutEndIsCutOff() {
        Patience little =
                new Patience(
                        Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 300);
        try (Wire wire = new Wire(little, Witness.NONE);
                Backend backend = open(wire, server.base(), Secret.of(KEY))) {
            assertThat(fault(backend.ask(question(), Answerer.Sink.NONE)))
                    .isInstanceOf(Fault.Malformed.class);
        }
    }

    @Test
    void aKeyThatCannotBeSentIsNotRepeated() {
        try (Wire wire = new Wire(LONG, Witness.NONE);
                Backend backend = open(wire, server.base(), Secret.of("sk-bro\nken-key"))) {
            Fault fault = fault(backend.ask(question(), Answerer.Sink.NONE));
            assertThat(fault.message()).contains("Enter the key again").doesNotContain("ken-key");
        }
    }

    private Outcome ask() {
        return ask(Answerer.Sink.NONE);
    }

    private Outcome ask(Answerer.Sink sink) {
        return ask(LONG, sink);
    }

    private Outcome ask(Patience patience, Answerer.Sink sink) {
        try (Wire wire =
                        new Wire(
                                patience, (call, status, headers, exchange) -> seen.add(exchange));
                Backend backend = open(wire, server.base(), Secret.of(KEY))) {
            return backend.ask(question(), sink);
        }
    }

    private Outcome askAt(URI base) {
        try (Wire wire = new Wire(LONG, Witness.NONE);
                Backend backend = open(wire, base, Secret.of(KEY))) {
            return backend.ask(question(), Answerer.Sink.NONE);
        }
    }

    private Request question() {
        return new Request("mock", input(STORY), Sampling.greedy(24));
    }

    /// The way this backend is asked here.
    protected Request.Input input(String text) {
        return new Request.Chat(List.of(new Message(Role.USER, text)));
    }

    private static String text(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).reply().text();
    }

    private static Fault fault(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return Optional.of(((Outcome.Failed) outcome).fault()).orElseThrow();
    }
}
