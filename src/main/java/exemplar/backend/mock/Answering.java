package exemplar.backend.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.model.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Answers one request of the mock server.
final class Answering {
    private final MockServer server;
    private final Sender sender;
    private final Trouble trouble;
    private final MockFault fault;
    private final Optional<String> authorization;
    private int number;

    /// @param authorization the key that came along
    Answering(
            MockServer server,
            Sender sender,
            Trouble trouble,
            MockFault fault,
            Optional<String> authorization) {
        this.server = server;
        this.sender = sender;
        this.trouble = trouble;
        this.fault = fault;
        this.authorization = authorization;
    }

    /// Sends the replies that are wrong from their status or first byte on.
    boolean refused() throws IOException, InterruptedException {
        switch (fault) {
            case UNAUTHORIZED ->
                    error(
                            401,
                            "Incorrect API key provided: " + authorization.orElse("none"),
                            "invalid_api_key");
            case FORBIDDEN -> error(403, "This key may not use this model", "forbidden");
            case NO_MODEL -> error(404, "The model `mock` does not exist", "model_not_found");
            case REQUEST_TIMEOUT -> error(408, "The request took too long", "timeout");
            case TOO_LARGE -> error(413, "Request entity too large", "too_large");
            case UNPROCESSABLE ->
                    sender.text(
                            422,
                            "application/json",
                            "{\"detail\":[{\"loc\":[\"body\",\"temperature\"],\"msg\":\"must be at most 2\"}]}");
            case TOO_MANY -> hinted(429, "Rate limit reached", "rate_limit_exceeded");
            case QUOTA -> error(429, "You exceeded your current quota", "insufficient_quota");
            case ERROR -> error(500, "The server had an error", "server_error");
            case BUSY -> hinted(503, "Model is loading", "unavailable");
            case REDIRECT -> {
                sender.header("Location", "http://elsewhere.invalid/v1");
                sender.text(302, "text/plain", "");
            }
            case HTML ->
                    sender.text(
                            200,
                            "text/html",
                            "<!DOCTYPE html><html><body>Please log in</body></html>");
            case EMPTY -> sender.text(200, "application/json", "");
            case NOT_JSON -> sender.text(200, "application/json", "{\"choices\": [");
            case WRONG_TYPES ->
                    sender.text(200, "application/json", "{\"choices\":\"none\",\"data\":7}");
            case CONTEXT_TOO_LONG ->
                    error(
                            400,
                            "This model's maximum context length is 10 tokens",
                            "context_length_exceeded");
            case SILENT -> server.hang();
            case SILENT_BODY -> {
                sender.events(false).flush();
                server.hang();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void hinted(int status, String message, String code) throws IOException {
        if (trouble.retryAfter() >= 0) {
            double wait = trouble.retryAfter();
            sender.header(
                    "Retry-After",
                    wait == Math.rint(wait) ? String.valueOf((long) wait) : String.valueOf(wait));
        }
        error(status, message, code);
    }

    private void error(int status, String message, String code) throws IOException {
        sender.json(status, Protocol.error(message, code));
    }

    /// Answers properly, or goes wrong on the way.
    void answer(String path, JsonNode body) throws IOException, InterruptedException {
        try {
            switch (path) {
                case "/v1/models" -> {
                    ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "list");
                    root.putArray("data")
                            .addObject()
                            .put("id", MockBackend.MODEL)
                            .put("object", "model")
                            .put("owned_by", "exemplar");
                    inOnePiece(root);
                }
                case "/v1/embeddings" -> inOnePiece(Protocol.embeddings(body));
                case "/v1beta/models" -> {
                    ObjectNode root = JsonNodeFactory.instance.objectNode();
                    root.putArray("models").addObject().put("name", "models/" + MockBackend.MODEL);
                    inOnePiece(root);
                }
                default -> answerInWords(path, body);
            }
        } catch (Protocol.Refused e) {
            error(e.status, String.valueOf(e.getMessage()), e.code);
        }
    }

    private void answerInWords(String path, JsonNode body)
            throws IOException, InterruptedException, Protocol.Refused {
        if (!body.isObject()) {
            throw new Protocol.Refused(400, "invalid_json", "The body is no JSON object");
        }
        if (path.startsWith("/v1beta/models/")) {
            String model = path.substring("/v1beta/models/".length(), path.lastIndexOf(':'));
            stream(OtherProtocols.gemini(model, body), new Dialog.Gemini(thought()));
            return;
        }
        if (path.equals("/v1/messages")) {
            stream(OtherProtocols.anthropic(body), new Dialog.Anthropic(thought()));
            return;
        }
        boolean chat = path.startsWith("/v1/chat");
        Protocol.Wanted wanted = Protocol.read(body, chat);
        if (wanted.stream()) {
            stream(wanted, new Dialog.OpenAi(chat, thought()));
        } else {
            whole(wanted, chat);
        }
    }

    /// Repeats the key it was given, as careless servers do.
    private String died() {
        return "The engine died" + authorization.map(a -> " for " + a).orElse("");
    }

    private String thought() {
        return fault == MockFault.THINKING ? "Let me think about “this”." : "";
    }

    private void inOnePiece(JsonNode reply) throws IOException, InterruptedException {
        switch (fault) {
            case HANG -> {
                sender.half(reply);
                server.hang();
            }
            // The exchange is closed afterwards, and with it the connection.
            case CUT -> sender.half(reply);
            case HALF_CHARACTER -> sender.half(reply, 0xe2, 0x80);
            case SHORT -> sender.shortened(reply);
            case BAD_BYTE -> sender.spoilt(reply);
            case ERROR_MIDWAY -> error(200, died(), "server_error");
            default -> sender.json(200, reply);
        }
    }

    private void whole(Protocol.Wanted wanted, boolean chat)
            throws IOException, InterruptedException {
        Request request = wanted.request();
        ObjectNode root = Protocol.frame(chat, false);
        ArrayNode choices = root.putArray("choices");
        int answered = 0;
        int answers = fault == MockFault.ONE_ANSWER ? 1 : wanted.n();
        for (int i = 0; i < answers; i++) {
            Limited answer = limited(request, i);
            answered += answer.pieces().size();
            String text = String.join("", answer.pieces());
            ObjectNode choice = choices.addObject().put("index", i);
            List<LogProbs.Token> tokens = new ArrayList<>();
            if (wanted.echo() && request.input() instanceof Request.Completion(String prompt)) {
                tokens.addAll(LogProbs.ofPrompt(prompt));
                text = prompt + text;
            }
            if (wanted.top() >= 0) {
                tokens.addAll(LogProbs.ofAnswer(request.input(), answer.pieces()));
            }
            if (chat) {
                choice.putObject("message").put("role", "assistant").put("content", text);
            } else {
                choice.put("text", text);
            }
            if (wanted.top() >= 0) {
                choice.set(
                        "logprobs",
                        chat
                                ? LogProbs.chat(tokens, wanted.top())
                                : LogProbs.completion(tokens, wanted.top(), wanted.echo()));
            }
            choice.put("finish_reason", finish(answer));
        }
        if (fault != MockFault.NO_USAGE) {
            Protocol.usage(root, promptTokens(request), answered);
        }
        inOnePiece(root);
    }

    private void stream(Protocol.Wanted wanted, Dialog dialog)
            throws IOException, InterruptedException {
        Limited answer = limited(wanted.request(), 0);
        boolean broken = fault == MockFault.CUT || fault == MockFault.HALF_CHARACTER;
        OutputStream out = sender.events(broken);
        int prompt = promptTokens(wanted.request());
        for (Dialog.Event event : dialog.begin(prompt)) {
            send(out, event);
        }
        int sent = 0;
        for (String piece : answer.pieces()) {
            if (!trouble.perPiece().isZero()) {
                Thread.sleep(trouble.perPiece());
            }
            send(out, dialog.piece(piece));
            if (++sent == (answer.pieces().size() + 1) / 2 && endsMidway(out, dialog)) {
                return;
            }
        }
        boolean usage = fault != MockFault.NO_USAGE;
        for (Dialog.Event event :
                dialog.end(finish(answer), prompt, answer.pieces().size(), usage)) {
            send(out, event);
        }
        if (fault == MockFault.LINGER) {
            out.flush();
            server.hang();
        }
        out.close();
    }

    private void send(OutputStream out, Dialog.Event event) throws IOException {
        String text =
                (event.name().isEmpty() ? "" : "event: " + event.name() + "\n")
                        + "data: "
                        + event.data()
                        + "\n\n";
        switch (fault) {
            case SPLIT_CHARACTERS -> Sender.split(out, text);
            case DUPLICATES -> {
                number++;
                Sender.bytes(out, "id: " + number + "\n" + text);
                Sender.bytes(out, "id: " + number + "\n" + text);
            }
            default -> {
                // What comes at the same moment goes in the same packet.
                out.write(text.getBytes(StandardCharsets.UTF_8));
                if (!trouble.perPiece().isZero()) {
                    out.flush();
                }
            }
        }
    }

    private boolean endsMidway(OutputStream out, Dialog dialog)
            throws IOException, InterruptedException {
        if (fault != MockFault.NONE) {
            out.flush();
        }
        switch (fault) {
            case CUT -> {}
            case HALF_CHARACTER -> {
                out.write("data: {\"text\":\"".getBytes(StandardCharsets.UTF_8));
                out.write(0xe2);
                out.write(0x80);
                out.flush();
            }
            case BAD_BYTE -> {
                out.write("data: {\"text\":\"".getBytes(StandardCharsets.UTF_8));
                out.write(0xff);
                out.write("\"}\n\n".getBytes(StandardCharsets.UTF_8));
                out.close();
            }
            case SHORT -> out.close();
            case HANG -> server.hang();
            case ERROR_MIDWAY -> {
                send(out, dialog.error(died()));
                out.close();
            }
            case CONTENT_FILTER -> {
                for (Dialog.Event event : dialog.end("content_filter", 1, 1, true)) {
                    send(out, event);
                }
                out.close();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private String finish(Limited answer) {
        return fault == MockFault.CONTENT_FILTER
                ? "content_filter"
                : answer.cut() ? "length" : "stop";
    }

    private static Limited limited(Request request, int index) {
        Sampling s = request.sampling();
        Sampling own =
                index == 0
                        ? s
                        : new Sampling(
                                s.temperature(),
                                s.topP(),
                                s.topK(),
                                s.maxTokens(),
                                OptionalLong.of(s.seed().orElse(0) + index),
                                s.stop());
        return Limited.of(Mind.answer(request.input(), own), own);
    }

    private static int promptTokens(Request request) {
        return switch (request.input()) {
            case Request.Completion(String text) -> Pieces.count(text);
            case Request.Chat(List<Message> messages) ->
                    messages.stream().mapToInt(m -> Pieces.count(m.content()) + 1).sum();
        };
    }
}
