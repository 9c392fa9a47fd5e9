package exemplar.backend.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.Outcome;
import exemplar.backend.Reply.Exchange;
import exemplar.backend.Request;
import exemplar.backend.label.LabelScorer.NotScored;
import exemplar.backend.label.LabelScorer.Options;
import exemplar.backend.label.LabelScorer.Scored;
import exemplar.backend.mock.MockBackend;
import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.backend.openai.Dialect;
import exemplar.backend.openai.OpenAiBackend;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.Witness;
import exemplar.model.Label;
import exemplar.model.Message;
import exemplar.model.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LabelScorerTest {
    private static final List<Label> CARDS =
            List.of(Label.of("card_arrival"), Label.of("card_lost"), Label.of("refund"));
    private static final String TEXT =
            """
            Intents: card_arrival, card_lost, refund

            Text: where is my new card, it should be here
            Intent: card_arrival

            Text: my card was stolen
            Intent: card_lost

            Text: I want my money back
            Intent: refund

            Text: still waiting for my card to be here
            Intent:\
            """;
    private static final Request.Completion PROMPT = new Request.Completion(TEXT);
    private static final Request.Chat CHAT =
            new Request.Chat(List.of(new Message(Role.USER, TEXT)));

    @Test
    void exactAndByTokensAgreeInThisProcessAndOverTheWire() throws IOException {
        LabelDistribution exact = scored(new MockBackend(), Options.DEFAULT, PROMPT);
        assertThat(exact.method()).isEqualTo(Method.EXACT);
        assertThat(exact.predicted()).isEqualTo("card_arrival");
        assertThat(sum(exact.probabilities())).isCloseTo(1, within(1e-12));
        try (MockServer server = MockServer.start(0, Trouble.NONE)) {
            for (boolean scores : List.of(true, false)) {
                for (Request.Input prompt : List.of(PROMPT, CHAT)) {
                    try (OpenAiBackend backend =
                            open(
                                    server,
                                    new Abilities(
                                            true, true, true, scores, 20, false, false, true, 0),
                                    true)) {
                        LabelDistribution d = scored(backend, Options.DEFAULT, prompt);
                        assertThat(d.method())
                                .isEqualTo(scores && prompt == PROMPT ? Method.EXACT : Method.TOPK);
                        assertThat(d.probabilities())
                                .containsExactly(exact.probabilities(), within(1e-9));
                        assertThat(d.note()).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void labelsThatBeginAlikeShareWhereTheServerCannotGoDeeperAndItIsSaid() throws IOException {
        LabelDistribution exact = scored(new MockBackend(), Options.DEFAULT, PROMPT);
        try (MockServer server = MockServer.start(0, Trouble.NONE);
                OpenAiBackend backend =
                        open(
                                server,
                                new Abilities(true, true, true, false, 20, false, false, true, 0),
                                false)) {
            LabelDistribution d = scored(backend, Options.DEFAULT, CHAT);
            assertThat(d.note()).contains("“card”").contains("told apart");
            assertThat(d.scores().get(0).probability()).isEqualTo(d.scores().get(1).probability());
            assertThat(d.scores().get(2).probability())
                    .isCloseTo(exact.scores().get(2).probability(), within(1e-9));
        }
    }

    @Test
    void drawnAnswersAreAnEstimateWithIntervals() throws IOException {
        Abilities plain = new Abilities(true, true, true, false, 0, false, false, true, 0);
        try (MockServer server = MockServer.start(0, Trouble.NONE);
                OpenAiBackend backend = open(server, plain, false)) {
            LabelDistribution d = scored(backend, new Options(false, 40), PROMPT);
            assertThat(d.method()).isEqualTo(Method.SAMPLED);
            assertThat(d.way()).isEqualTo("sampled, n = 40, estimate");
            assertThat(d.predicted()).isEqualTo("card_arrival");
            LabelDistribution exact = scored(new MockBackend(), Options.DEFAULT, PROMPT);
            for (int i = 0; i < 3; i++) {
                LabelScore s = d.scores().get(i);
                assertThat(s.interval().orElseThrow().low()).isLessThanOrEqualTo(s.probability());
                assertThat(exact.scores().get(i).probability())
                        .isBetween(
                                s.interval().orElseThrow().low() - .1,
                                s.interval().orElseThrow().high() + .1);
            }
            assertThat(
                            new LabelScorer(
                                            backend,
                                            "mock",
                                            plain,
                                            drawing(backend),
                                            LabelScorer.Again.NEVER,
                                            new Options(false, 0))
                                    .score(PROMPT, CARDS))
                    .isInstanceOf(NotScored.class);
        }
    }

    @Test
    void aLabelThatIsTheBeginningOfAnotherGetsWhatTheOtherLeaves() {
        // P(joy) = .6, of which ful follows with .25; sad is not told: at most the smallest told.
        Tokens tokens =
                new Tokens(
                        Map.of(
                                "",
                                Map.of("joy", .5, " joy", .1, "the", .3),
                                "joy",
                                Map.of("ful", .25, ".", .7)));
        LabelDistribution d =
                scored(
                        tokens,
                        Options.DEFAULT,
                        new Request.Completion("Mood:"),
                        List.of(Label.of("joy"), Label.of("joyful"), Label.of("sad")));
        assertThat(d.method()).isEqualTo(Method.TOPK);
        assertThat(Math.exp(d.scores().get(0).score())).isCloseTo(.45, within(1e-12));
        assertThat(Math.exp(d.scores().get(1).score())).isCloseTo(.15, within(1e-12));
        assertThat(Math.exp(d.scores().get(2).score())).isCloseTo(.1, within(1e-12));
        assertThat(d.scores().get(2).atMost()).isTrue();
        assertThat(tokens.asked).containsExactly("", "joy");
    }

    @Test
    void aScorePerTokenIsASwitch() {
        LabelDistribution sum = scored(new MockBackend(), Options.DEFAULT, PROMPT);
        LabelDistribution mean = scored(new MockBackend(), new Options(true, 0), PROMPT);
        for (int i = 0; i < 3; i++) {
            assertThat(mean.scores().get(i).score() * mean.scores().get(i).tokens())
                    .isCloseTo(sum.scores().get(i).score(), within(1e-9));
        }
        assertThat(mean.note()).contains("per token");
    }

    @Test
    void labelsThatCannotBeToldApartAndFaultsAreTold() throws IOException {
        assertThat(fault(new MockBackend(), List.of()).message()).contains("no labels");
        assertThat(
                        fault(
                                        new MockBackend(),
                                        List.of(new Label("a", "same"), new Label("b", "same")))
                                .message())
                .contains("“same”");
        assertThat(fault(new MockBackend(), List.of(new Label("a", " "))).message())
                .contains("“a”");
        try (MockServer server = MockServer.start(0, Trouble.of(MockFault.UNAUTHORIZED));
                OpenAiBackend backend =
                        open(
                                server,
                                new Abilities(true, true, true, true, 20, false, false, true, 0),
                                true)) {
            assertThat(fault(backend, CARDS)).isInstanceOf(Fault.Auth.class);
        }
        Thread.currentThread().interrupt();
        assertThat(fault(new MockBackend(), CARDS)).isInstanceOf(Fault.Cancelled.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static OpenAiBackend open(MockServer server, Abilities can, boolean continues) {
        return new OpenAiBackend(
                new Wire(Patience.DEFAULT, Witness.NONE),
                server.base(),
                Optional.empty(),
                new Dialect(false, true, "seed", true, continues, can));
    }

    private static LabelDistribution scored(
            Backend backend, Options options, Request.Input prompt) {
        return scored(backend, options, prompt, CARDS);
    }

    private static LabelDistribution scored(
            Backend backend, Options options, Request.Input prompt, List<Label> labels) {
        LabelScorer.Result result = scorer(backend, options).score(prompt, labels);
        assertThat(result).isInstanceOf(Scored.class);
        return ((Scored) result).distribution();
    }

    private static LabelScorer scorer(Backend backend, Options options) {
        return new LabelScorer(
                backend,
                "mock",
                backend.abilities("mock"),
                drawing(backend),
                LabelScorer.Again.NEVER,
                options);
    }

    private static LabelScorer.Draw drawing(Backend backend) {
        return (input, sampling, answers) ->
                LongStream.range(0, answers)
                        .mapToObj(i ->
                                backend.ask(
                                        new Request(
                                                "mock", input, sampling.withSeed(Optional.of(i))),
                                        Answerer.Sink.NONE))
                        .toList();
    }

    private static Fault fault(Backend backend, List<Label> labels) {
        return ((NotScored) scorer(backend, Options.DEFAULT).score(PROMPT, labels)).fault();
    }

    private static double sum(double[] p) {
        double sum = 0;
        for (double v : p) {
            sum += v;
        }
        return sum;
    }

    /// Tells the tokens it is given.
    private static final class Tokens implements Backend, NextTokens {
        final List<String> asked = new ArrayList<>();
        private final Map<String, Map<String, Double>> next;

        Tokens(Map<String, Map<String, Double>> next) {
            this.next = next;
        }

        @Override
        public Next next(String model, Request.Input prompt, String begun, int most) {
            asked.add(begun);
            List<Chance> chances = new ArrayList<>();
            next.get(begun).forEach((t, p) -> chances.add(new Chance(t, Math.log(p))));
            return new Told(chances, new Exchange("", ""));
        }

        @Override
        public Outcome ask(Request request, Sink sink) {
            return new Outcome.Failed(new Fault.Unable("no"), "");
        }

        @Override
        public String name() {
            return "tokens";
        }

        @Override
        public List<String> models() {
            return List.of("mock");
        }

        @Override
        public Abilities abilities(String model) {
            return new Abilities(true, true, true, false, 5, false, false, false, 0);
        }

        @Override
        public void close() {}
    }
}
