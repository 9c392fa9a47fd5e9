package exemplar.backend.gateway;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.SeveralAnswers;
import exemplar.backend.TextVectors;
import exemplar.model.Message;
import exemplar.model.Picture;
import exemplar.model.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a model turned out to be able to do when it was tried with a few short questions.
///
/// @param fault why it could not be asked at all; the abilities are then as they were known
/// @param latency of the sample, from sending to the last byte
/// @param sample what it answered
/// @param abilities as found; what cannot be tried (seed, streaming, context), and what was tried
///   in vain as the line broke or the server was busy, as known
public record Probe(Optional<Fault> fault, Duration latency, String sample, Abilities abilities) {
    private static final String ASKED = "Say the word ready.";

    /// A white point.
    private static final Picture DOT =
            new Picture(
                    "image/png",
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    private static final int WANTED = 20;
    private static final int MODEST = 5;

    /// Tries a model. Sends up to eight short requests.
    ///
    /// @param onServer whether a server runs it, which alone knows whether it takes images
    static Probe of(Backend backend, String model, boolean onServer) {
        Abilities known = backend.abilities(model);
        Outcome chat =
                backend.ask(
                        new Request(
                                model,
                                new Request.Chat(List.of(new Message(Role.USER, ASKED))),
                                Sampling.greedy(16)),
                        Answerer.Sink.NONE);
        Outcome completion =
                cancelled(chat)
                        ? chat
                        : backend.ask(
                                new Request(
                                        model, new Request.Completion(ASKED), Sampling.greedy(16)),
                                Answerer.Sink.NONE);
        Optional<Reply> answer = reply(chat).or(() -> reply(completion));
        if (refused(chat) && refused(completion) && vectors(backend, model, false)) {
            return ofVectors(known);
        }
        if (answer.isEmpty()) {
            return new Probe(fault(chat).or(() -> fault(completion)), Duration.ZERO, "", known);
        }
        boolean canChat = can(chat, known.chat());
        boolean canComplete = can(completion, known.completion());
        Request.Input prompt =
                reply(completion).isPresent()
                        ? new Request.Completion("Yes or no? Answer:")
                        : new Request.Chat(List.of(new Message(Role.USER, "Yes or no?")));
        Abilities found =
                new Abilities(
                        canChat,
                        canComplete,
                        known.streaming(),
                        canComplete && scores(backend, model, prompt, known.labelScores()),
                        tokens(backend, model, prompt, known.topLogProbabilities()),
                        known.images() || onServer && canChat && images(backend, model),
                        vectors(backend, model, known.embeddings()),
                        known.seed(),
                        several(backend, model, prompt, known.several()),
                        known.context());
        if (Thread.currentThread().isInterrupted()) {
            // What was not tried any more is not what it cannot do.
            return new Probe(
                    Optional.of(new Fault.Cancelled("Stopped before everything was tried.")),
                    answer.get().latency(),
                    answer.get().text(),
                    known);
        }
        return new Probe(Optional.empty(), answer.get().latency(), answer.get().text(), found);
    }

    /// Of a model that writes nothing and gives vectors.
    private static Probe ofVectors(Abilities known) {
        return new Probe(
                Optional.empty(),
                Duration.ZERO,
                "",
                new Abilities(false, false, false, false, 0, false, true, false, known.context()));
    }

    private static boolean cancelled(Outcome outcome) {
        return fault(outcome).filter(f -> f instanceof Fault.Cancelled).isPresent();
    }

    /// Whether it can, as it was tried; where the try was in vain, as it was known.
    private static boolean can(Outcome outcome, boolean known) {
        return reply(outcome).isPresent()
                || fault(outcome).filter(Probe::isPassing).isPresent() && known;
    }

    /// Whether the model gave no answer, and not for want of a line.
    private static boolean refused(Outcome outcome) {
        return fault(outcome).filter(f -> !isPassing(f)).isPresent();
    }

    /// Whether a fault says nothing about what the model can do: the line broke, or the server was
    /// busy.
    private static boolean isPassing(Fault fault) {
        return switch (fault) {
            case Fault.RateLimited f -> true;
            case Fault.Exhausted f -> true;
            case Fault.Overloaded f -> true;
            case Fault.Network f -> true;
            case Fault.Timeout f -> true;
            case Fault.Cancelled f -> true;
            case Fault.Auth f -> false;
            case Fault.BadRequest f -> false;
            case Fault.ContextTooLong f -> false;
            case Fault.ModelMissing f -> false;
            case Fault.ContentFiltered f -> false;
            case Fault.Malformed f -> false;
            case Fault.Unable f -> false;
        };
    }

    private static boolean scores(
            Backend backend, String model, Request.Input prompt, boolean known) {
        return backend instanceof ContinuationScorer scorer
                && switch (scorer.score(model, prompt, List.of(" yes"))) {
                    case ContinuationScorer.Scored s -> true;
                    case ContinuationScorer.NotScored(Fault f) -> isPassing(f) && known;
                };
    }

    private static int tokens(Backend backend, String model, Request.Input prompt, int known) {
        if (backend instanceof NextTokens tokens) {
            for (int most : new int[] {WANTED, MODEST}) {
                switch (tokens.next(model, prompt, "", most)) {
                    case NextTokens.Told told -> {
                        return told.chances().isEmpty() ? 0 : most;
                    }
                    case NextTokens.NotTold(Fault f) -> {
                        if (isPassing(f)) {
                            return known;
                        }
                    }
                }
            }
        }
        return 0;
    }

    /// Servers of models that see nothing refuse an image.
    private static boolean images(Backend backend, String model) {
        return reply(
                        backend.ask(
                                new Request(
                                        model,
                                        new Request.Chat(
                                                List.of(
                                                        new Message(
                                                                Role.USER,
                                                                "One word: what is this?",
                                                                List.of(DOT)))),
                                        Sampling.greedy(4)),
                                Answerer.Sink.NONE))
                .isPresent();
    }

    /// Some servers refuse to give several answers to one request, some give one all the same.
    private static boolean several(
            Backend backend, String model, Request.Input prompt, boolean known) {
        return backend instanceof SeveralAnswers several
                && switch (several.several(new Request(model, prompt, Sampling.drawn(2)), 2)) {
                    case SeveralAnswers.Told told -> told.replies().size() == 2;
                    case SeveralAnswers.NotTold(Fault f) -> isPassing(f) && known;
                };
    }

    private static boolean vectors(Backend backend, String model, boolean known) {
        return backend instanceof TextVectors vectors
                && switch (vectors.vectors(model, List.of("ready"))) {
                    case TextVectors.Found f -> true;
                    case TextVectors.NotFound(Fault f) -> isPassing(f) && known;
                };
    }

    private static Optional<Reply> reply(Outcome outcome) {
        return outcome instanceof Outcome.Answered(Reply r) ? Optional.of(r) : Optional.empty();
    }

    private static Optional<Fault> fault(Outcome outcome) {
        return outcome instanceof Outcome.Failed(Fault f, String partial)
                ? Optional.of(f)
                : Optional.empty();
    }
}
