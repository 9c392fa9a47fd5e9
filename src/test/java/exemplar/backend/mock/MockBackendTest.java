package exemplar.backend.mock;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.Sleeper;
import exemplar.model.Message;
import exemplar.model.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MockBackendTest {
    private static final String FEW_SHOT =
            """
            Say which emotion the tweet shows: anger, joy, optimism or sadness.

            Tweet: the rain never ends and neither do my tears
            Emotion: sadness

            Tweet: best day of my life, cake for everyone
            Emotion: joy

            Tweet: they cancelled my train again, furious
            Emotion: anger

            Tweet: %s
            Emotion:\
            """;

    private final MockBackend mock = new MockBackend();

    @Test
    void theDemonstrationThatSharesMostWordsGivesTheLabel() {
        assertThat(
                        text(
                                completion(
                                        FEW_SHOT.formatted(
                                                "my train is late, they cancelled it again"))))
                .isEqualTo("anger");
        assertThat(text(completion(FEW_SHOT.formatted("cake makes the best day"))))
                .isEqualTo("joy");
        assertThat(
                        text(
                                completion(
                                        FEW_SHOT.formatted(
                                                "tears in the rain, and neither of us spoke"))))
                .isEqualTo("sadness");
    }

    @Test
    void demonstrationsAsTurnsCountAsWell() {
        Request.Chat chat =
                new Request.Chat(
                        List.of(
                                new Message(Role.SYSTEM, "Labels: anger, joy"),
                                new Message(Role.USER, "the cake was lovely"),
                                new Message(Role.ASSISTANT, "joy"),
                                new Message(Role.USER, "the bus was late"),
                                new Message(Role.ASSISTANT, "anger"),
                                new Message(Role.USER, "late again, that bus")));
        assertThat(text(chat)).isEqualTo("anger");
    }

    @Test
    void withoutDemonstrationsItNamesOneOfTheLabelsOfTheInstruction() {
        for (String tweet : List.of("a", "b", "c", "d", "e")) {
            assertThat(
                            text(
                                    completion(
                                            "Classify the tweet as anger, joy, optimism or sadness.\n\nTweet: "
                                                    + tweet
                                                    + "\nEmotion:")))
                    .isIn("anger", "joy", "optimism", "sadness");
        }
    }

    @Test
    void freeTextSaysThatItIsAMockAndWhatItIsAbout() {
        assertThat(text(completion("Explain how tides work.")))
                .contains("mock")
                .contains("Explain how tides work.");
    }

    @Test
    void theSamePromptGetsTheSameAnswerAndSeedsDrawDifferently() {
        Request.Completion prompt = completion(FEW_SHOT.formatted("what a day"));
        assertThat(text(prompt)).isEqualTo(text(prompt));
        TreeSet<String> drawn = new TreeSet<>();
        for (int seed = 0; seed < 30; seed++) {
            drawn.add(
                    text(
                            prompt,
                            new Sampling(
                                    OptionalDouble.of(2),
                                    OptionalDouble.empty(),
                                    OptionalInt.empty(),
                                    OptionalInt.empty(),
                                    OptionalLong.of(seed),
                                    List.of())));
        }
        assertThat(drawn).hasSizeGreaterThan(1).isSubsetOf("anger", "joy", "optimism", "sadness");
    }

    @Test
    void piecesAddUpToTheAnswerAndLimitsCutIt() {
        List<String> pieces = new ArrayList<>();
        Reply whole =
                reply(
                        mock.ask(
                                request(completion("Tell me of tides."), Sampling.UNSET),
                                pieces::add));
        assertThat(String.join("", pieces)).isEqualTo(whole.text());
        assertThat(pieces).hasSizeGreaterThan(5);
        Reply cut =
                reply(
                        mock.ask(
                                request(completion("Tell me of tides."), Sampling.greedy(3)),
                                Answerer.Sink.NONE));
        assertThat(cut.finish()).isEqualTo(Reply.Finish.LENGTH);
        assertThat(cut.answerTokens()).hasValue(3);
        assertThat(whole.text()).startsWith(cut.text());
        Reply stopped =
                reply(
                        mock.ask(
                                request(
                                        completion("Tell me of tides."),
                                        Sampling.UNSET.withStop(List.of("mock"))),
                                Answerer.Sink.NONE));
        assertThat(stopped.text()).isEqualTo("This is a ");
    }

    @Test
    void anInterruptWhileItThinksEndsItAsCancelledWithWhatWasSaid() {
        int[] waits = {0};
        Sleeper interruptedAtThird =
                time -> {
                    if (++waits[0] == 3) {
                        throw new InterruptedException();
                    }
                };
        Outcome outcome =
                new MockBackend(Duration.ofSeconds(1), interruptedAtThird)
                        .ask(
                                request(completion("Tell me of tides."), Sampling.UNSET),
                                Answerer.Sink.NONE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        f -> {
                            assertThat(f.fault()).isInstanceOf(Fault.Cancelled.class);
                            assertThat(f.partial()).isEqualTo("This is");
                        });
    }

    @Test
    void anyTextGetsSomeAnswer() {
        for (String odd :
                List.of(
                        "",
                        " ",
                        "\n\n",
                        ":",
                        "a\n:",
                        "Label:\nLabel:\nLabel:",
                        "x".repeat(100_000),
                        "\ud83d")) {
            assertThat(mock.ask(request(completion(odd), Sampling.UNSET), Answerer.Sink.NONE))
                    .isInstanceOf(Outcome.Answered.class);
        }
        assertThat(
                        mock.ask(
                                request(new Request.Chat(List.of()), Sampling.UNSET),
                                Answerer.Sink.NONE))
                .isInstanceOf(Outcome.Answered.class);
    }

    private String text(Request.Input input) {
        return text(input, Sampling.UNSET);
    }

    private String text(Request.Input input, Sampling sampling) {
        return reply(mock.ask(request(input, sampling), Answerer.Sink.NONE)).text();
    }

    private static Request request(Request.Input input, Sampling sampling) {
        return new Request(MockBackend.MODEL, input, sampling);
    }

    private static Request.Completion completion(String text) {
        return new Request.Completion(text);
    }

    private static Reply reply(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).reply();
    }
}
