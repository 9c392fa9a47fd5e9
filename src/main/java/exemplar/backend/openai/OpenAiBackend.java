package exemplar.backend.openai;

import com.fasterxml.jackson.databind.JsonNode;
import exemplar.backend.Abilities;
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
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A server that speaks OpenAI's protocol. Safe for any number of threads.
public final class OpenAiBackend implements Backend {
    private final Wire wire;
    private final URI base;
    private final List<Call.SecretHeader> key;
    private final Dialect dialect;
    private final Bodies bodies;

    /// @param wire closed with this backend
    /// @param base up to and with the version, such as `http://localhost:8000/v1`
    public OpenAiBackend(Wire wire, URI base, Optional<Secret> key, Dialect dialect) {
        this.wire = wire;
        this.base = URI.create(base.toString().replaceFirst("/+$", ""));
        this.key =
                key.filter(k -> !k.isEmpty())
                        .map(k -> List.of(new Call.SecretHeader("Authorization", "Bearer ", k)))
                        .orElse(List.of());
        this.dialect = dialect;
        this.bodies = new Bodies(dialect);
    }

    @Override
    public String name() {
        return where();
    }

    @Override
    public Listing list() {
        try {
            Received reply = wire.whole(Call.get(address("models"), key));
            JsonNode data = Answer.parse(where(), reply.body()).path("data");
            if (!data.isArray()) {
                throw Answer.unreadable(where(), "“data” is no list");
            }
            List<String> ids = new ArrayList<>();
            data.forEach(m -> ids.add(m.path("id").asText("")));
            ids.removeIf(String::isEmpty);
            return new Listed(List.copyOf(ids));
        } catch (WireFault e) {
            return new NotListed(e.fault());
        }
    }

    @Override
    public List<String> models() {
        return list() instanceof Listed(List<String> ids) ? ids : List.of();
    }

    @Override
    public Optional<String> identity(String model) {
        return Optional.of(base + "\n" + model);
    }

    @Override
    public Abilities abilities(String model) {
        return dialect.usual();
    }

    @Override
    public Outcome ask(Request request, Sink sink) {
        Optional<Fault> unable = unable(request);
        if (unable.isPresent()) {
            return new Outcome.Failed(unable.get(), "");
        }
        boolean chat = request.input() instanceof Request.Chat;
        Call call =
                Call.post(
                        address(chat ? "chat/completions" : "completions"),
                        key,
                        bodies.streamed(request).toString());
        Answer answer = new Answer(where(), sink);
        long start = System.nanoTime();
        try {
            Received received = wire.events(call, (name, data) -> answer.take(data));
            if (!answer.complete()) {
                return new Outcome.Failed(Wire.cut(call), answer.text());
            }
            return answer.finish() == Finish.FILTERED
                    ? new Outcome.Failed(filtered(), answer.text())
                    : new Outcome.Answered(reply(answer, received, start));
        } catch (WireFault e) {
            return new Outcome.Failed(e.fault(), answer.text());
        }
    }

    /// What the server cannot do, refused before anything is sent.
    private Optional<Fault> unable(Request request) {
        String what =
                request.sampling().topK().isPresent() && !dialect.topK()
                        ? "top-k. Leave it open, or use top-p"
                        : request.sampling().seed().isPresent() && dialect.seedMember().isEmpty()
                                ? "seeds. Leave the seed open"
                                : request.input() instanceof Request.Completion
                                                && !dialect.usual().completion()
                                        ? "raw completions, only chat. Choose a chat layout"
                                        : "";
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Fault.Unable(
                                where() + " does not know " + what + ". Nothing was sent."));
    }

    private static Reply reply(Answer answer, Received received, long start) {
        return new Reply(
                answer.text(),
                answer.reasoning(),
                answer.finish(),
                answer.promptTokens(),
                answer.answerTokens(),
                received.latency(),
                answer.firstText() == 0
                        ? received.latency()
                        : Duration.ofNanos(answer.firstText() - start),
                received.exchange());
    }

    private Fault filtered() {
        return new Fault.ContentFiltered(
                where()
                        + " withheld the answer because of its content. The text of the item or of a"
                        + " demonstration has to change, or another model be asked.");
    }

    private URI address(String path) {
        return URI.create(base + "/" + path);
    }

    private String where() {
        return base.getHost() == null
                ? base.toString()
                : base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
    }

    @Override
    public void close() {
        wire.close();
    }
}
