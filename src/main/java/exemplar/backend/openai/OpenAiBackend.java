package exemplar.backend.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.Abilities;
import exemplar.backend.Backend;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Reply.Finish;
import exemplar.backend.Request;
import exemplar.backend.Secret;
import exemplar.backend.SeveralAnswers;
import exemplar.backend.TextVectors;
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
public final class OpenAiBackend
        implements Backend, SeveralAnswers, NextTokens, ContinuationScorer, TextVectors {
    /// What OpenAI's own servers allow.
    private static final int MOST_ANSWERS = 128;

    private final Wire wire;
    private final URI base;
    private final URI chats;
    private final URI completions;
    private final List<Call.SecretHeader> key;
    private final Dialect dialect;
    private final Bodies bodies;
    private final Likelihoods likelihoods;

    /// @param wire closed with this backend
    /// @param base up to and with the version, such as `http://localhost:8000/v1`
    public OpenAiBackend(Wire wire, URI base, Optional<Secret> key, Dialect dialect) {
        this.wire = wire;
        this.base = URI.create(base.toString().replaceFirst("/+$", ""));
        this.chats = address("chat/completions");
        this.completions = address("completions");
        this.key =
                key.filter(k -> !k.isEmpty())
                        .map(k -> List.of(new Call.SecretHeader("Authorization", "Bearer ", k)))
                        .orElse(List.of());
        this.dialect = dialect;
        this.bodies = new Bodies(dialect);
        this.likelihoods = new Likelihoods(where(), dialect, bodies);
    }

    @Override
    public String name() {
        return where();
    }

    @Override
    public Listing list() {
        try {
            Received reply = wire.whole(Call.get(address("models"), key));
            JsonNode data = read(reply).path("data");
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
        Call call = Call.post(address(chat), key, bodies.streamed(request).toString());
        Answer answer = new Answer(where(), sink);
        long start = System.nanoTime();
        try {
            Received received = wire.events(call, (name, data) -> answer.take(data));
            if (!answer.complete()) {
                return new Outcome.Failed(Wire.cut(call), answer.text());
            }
            return answer.finish() == Finish.FILTERED
                    ? new Outcome.Failed(filtered(), answer.text())
                    : new Outcome.Answered(reply(request, answer, received, start));
        } catch (WireFault e) {
            return new Outcome.Failed(e.fault(), answer.text());
        }
    }

    @Override
    public int mostAnswers() {
        return MOST_ANSWERS;
    }

    @Override
    public Drawn several(Request request, int answers) {
        Optional<Fault> unable = unable(request);
        if (unable.isPresent()) {
            return new SeveralAnswers.NotTold(unable.get());
        }
        boolean chat = request.input() instanceof Request.Chat;
        String body = bodies.of(request).put("n", answers).toString();
        try {
            Received received = wire.whole(Call.post(address(chat), key, body));
            JsonNode said = read(received);
            if (!said.path("choices").isArray()) {
                throw Answer.unreadable(where(), "“choices” is no list");
            }
            List<Reply> replies = new ArrayList<>();
            for (JsonNode choice : said.path("choices")) {
                Answer answer = new Answer(where(), Sink.NONE);
                answer.take(choice);
                if (answer.finish() != Finish.FILTERED && replies.size() < answers) {
                    replies.add(reply(request, answer, received, 0));
                }
            }
            if (replies.isEmpty()) {
                throw said.path("choices").isEmpty()
                        ? Answer.unreadable(where(), "“choices” is empty")
                        : new WireFault(filtered());
            }
            Answer all = new Answer(where(), Sink.NONE);
            all.usage(said.path("usage"));
            return new SeveralAnswers.Told(replies, all.promptTokens(), all.answerTokens());
        } catch (WireFault e) {
            return new SeveralAnswers.NotTold(e.fault());
        }
    }

    @Override
    public Next next(String model, Request.Input prompt, String begun, int most) {
        boolean chat = prompt instanceof Request.Chat;
        try {
            String body = likelihoods.nextBody(model, prompt, begun, most).toString();
            Received reply = wire.whole(Call.post(address(chat), key, body));
            JsonNode said = read(reply);
            return new NextTokens.Told(likelihoods.next(said, chat), reply.exchange());
        } catch (WireFault e) {
            return new NextTokens.NotTold(e.fault());
        }
    }

    /// By having the prompt and each text repeated with its log-probabilities; raw completions
    /// only.
    @Override
    public Scoring score(String model, Request.Input prompt, List<String> continuations) {
        if (!(prompt instanceof Request.Completion(String text))) {
            return new NotScored(
                    new Fault.Unable(
                            where()
                                    + " tells log-probabilities of raw completions only, not of a chat."));
        }
        int length = text.codePointCount(0, text.length());
        List<Score> scores = new ArrayList<>();
        StringBuilder asked = new StringBuilder();
        StringBuilder told = new StringBuilder();
        try {
            for (String continuation : continuations) {
                String body = likelihoods.echoBody(model, text + continuation).toString();
                Received reply = wire.whole(Call.post(address(false), key, body));
                scores.add(likelihoods.after(read(reply), length));
                asked.append(reply.exchange().request()).append('\n');
                told.append(reply.exchange().reply()).append('\n');
            }
        } catch (WireFault e) {
            return new NotScored(e.fault());
        }
        return new Scored(scores, new Reply.Exchange(asked.toString(), told.toString()));
    }

    @Override
    public Vectors vectors(String model, List<String> texts) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", model);
        texts.forEach(body.putArray("input")::add);
        try {
            Received reply = wire.whole(Call.post(address("embeddings"), key, body.toString()));
            JsonNode data = read(reply).path("data");
            float[][] vectors = new float[texts.size()][];
            for (JsonNode item : data) {
                int index = item.path("index").asInt(-1);
                JsonNode numbers = item.path("embedding");
                if (index < 0
                        || index >= vectors.length
                        || !numbers.isArray()
                        || numbers.isEmpty()) {
                    throw Answer.unreadable(where(), "an embedding has no index or no numbers");
                }
                float[] vector = new float[numbers.size()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = (float) numbers.get(i).asDouble();
                }
                vectors[index] = vector;
            }
            for (float[] vector : vectors) {
                if (vector == null || vector.length != vectors[0].length) {
                    throw Answer.unreadable(
                            where(), "an embedding is missing or of another length");
                }
            }
            return new Found(List.of(vectors));
        } catch (WireFault e) {
            return new NotFound(e.fault());
        }
    }

    /// A whole reply as JSON. A server may repeat the key in an error; what is kept of the exchange
    /// does not have it.
    private JsonNode read(Received reply) throws WireFault {
        try {
            return Answer.parse(where(), reply.body());
        } catch (WireFault e) {
            return Answer.parse(where(), reply.exchange().reply());
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

    private static Reply reply(Request request, Answer answer, Received received, long start) {
        return new Reply(
                answer.text(),
                answer.reasoning(),
                answer.finish(),
                answer.promptTokens(),
                answer.answerTokens(),
                received.latency(),
                firstToken(received, answer.firstText() - start, answer.firstText() != 0),
                request.told(received.exchange()));
    }

    /// To the first text, as far as the wire's own clock goes.
    private static Duration firstToken(Received received, long nanos, boolean any) {
        return any && nanos < received.latency().toNanos()
                ? Duration.ofNanos(nanos)
                : received.latency();
    }

    private Fault filtered() {
        return new Fault.ContentFiltered(
                where()
                        + " withheld the answer because of its content. The text of the item or of a"
                        + " demonstration has to change, or another model be asked.");
    }

    private URI address(boolean chat) {
        return chat ? chats : completions;
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
