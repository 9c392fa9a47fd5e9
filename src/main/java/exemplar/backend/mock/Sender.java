package exemplar.backend.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes one reply of the mock server, properly or not.
final class Sender {
    private final HttpExchange exchange;

    Sender(HttpExchange exchange) {
        this.exchange = exchange;
    }

    void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void json(int status, JsonNode body) throws IOException {
        text(status, "application/json", body.toString());
    }

    void text(int status, String type, String body) throws IOException {
        header("Content-Type", type);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /// Announces the whole body and sends the first half of it, and some bytes more.
    void half(JsonNode body, int... more) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        begun(bytes.length / 2, bytes.length + more.length, bytes, more);
    }

    /// Sends the first half of a body as if it was all.
    void shortened(JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        begun(bytes.length / 2, bytes.length / 2, bytes);
    }

    /// Sends a whole body in which one byte is none of a text.
    void spoilt(JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xff;
        begun(bytes.length, bytes.length, bytes);
    }

    private void begun(int length, int announced, byte[] bytes, int... more) throws IOException {
        header("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, announced);
        OutputStream out = exchange.getResponseBody();
        out.write(bytes, 0, length);
        for (int b : more) {
            out.write(b);
        }
        out.flush();
    }

    /// Begins a stream of events.
    ///
    /// @param toBeBroken announces more than will come, so that closing breaks the connection
    OutputStream events(boolean toBeBroken) throws IOException {
        header("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, toBeBroken ? 1_000_000 : 0);
        return exchange.getResponseBody();
    }

    static void bytes(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// Sends each byte of a character beyond ASCII in a packet of its own.
    static void split(OutputStream out, String text) throws IOException {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
            if (b < 0) {
                out.flush();
            }
        }
        out.flush();
    }
}
