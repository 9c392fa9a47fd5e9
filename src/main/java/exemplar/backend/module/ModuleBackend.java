package exemplar.backend.module;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Reply.Finish;
import exemplar.backend.Request;
import exemplar.backend.Secret;
import exemplar.backend.wire.Call;
import exemplar.backend.wire.Received;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.WireFault;
import exemplar.model.Message;
import exemplar.model.Picture;
import exemplar.model.Role;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// A provider spoken to through its langchain4j module over our wire. Safe for any number of
/// threads: each question has a module object of its own.
public abstract class ModuleBackend implements Backend {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;
    private final URI base;
    private final Secret key;

    /// @param wire closed with this backend
    /// @param base up to and with the version
    protected ModuleBackend(Wire wire, URI base, Secret key) {
        this.wire = wire;
        this.base = URI.create(base.toString().replaceFirst("/+$", ""));
        this.key = key;
    }

    /// The module's model for one request, speaking through that client.
    protected abstract StreamingChatModel model(HttpClientBuilder http, Request request);

    /// A watch over one stream.
    protected abstract Guard guard();

    /// What the provider cannot do, in a sentence that completes “The provider does not know …”.
    protected abstract Optional<String> unknown(Request request);

    /// The question for the list of models.
    protected abstract Call listCall();

    /// The member of its answer that is the list.
    protected abstract String listMember();

    /// The id of one model of the list.
    protected abstract String listedId(JsonNode model);

    /// Whether any message of a question is of that kind.
    protected static boolean anyMessage(Request request, Predicate<Message> kind) {
        return request.input() instanceof Request.Chat(List<Message> messages)
                && messages.stream().anyMatch(kind);
    }

    protected final URI base() {
        return base;
    }

    protected final Secret key() {
        return key;
    }

    @Override
    public String name() {
        return where();
    }

    @Override
    public Optional<String> identity(String model) {
        return Optional.of(base + "\n" + model);
    }

    @Override
    public Listing list() {
        try {
            Received reply = wire.whole(listCall());
            JsonNode answer = JSON.readTree(reply.body());
            JsonNode models = answer.path(listMember());
            if (!models.isArray()) {
                return unlisted("does not follow its protocol");
            }
            List<String> ids = new ArrayList<>();
            models.forEach(m -> ids.add(listedId(m)));
            ids.removeIf(String::isEmpty);
            return new Listed(List.copyOf(ids));
        } catch (WireFault e) {
            return new NotListed(e.fault());
        } catch (JsonProcessingException e) {
            return unlisted("is no JSON");
        }
    }

    private Listing unlisted(String why) {
        return new NotListed(
                new Fault.Malformed(
                        where() + " sent a list of models that " + why + ". Check the base URL."));
    }

    @Override
    public List<String> models() {
        return list() instanceof Listed(List<String> ids) ? ids : List.of();
    }

    @Override
    public Outcome ask(Request request, Sink sink) {
        if (!(request.input() instanceof Request.Chat(List<Message> messages))) {
            return unable("raw completions, only chat. Choose a chat layout");
        }
        if (messages.stream().anyMatch(m -> m.role() == Role.SYSTEM && m.content().isBlank())) {
            return unable("empty system messages. Leave the instruction out, or write one");
        }
        if (instructedMidway(messages)) {
            // A module would move it to the beginning, which is another prompt.
            return unable("system messages in the middle of a chat. Put the instruction first");
        }
        Optional<String> unknown = unknown(request);
        if (unknown.isPresent()) {
            return unable(unknown.get());
        }
        Hearing hearing = new Hearing(sink);
        Guard guard = guard();
        ModuleHttp http = new ModuleHttp(wire, key, guard, () -> hearing.error().isPresent());
        try {
            model(http, request).chat(chat(messages, request), hearing);
        } catch (RuntimeException e) {
            if (http.fault().isEmpty()) {
                hearing.onError(e);
            }
        }
        return outcome(request, http, hearing, guard);
    }

