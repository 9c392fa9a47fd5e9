package exemplar.backend.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import exemplar.backend.Answerer;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Places;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.catalogue.Store;
import exemplar.model.Message;
import exemplar.model.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaBackendTest {
    private static final String MODEL = "smollm2-135m";
    private static LlamaBackend backend;

    @BeforeAll
    static void theModelIsOnThisMachine() {
        Places places = Places.ofThisMachine();
        Store store = Store.in(places);
        Assumptions.assumeTrue(
                store.models().containsKey(MODEL),
                MODEL + " is not on this machine; fetch it with: ./exemplar models pull " + MODEL);
        backend = new LlamaBackend(store::models, places.cache());
    }

    @AfterAll
    static void close() {
        if (backend != null) {
            backend.close();
        }
    }

    @Test
    void aChatIsAnsweredInTheModelsOwnFormatAndStreamed() {
        List<String> pieces = new ArrayList<>();
        Reply reply = answered(capital(), Sampling.greedy(12), pieces::add);
        assertThat(reply.text()).contains("Paris");
        assertThat(String.join("", pieces)).isEqualTo(reply.text());
        assertThat(pieces).hasSizeGreaterThan(1);
        assertThat(reply.exchange().request())
                .contains(
                        "<|im_start|>user\nWhat is the capital of France? Answer in one word.<|im_end|>")
                .endsWith("<|im_start|>assistant\n");
        assertThat(reply.promptTokens().orElse(0)).isBetween(20, 60);
    }

    @Test
    void aLongPromptTellsHowFarItIsReadAndAKnownBeginningIsNotReadAgain() {
        String beginning = "On the seventh day of the strike the ferries lay in a row. ".repeat(20);
        List<Integer> first = read(beginning + "The harbour master");
        assertThat(first).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(first.getFirst()).isZero();
        List<Integer> second = read(beginning + "Nobody on the quay");
        assertThat(second.getFirst()).isGreaterThan(first.getLast() - 100);
    }

    /// The numbers of tokens told, each less than the whole.
    private static List<Integer> read(String prompt) {
        List<Integer> read = new ArrayList<>();
        Answerer.Sink sink =
                new Answerer.Sink() {
                    private boolean answering;

                    @Override
                    public void text(String piece) {
                        answering = true;
                    }

                    @Override
                    public void read(int tokens, int of) {
                        assertThat(tokens).isLessThan(of);
                        assertThat(answering).isFalse();
                        read.add(tokens);
                    }
                };
        answered(new Request.Completion(prompt), Sampling.greedy(2), sink);
        return read;
    }

    @Test
    void greedyAnswersAndScoresDoNotDependOnWhatWasAskedBefore() {
        String first = answered(capital(), Sampling.greedy(8), Answerer.Sink.NONE).text();
        answered(
                new Request.Completion("Once upon a time"), Sampling.greedy(3), Answerer.Sink.NONE);
        assertThat(answered(capital(), Sampling.greedy(8), Answerer.Sink.NONE).text())
                .isEqualTo(first);
    }

    @Test
    void aSeedRepeatsASampledAnswerAndAnotherSeedDoesNot() {
        Request.Input story = new Request.Completion("The strangest thing about the harbour was");
        String one = answered(story, sampled(1), Answerer.Sink.NONE).text();
        assertThat(answered(story, sampled(1), Answerer.Sink.NONE).text()).isEqualTo(one);
        assertThat(answered(story, sampled(2), Answerer.Sink.NONE).text()).isNotEqualTo(one);
    }

    @Test
    void anAnswerEndsBeforeItsStopText() {
        Reply reply =
                answered(
                        new Request.Completion("1, 2, 3, 4, 5, 6,"),
                        Sampling.greedy(16).withStop(List.of(" 8")),
                        Answerer.Sink.NONE);
        assertThat(reply.text()).doesNotContain("8");
        assertThat(reply.finish()).isEqualTo(Reply.Finish.STOP);
    }

    @Test
    void anInterruptStopsAnAnswerAndKeepsWhatArrived() {
        StringBuilder seen = new StringBuilder();
        Outcome outcome =
                backend.ask(
                        new Request(
                                MODEL,
                                new Request.Completion("A very long story: Once"),
                                Sampling.greedy(400)),
                        piece -> {
                            seen.append(piece);
                            Thread.currentThread().interrupt();
                        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) outcome).fault()).isInstanceOf(Fault.Cancelled.class);
        assertThat(((Outcome.Failed) outcome).partial()).isEqualTo(seen.toString()).isNotEmpty();
    }

    @Test
    void aPromptThatDoesNotFitIsRefusedWithTheNumbers() {
        Outcome outcome =
                backend.ask(
                        new Request(
                                MODEL,
                                new Request.Completion("word ".repeat(9000)),
                                Sampling.greedy(1)),
                        Answerer.Sink.NONE);
        assertThat(((Outcome.Failed) outcome).fault())
                .isInstanceOf(Fault.ContextTooLong.class)
                .extracting(Fault::message)
                .asString()
                .contains("8,192");
    }

    @Test
    void labelsScoredTogetherHaveTheScoresTheyHaveAlone() throws Exception {
        Request.Input prompt =
                new Request.Completion(
                        "Tweet: what a lovely day\nEmotion: joy\n\nTweet: go away\nEmotion:");
        List<String> labels = List.of(" joy", " anger", " sadness", " optimism", " disappointment");
        List<ContinuationScorer.Score> together = scored(prompt, labels);
        for (int i = 0; i < labels.size(); i++) {
            ContinuationScorer.Score alone = scored(prompt, List.of(labels.get(i))).getFirst();
            assertThat(together.get(i).tokens()).isEqualTo(alone.tokens());
            assertThat(together.get(i).logLikelihood())
                    .isNegative()
                    .isCloseTo(alone.logLikelihood(), within(1e-3));
        }
    }

    @Test
    void everyCharacterSurvivesBeingCutIntoTokens() throws Exception {
        String text = "naïve 日本語 🐈‍⬛ {{ x }}\n\tend";
        assertThat(String.join("", backend.pieces(MODEL, text))).isEqualTo(text);
    }

    @Test
    void aBrokenFileIsASentenceAndTheNextModelStillWorks(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.gguf"), "GGUF, honestly");
        try (LlamaBackend other =
                new LlamaBackend(() -> Map.of("broken", broken), Places.ofThisMachine().cache())) {
            Outcome outcome =
                    other.ask(
                            new Request("broken", capital(), Sampling.greedy(1)),
                            Answerer.Sink.NONE);
            assertThat(((Outcome.Failed) outcome).fault().message()).contains("GGUF");
        }
        assertThat(answered(capital(), Sampling.greedy(4), Answerer.Sink.NONE).text()).isNotEmpty();
    }

    private static Request.Input capital() {
        return new Request.Chat(
                List.of(
                        new Message(
                                Role.USER, "What is the capital of France? Answer in one word.")));
    }

    private static Sampling sampled(long seed) {
        return new Sampling(
                OptionalDouble.of(1.2),
                OptionalDouble.of(0.95),
                OptionalInt.of(50),
                OptionalInt.of(12),
                OptionalLong.of(seed),
                List.of());
    }

    private static Reply answered(Request.Input input, Sampling sampling, Answerer.Sink sink) {
        Outcome outcome = backend.ask(new Request(MODEL, input, sampling), sink);
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).reply();
    }

    private static List<ContinuationScorer.Score> scored(Request.Input prompt, List<String> texts) {
        ContinuationScorer.Scoring scoring = backend.score(MODEL, prompt, texts);
        assertThat(scoring).isInstanceOf(ContinuationScorer.Scored.class);
        return ((ContinuationScorer.Scored) scoring).scores();
    }
}
