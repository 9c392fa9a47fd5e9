package exemplar.backend.wire;

import exemplar.backend.Fault;
import exemplar.backend.Reply.Exchange;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Sends requests and reads replies on the calling thread. An interrupt ends a request at any time,
/// before the first byte too, with its status kept. Never follows a redirect, as that would carry a
/// key to another host. Safe for any number of threads.
///
/// Times are measured on the monotonic clock: a change of the machine's date ends nothing.
public final class Wire implements AutoCloseable {
    private final HttpClient secure;
    private final HttpClient plain;
    private final Patience patience;
    private final Witness witness;

    public Wire(Patience patience, Witness witness) {
        this(patience, witness, Proxies.ofThisMachine());
    }

    public Wire(Patience patience, Witness witness, ProxySelector proxies) {
        this.patience = patience;
        this.witness = witness;
        this.secure = builder(patience, proxies).build();
        // What arrives is only put into a queue, so that the client's own thread can do it; a
        // thread in between costs more than all else of a short answer. TLS has work to do there.
        this.plain =
                builder(patience, proxies)
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(Runnable::run)
                        .build();
    }

    private static HttpClient.Builder builder(Patience patience, ProxySelector proxies) {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies)
                .connectTimeout(patience.connect());
    }

    /// Sends and reads the whole reply as text.
    ///
    /// @throws WireFault unless a reply with a status of success arrived whole
    public Received whole(Call call) throws WireFault {
        return exchange(call, (status, headers, in) -> decode(call, in.readAllBytes()));
    }

    /// Sends and reads the reply as server-sent events while they arrive. A reply that is no event
    /// stream, as some servers give to any request, is passed on as one event.
    ///
    /// @throws WireFault unless a reply with a status of success arrived to its end; whether the
    ///   end was where the protocol wants it is for the caller to tell
    public Received events(Call call, EventSink sink) throws WireFault {
        EventSink watched =
                (name, data) -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new WireFault(Breaks.cancelled());
                    }
                    return sink.event(name, data);
                };
        return exchange(
                call,
                (status, headers, in) -> {
                    String type = headers.firstValue("content-type").orElse("");
                    if (type.startsWith("application/json")) {
                        var unused = watched.event("", decode(call, in.readAllBytes()));
                    } else if (type.startsWith("text/html")) {
                        in.readAllBytes();
                        throw new WireFault(webPage(call));
                    } else {
                        new Events(call.where(), in).read(watched::event);
                        in.finish();
                    }
                    return in.text();
                });
    }

    /// Receives the events of a stream.
    @FunctionalInterface
    public interface EventSink {
        /// @param name the event's type; empty when it has none
        /// @return whether to go on reading
        boolean event(String name, String data) throws WireFault;
    }

    /// The fault of a stream that ended although the protocol says there is more.
    public static Fault cut(Call call) {
        return Breaks.cut(call.where());
    }

    /// Ends every request under way; they fail as broken connections.
    @Override
    public void close() {
        secure.shutdownNow();
        plain.shutdownNow();
    }

    @FunctionalInterface
    private interface Reader {
        String read(int status, HttpHeaders headers, Recording in) throws IOException;
    }

    private Received exchange(Call call, Reader reader) throws WireFault {
        long start = System.nanoTime();
        Head response;
        try {
            response = send(call, start);
        } catch (WireFault e) {
            witness.seen(
                    call,
                    0,
                    HttpHeaders.of(Map.of(), (a, b) -> true),
                    new Exchange(call.redact(call.body().orElse("")), ""));
            throw e;
        }
        int status = response.status();
        try (Recording in = new Recording(response.body())) {
            try {
                if (status < 200 || status >= 300) {
                    String said = errorText(in);
                    throw new WireFault(Statuses.fault(call, status, response.headers(), said));
                }
                String text = reader.read(status, response.headers(), in);
                if (text.isBlank()) {
                    throw new WireFault(
                            new Fault.Malformed(
                                    call.where()
                                            + " answered with success and an empty body. Try again; if it stays so, the server is at fault."));
                }
                if (ProviderMessage.looksLikeHtml(text)) {
                    throw new WireFault(webPage(call));
                }
                return new Received(
                        status,
                        response.headers(),
                        text,
                        in.exchange(call),
                        Duration.ofNanos(System.nanoTime() - start));
            } finally {
                witness.seen(call, status, response.headers(), in.exchange(call));
            }
        } catch (WireFault e) {
            // A server may repeat the key in what it says in the middle of a stream.
            throw new WireFault(e.fault().saying(call.redact(e.fault().message())));
        } catch (IOException e) {
            throw new WireFault(Breaks.whileReading(call.where(), e));
        }
    }

    /// An error is told even when its explanation cannot be read.
    private static String errorText(Recording in) throws WireFault {
        try {
            in.readAllBytes();
        } catch (IOException e) {
            if (e instanceof WireFault f && f.fault() instanceof Fault.Cancelled) {
                throw f;
            }
        }
        return in.text();
    }

    /// What is known once the headers are here.
    private record Head(int status, HttpHeaders headers, Body body) {}

    /// Waits for the headers only. The client's own future may fail for a connection that breaks
    /// right after them, and what had arrived of the body would be lost with it.
    private Head send(Call call, long start) throws WireFault {
        HttpRequest request = request(call);
        long firstByteBy = start + patience.firstByte().toNanos();
        CompletableFuture<Head> head = new CompletableFuture<>();
        // Small servers stumble over an offer to upgrade, so that plain means HTTP/1.1.
        HttpClient client = "http".equals(call.uri().getScheme()) ? plain : secure;
        CompletableFuture<HttpResponse<Body>> sent =
                client.sendAsync(
                        request,
                        info -> {
                            Body body = new Body(call.where(), patience, firstByteBy);
                            head.complete(new Head(info.statusCode(), info.headers(), body));
                            return body;
                        });
        CompletableFuture<HttpResponse<Body>> unused =
                sent.whenComplete((response, thrown) -> {
                    if (thrown == null) {
                        // A proxy that wants a login first: nobody asks for the body of that.
                        Body none = new Body(call.where(), patience, firstByteBy);
                        none.onComplete();
                        head.complete(new Head(response.statusCode(), response.headers(), none));
                    } else if (!head.completeExceptionally(thrown)) {
                        head.thenAccept(h -> h.body().onError(thrown)).join();
                    }
                });
        try (Deadline _ =
                Deadline.at(
                        firstByteBy, () -> head.completeExceptionally(new TimeoutException()))) {
            return head.get();
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new WireFault(Breaks.cancelled());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                sent.cancel(true);
                throw new WireFault(Breaks.silent(call.where(), patience.firstByte()));
            }
            throw new WireFault(
                    Breaks.whileSending(
                            call.where(),
                            patience.connect(),
                            e.getCause() == null ? e : e.getCause()));
        }
    }

    private static HttpRequest request(Call call) throws WireFault {
        try {
            URI uri = call.uri();
            HttpRequest.Builder builder =
                    HttpRequest.newBuilder(uri)
                            .method(
                                    call.method(),
                                    call.body()
                                            .map(HttpRequest.BodyPublishers::ofString)
                                            .orElseGet(HttpRequest.BodyPublishers::noBody));
            call.headers().forEach(builder::setHeader);
            for (Call.SecretHeader secret : call.secrets()) {
                builder.setHeader(secret.name(), secret.before() + secret.secret().reveal());
            }
            return builder.build();
        } catch (IllegalArgumentException e) {
            // The exception's own text may repeat a header's value.
            throw new WireFault(
                    new Fault.BadRequest(
                            call.uri().getHost() == null || call.uri().getScheme() == null
                                    ? "The base URL is no web address. It looks like http://localhost:8000/v1."
                                    : "The key or a header holds characters that cannot be sent. Enter the key again."));
        }
    }

    private static Fault webPage(Call call) {
        return new Fault.Malformed(
                call.where()
                        + " sent a web page instead of an answer. Check the base URL; a proxy or a"
                        + " login page may stand in between.");
    }

    private static String decode(Call call, byte[] bytes) throws WireFault {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new WireFault(
                    new Fault.Malformed(
                            call.where() + " sent bytes that are no UTF-8 text. Try again."));
        }
    }
}