    private static boolean instructedMidway(List<Message> messages) {
        return messages.stream()
                .dropWhile(m -> m.role() == Role.SYSTEM)
                .anyMatch(m -> m.role() == Role.SYSTEM);
    }

    private Outcome outcome(Request request, ModuleHttp http, Hearing hearing, Guard guard) {
        if (http.fault().isPresent()) {
            return new Outcome.Failed(http.fault().get(), hearing.text());
        }
        if (http.received().isEmpty() || hearing.response().isEmpty()) {
            return new Outcome.Failed(
                    http.received().isEmpty()
                            ? new Fault.BadRequest(
                                    "This prompt cannot be written as a request to "
                                            + where()
                                            + ". Nothing was sent; check that no message is empty.")
                            : new Fault.Malformed(
                                    where()
                                            + " sent an answer that does not follow its protocol. Check the base URL."),
                    hearing.text());
        }
        Received received = http.received().get();
        ChatResponse response = hearing.response().get();
        Optional<TokenUsage> usage = Optional.ofNullable(response.tokenUsage());
        return new Outcome.Answered(
                new Reply(
                        hearing.text(),
                        hearing.reasoning(),
                        finish(Optional.ofNullable(response.finishReason())),
                        count(usage.map(TokenUsage::inputTokenCount)),
                        count(
                                usage.map(TokenUsage::outputTokenCount)
                                        .map(n -> n + guard.thoughtTokens())),
                        received.latency(),
                        firstToken(
                                received,
                                hearing.firstText() - http.sent(),
                                hearing.firstText() != 0),
                        request.told(received.exchange())));
    }

    /// To the first text, as far as the wire's own clock goes.
    private static Duration firstToken(Received received, long nanos, boolean any) {
        return any && nanos < received.latency().toNanos()
                ? Duration.ofNanos(nanos)
                : received.latency();
    }

    /// A module counts zero where the provider counts nothing.
    private static OptionalInt count(Optional<Integer> tokens) {
        return tokens.filter(n -> n > 0).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Finish finish(Optional<FinishReason> reason) {
        return reason.map(r ->
                        switch (r) {
                            case STOP -> Finish.STOP;
                            case LENGTH -> Finish.LENGTH;
                            case CONTENT_FILTER -> Finish.FILTERED;
                            default -> Finish.OTHER;
                        })
                .orElse(Finish.OTHER);
    }

    private static ChatRequest chat(List<Message> messages, Request request) {
        List<ChatMessage> said = new ArrayList<>();
        for (Message m : messages) {
            said.add(
                    switch (m.role()) {
                        case SYSTEM -> SystemMessage.from(m.content());
                        case USER ->
                                m.pictures().isEmpty()
                                        ? UserMessage.from(m.content())
                                        : UserMessage.from(parts(m));
                        case ASSISTANT -> AiMessage.from(m.content());
                    });
        }
        ChatRequest.Builder chat = ChatRequest.builder().messages(said).modelName(request.model());
        request.sampling().temperature().ifPresent(chat::temperature);
        request.sampling().topP().ifPresent(chat::topP);
        request.sampling().topK().ifPresent(chat::topK);
        request.sampling().maxTokens().ifPresent(chat::maxOutputTokens);
        if (!request.sampling().stop().isEmpty()) {
            chat.stopSequences(request.sampling().stop());
        }
        return chat.build();
    }

    private static List<Content> parts(Message message) {
        List<Content> parts = new ArrayList<>();
        for (Message.Part part : message.parts()) {
            parts.add(
                    switch (part) {
                        case Message.Words(String text) -> TextContent.from(text);
                        case Message.Shown(Picture picture) ->
                                ImageContent.from(picture.base64(), picture.mimeType());
                    });
        }
        return parts;
    }

    private Outcome unable(String what) {
        return new Outcome.Failed(
                new Fault.Unable(where() + " does not know " + what + ". Nothing was sent."), "");
    }

    /// Host and, where it is given, port.
    protected final String where() {
        return base.getHost() == null
                ? base.toString()
                : base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
    }

    @Override
    public void close() {
        wire.close();
    }
}
