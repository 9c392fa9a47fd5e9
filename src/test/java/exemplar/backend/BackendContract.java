package exemplar.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exemplar.model.Message;
import exemplar.model.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every backend promises. A backend's test extends this and adds nothing but how to open it.
@Timeout(60)
public abstract class BackendContract {

    /// A backend that is open and can answer.
    protected abstract Backend backend();

    /// The id of a model of it.
    protected abstract String model();

    /// What makes the model say at least a sentence, asked as a message or to be continued.
    protected String story() {
        return "Tell me a story about the sea.";
    }

    @AfterEach
    void noInterruptIsLeftBehind() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void itHasANameAndListsItsModel() {
        assertThat(backend().name()).isNotBlank();
        assertThat(backend().models()).contains(model());
        assertThat(backend().list()).isInstanceOf(Backend.Listed.class);
    }

    @Test
    void itAnswersInPiecesThatAddUpToTheAnswerOnTheCallingThread() {
        for (Request.Input input : inputs(story())) {
            List<String> pieces = new ArrayList<>();
            Set<Thread> threads = new HashSet<>();
            Reply reply =
                    answered(
                            ask(
                                    input,
                                    Sampling.greedy(24),
                                    piece -> {
                                        pieces.add(piece);
                                        threads.add(Thread.currentThread());
                                    }));
            assertThat(reply.text()).isNotEmpty();
            assertThat(String.join("", pieces)).isEqualTo(reply.text());
            assertThat(threads).containsExactly(Thread.currentThread());
            if (backend().abilities(model()).streaming()) {
                assertThat(pieces).hasSizeGreaterThan(1);
            }
        }
    }

    @Test
    void aGreedyAnswerIsTheSameEveryTime() {
        for (Request.Input input : inputs("Name a colour and say why.")) {
            Reply first = answered(ask(input, Sampling.greedy(12), Answerer.Sink.NONE));
            Reply second = answered(ask(input, Sampling.greedy(12), Answerer.Sink.NONE));
            assertThat(second.text()).isEqualTo(first.text());
        }
    }

    @Test
    void theMostTokensAllowedEndTheAnswerAndItSaysSo() {
        for (Request.Input input : inputs(story())) {
            Reply reply = answered(ask(input, Sampling.greedy(3), Answerer.Sink.NONE));
            assertThat(reply.finish()).isEqualTo(Reply.Finish.LENGTH);
            reply.answerTokens().ifPresent(n -> assertThat(n).isLessThanOrEqualTo(3));
        }
    }

    @Test
    void theAnswerEndsBeforeAStopText() {
        for (Request.Input input : inputs(story())) {
            Reply whole = answered(ask(input, Sampling.greedy(24), Answerer.Sink.NONE));
            String inside =
                    whole.text()
                            .substring(whole.text().length() / 2, whole.text().length() / 2 + 2);
            StringBuilder shown = new StringBuilder();
            Reply stopped =
                    answered(
                            ask(
                                    input,
                                    Sampling.greedy(24).withStop(List.of(inside)),
                                    shown::append));
            assertThat(stopped.text())
                    .isEqualTo(whole.text().substring(0, whole.text().indexOf(inside)));
            assertThat(shown).hasToString(stopped.text());
            assertThat(stopped.finish()).isEqualTo(Reply.Finish.STOP);
        }
    }

    @Test
    void tokensTimesAndTheExchangeAreTold() {
        for (Request.Input input : inputs("Say something about lighthouses.")) {
            Reply reply = answered(ask(input, Sampling.greedy(8), Answerer.Sink.NONE));
            assertThat(reply.promptTokens().orElse(0)).isPositive();
            assertThat(reply.answerTokens().orElse(0)).isPositive();
            assertThat(reply.firstToken()).isBetween(Duration.ZERO, reply.latency());
            assertThat(reply.exchange().request()).contains("lighthouses");
            assertThat(reply.exchange().reply()).isNotEmpty();
        }
    }

