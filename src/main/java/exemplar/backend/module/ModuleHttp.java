package exemplar.backend.module;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import exemplar.backend.Fault;
import exemplar.backend.Secret;
import exemplar.backend.wire.Call;
import exemplar.backend.wire.Received;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.WireFault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// langchain4j's `HttpClient` on our wire, for one question. Reads a stream on the calling thread,
/// where langchain4j's own clients read it on another that an interrupt does not reach.
final class ModuleHttp implements HttpClient, HttpClientBuilder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;
    private final Secret key;
    private final Guard guard;
    private final BooleanSupplier stumbled;
    private Optional<Received> received = Optional.empty();
    private Optional<Fault> fault = Optional.empty();
    private long sent;

    /// @param stumbled whether the module reported an error of its own; reading then ends
    ModuleHttp(Wire wire, Secret key, Guard guard, BooleanSupplier stumbled) {
        this.wire = wire;
        this.key = key;
        this.guard = guard;
        this.stumbled = stumbled;
    }

    Optional<Received> received() {
        return received;
    }

    Optional<Fault> fault() {
        return fault;
    }

    /// [System#nanoTime()] when the request went out; 0 before it.
    long sent() {
        return sent;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            Received reply = wire.whole(call(request));
            received = Optional.of(reply);
            return response(reply);
        } catch (WireFault e) {
            fault = Optional.of(e.fault());
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Call call = call(request);
        sent = System.nanoTime();
        try {
            Received reply =
                    wire.events(
                            call,
                            (name, data) -> {
                                guard.event(parse(call, data));
                                listener.onEvent(
                                        new ServerSentEvent(name.isEmpty() ? null : name, data));
                                return !stumbled.getAsBoolean() && !guard.complete();
                            });
            received = Optional.of(reply);
            if (!guard.complete() && !stumbled.getAsBoolean()) {
                throw new WireFault(Wire.cut(call));
            }
            listener.onClose();
        } catch (WireFault e) {
            fault = Optional.of(e.fault());
            listener.onError(e);
        }
    }

    private static JsonNode parse(Call call, String data) throws WireFault {
        try {
            JsonNode node = JSON.readTree(data);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // Told below.
        }
        throw new WireFault(
                new Fault.Malformed(
                        call.where()
                                + " sent an answer that is no JSON object. Check the base URL."));
    }

    /// Keys leave the plain headers here, so that nothing that prints a call can print them.
    private Call call(HttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        List<Call.SecretHeader> secrets = new ArrayList<>();
        request.headers()
                .forEach((name, values) -> {
                    String value = String.join(", ", values);
                    int at = key.isEmpty() ? -1 : value.indexOf(key.reveal());
                    if (at >= 0) {
                        secrets.add(new Call.SecretHeader(name, value.substring(0, at), key));
                    } else {
                        headers.put(name, value);
                    }
                });
        return new Call(
                request.method().name(),
                URI.create(request.url()),
                headers,
                secrets,
                Optional.ofNullable(request.body()));
    }

    private static SuccessfulHttpResponse response(Received reply) {
        return SuccessfulHttpResponse.builder()
                .statusCode(reply.status())
                .headers(reply.headers().map())
                .body(reply.body())
                .build();
    }

    @Override
    public HttpClient build() {
        return this;
    }

    // The wire has its own patience.

    @Override
    public @Nullable Duration connectTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }
}
