package exemplar.backend.llama;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// One answer in the making: token by token, until the model, a stop text or the limit ends it.
final class Answering {
    private static final int USUAL_LENGTH = 256;

    private final Engine engine;
    private final Answerer.Sink sink;
    private final StringBuilder text;
    private final long start;

    /// @param text gets the answer as it grows
    /// @param start when it was asked, in nanoseconds
    Answering(Engine engine, Answerer.Sink sink, StringBuilder text, long start) {
        this.engine = engine;
        this.sink = sink;
        this.text = text;
        this.start = start;
    }

    /// The prompt, if it leaves room for an answer.
    ///
    /// @throws EngineFault with the numbers when it does not
    static PromptTokens fitting(Engine engine, Request.Input input) throws EngineFault {
        PromptTokens prompt = PromptTokens.of(engine.vocabulary(), engine.chat(), input);
        int most = engine.model().mostTokens();
        if (prompt.tokens().length >= most) {
            throw new EngineFault(
                    new Fault.ContextTooLong(
                            "The prompt has %,d tokens and this model takes %,d. Use fewer demonstrations."
                                    .formatted(prompt.tokens().length, most)));
        }
        return prompt;
    }

    Outcome answer(Request request) throws InterruptedException, EngineFault {
        PromptTokens prompt = fitting(engine, request.input());
        Sampling sampling = request.sampling();
        int room =
                Math.min(
                        sampling.maxTokens().orElse(USUAL_LENGTH),
                        engine.model().mostTokens() - prompt.tokens().length);
        Sampler sampler = new Sampler(sampling);
        Utf8Stream bytes = new Utf8Stream();
        StopText stop = new StopText(sampling.stop());
        Reply.Finish finish = Reply.Finish.LENGTH;
        int answered = 0;
        Optional<Duration> first = Optional.empty();
        try (Engine.Turn turn = engine.take()) {
            Evaluation evaluation = turn.evaluation();
            float[] logits =
                    evaluation.prompt(
                            prompt.tokens(), room, at -> sink.read(at, prompt.tokens().length));
            while (answered < room) {
                int token = sampler.next(logits);
                if (first.isEmpty()) {
                    first = Optional.of(Duration.ofNanos(System.nanoTime() - start));
                }
                if (engine.vocabulary().isEnd(token)) {
                    finish = Reply.Finish.STOP;
                    break;
                }
                answered++;
                say(stop.add(bytes.add(engine.vocabulary().piece(token, false))));
                if (stop.found()) {
                    finish = Reply.Finish.STOP;
                    break;
                }
                if (answered < room) {
                    logits = evaluation.next(token);
                }
            }
        }
        if (!stop.found()) {
            say(stop.add(bytes.end()));
            say(stop.rest());
        }
        Duration all = Duration.ofNanos(System.nanoTime() - start);
        return new Outcome.Answered(
                new Reply(
                        text.toString(),
                        "",
                        finish,
                        OptionalInt.of(prompt.tokens().length),
                        OptionalInt.of(answered),
                        all,
                        first.orElse(all),
                        new Reply.Exchange(prompt.text(), text.toString())));
    }

    private void say(String piece) {
        if (!piece.isEmpty()) {
            text.append(piece);
            sink.text(piece);
        }
    }
}