    @Test
    void aSeedRepeatsASampledAnswer() {
        assumeTrue(backend().abilities(model()).seed(), "this backend knows no seed");
        Sampling sampled =
                new Sampling(
                        java.util.OptionalDouble.of(1),
                        java.util.OptionalDouble.empty(),
                        java.util.OptionalInt.empty(),
                        java.util.OptionalInt.of(8),
                        java.util.OptionalLong.of(42),
                        List.of());
        for (Request.Input input : inputs("Name an animal.")) {
            assertThat(answered(ask(input, sampled, Answerer.Sink.NONE)).text())
                    .isEqualTo(answered(ask(input, sampled, Answerer.Sink.NONE)).text());
        }
    }

    @Test
    void anUnknownModelIsAFaultThatSaysSo() {
        Outcome outcome =
                backend()
                        .ask(
                                new Request(
                                        "no-such-model",
                                        inputs("Hello").getFirst(),
                                        Sampling.greedy(3)),
                                Answerer.Sink.NONE);
        assertThat(fault(outcome)).isInstanceOf(Fault.ModelMissing.class);
        assertThat(fault(outcome).message()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void anInterruptBeforeTheFirstTokenCancelsAndStaysSet() {
        Thread.currentThread().interrupt();
        Outcome outcome =
                ask(inputs("Tell me a story.").getFirst(), Sampling.greedy(24), Answerer.Sink.NONE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fault(outcome)).isInstanceOf(Fault.Cancelled.class);
        assertThat(((Outcome.Failed) outcome).partial()).isEmpty();
        // And the backend is as good as before.
        assertThat(ask(inputs("Hello").getFirst(), Sampling.greedy(3), Answerer.Sink.NONE))
                .isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void anInterruptInTheMiddleCancelsAndKeepsWhatHadArrived() {
        assumeTrue(backend().abilities(model()).streaming(), "this backend does not stream");
        StringBuilder heard = new StringBuilder();
        Outcome outcome =
                ask(
                        inputs(story()).getFirst(),
                        Sampling.greedy(24),
                        piece -> {
                            heard.append(piece);
                            Thread.currentThread().interrupt();
                        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fault(outcome)).isInstanceOf(Fault.Cancelled.class);
        assertThat(((Outcome.Failed) outcome).partial()).isEqualTo(heard.toString()).isNotEmpty();
    }

    @Test
    void severalThreadsAskAtTheSameTime() throws Exception {
        Request.Input input = inputs("Count the waves.").getFirst();
        String alone = answered(ask(input, Sampling.greedy(6), Answerer.Sink.NONE)).text();
        List<Callable<String>> questions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            questions.add(
                    () -> answered(ask(input, Sampling.greedy(6), Answerer.Sink.NONE)).text());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : threads.invokeAll(questions)) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void oddTextIsAnsweredOrRefusedInASentence() {
        for (String odd :
                List.of(
                        " ",
                        "\u0000\u0007",
                        "{{braces}} {\"json\": [1]} <|im_end|> </s>",
                        "שלום \u202e abc \u200b",
                        "👩🏽‍🚀 漢字",
                        "\ud83d alone",
                        "word ".repeat(300))) {
            for (Request.Input input : inputs(odd)) {
                Outcome outcome = ask(input, Sampling.greedy(2), Answerer.Sink.NONE);
                if (outcome instanceof Outcome.Failed(Fault fault, String partial)) {
                    assertThat(fault.message()).isNotBlank().doesNotContain("Exception");
                }
            }
        }
    }

    /// The same question in each way the model can be asked.
    private List<Request.Input> inputs(String text) {
        Abilities can = backend().abilities(model());
        List<Request.Input> inputs = new ArrayList<>();
        if (can.chat()) {
            inputs.add(
                    new Request.Chat(
                            List.of(
                                    new Message(Role.SYSTEM, "You tell the truth."),
                                    new Message(Role.USER, text))));
        }
        if (can.completion()) {
            inputs.add(new Request.Completion(text));
        }
        assertThat(inputs).isNotEmpty();
        return inputs;
    }

    private Outcome ask(Request.Input input, Sampling sampling, Answerer.Sink sink) {
        return backend().ask(new Request(model(), input, sampling), sink);
    }

    private static Reply answered(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).reply();
    }

    private static Fault fault(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return Optional.of(((Outcome.Failed) outcome).fault()).orElseThrow();
    }
}
