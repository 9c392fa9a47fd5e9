package exemplar.cli;

import exemplar.backend.Abilities;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.gateway.ModelCard;
import exemplar.backend.gateway.Probe;
import exemplar.backend.gateway.Terms;
import exemplar.model.Message;
import exemplar.model.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Asks a model one short question and says how it went.",
        footer = "  exemplar models test smollm2-135m",
        exitCodeList = "1:The model did not answer.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Parameters(paramLabel = "NAME", description = "A name of 'exemplar models list'.")
    String name = "";

    TestCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Models.available(services.gateway(), List.of(name));
        Models.file(services.gateway(), name)
                .ifPresent(l ->
                        console.say(
                                "%s is a model of the family %s, packed as %s; it takes %,d tokens and needs about %,d MB of memory."
                                        .formatted(
                                                name,
                                                l.family(),
                                                l.packing(),
                                                l.context(),
                                                l.needed() >> 20)));
        Abilities known = services.gateway().model(name).map(ModelCard::abilities).orElseThrow();
        if (known.vectorsOnly()) {
            return testVectors();
        }
        Outcome outcome =
                Interruption.during(() ->
                        services.gateway()
                                .ask(
                                        name,
                                        new Request.Chat(
                                                List.of(
                                                        new Message(
                                                                Role.USER,
                                                                "Say hello in one short"
                                                                        + " sentence."))),
                                        Terms.of(Sampling.greedy(24)).withoutCache(),
                                        piece -> {
                                            console.exact(piece);
                                            console.flush();
                                        }));
        console.line("");
        return switch (outcome) {
            case Outcome.Answered(var reply) -> {
                console.say(
                        "%s answered in %,d ms, first text after %,d ms, %d + %d tokens"
                                .formatted(
                                        name,
                                        reply.latency().toMillis(),
                                        reply.firstToken().toMillis(),
                                        reply.promptTokens().orElse(0),
                                        reply.answerTokens().orElse(0)));
                Probe probe = Interruption.during(() -> services.gateway().probe(name));
                console.say(abilities(probe.abilities()));
                yield 0;
            }
            case Outcome.Failed(var fault, var partial) ->
                    throw new Trouble(Trouble.FINDINGS, fault.message());
        };
    }

    /// Of a model that writes nothing.
    private int testVectors() throws IOException {
        long start = System.nanoTime();
        Probe probe = Interruption.during(() -> services.gateway().probe(name));
        if (probe.fault().isPresent()) {
            throw new Trouble(Trouble.FINDINGS, probe.fault().get().message());
        }
        console.say(
                "%s gave a vector in %,d ms. It gives vectors of texts and writes none: exemplar models embed TEXT --model %s"
                        .formatted(name, (System.nanoTime() - start) / 1_000_000, name));
        return 0;
    }

    private static String abilities(Abilities can) {
        List<String> words = new ArrayList<>();
        words.add((can.chat() ? "chat" : "no chat"));
        words.add((can.completion() ? "raw completions" : "no raw completions"));
        words.add(
                can.labelScores()
                        ? "exact label scores"
                        : can.topLogProbabilities() > 0
                                ? "the %d likeliest tokens".formatted(can.topLogProbabilities())
                                : "no probabilities, labels are sampled");
        if (can.images()) {
            words.add("images");
        }
        if (can.embeddings()) {
            words.add("embeddings");
        }
        if (can.seed()) {
            words.add("seeds");
        }
        if (can.several()) {
            words.add("several answers at once");
        }
        return "It knows: " + String.join(", ", words) + ".";
    }
}
