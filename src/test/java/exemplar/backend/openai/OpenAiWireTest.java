package exemplar.backend.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.Outcome;
import exemplar.backend.Pieces;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.Secret;
import exemplar.backend.SeveralAnswers;
import exemplar.backend.TextVectors;
import exemplar.backend.gateway.Preset;
import exemplar.backend.wire.Loopback;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.Witness;
import exemplar.model.Message;
import exemplar.model.Picture;
import exemplar.model.Role;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is sent to a server of OpenAI's protocol, to the byte, and what is read out of its replies.
@Timeout(60)
class OpenAiWireTest {
    private static final Sampling ALL =
            new Sampling(
                    OptionalDouble.of(0.7),
                    OptionalDouble.of(0.9),
                    OptionalInt.of(40),
                    OptionalInt.of(64),
                    OptionalLong.of(7),
                    List.of("\n", "END"));
    private static final Sampling SOME =
            new Sampling(
                    OptionalDouble.of(0),
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    OptionalInt.of(8),
                    OptionalLong.of(7),
                    List.of());
    private static final Request.Input CHAT =
            new Request.Chat(
                    List.of(
                            new Message(Role.SYSTEM, " Say “so”.\n"),
                            new Message(
                                    Role.USER,
                                    "Is it? Yes.",
                                    List.of(new Picture("image/png", "QUJD", 7))),
                            new Message(Role.ASSISTANT, "No "),
                            new Message(Role.USER, "")));
    private static final Request.Input TEXT = new Request.Completion(" Tweet: “hi”\nMood:");
    private static final String CHAT_SENT =
            """
            "messages":[{"role":"system","content":" Say “so”.\\n"},\
            {"role":"user","content":[{"type":"text","text":"Is it? "},\
            {"type":"image_url","image_url":{"url":"data:image/png;base64,QUJD"}},\
            {"type":"text","text":"Yes."}]},\
            {"role":"assistant","content":"No "},\
            {"role":"user","content":""}]\
            """;

    private Loopback server;

    @BeforeEach
    void start() throws IOException {
        server = Loopback.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OpenAiBackend open(String preset) {
        return new OpenAiBackend(
                new Wire(Patience.DEFAULT, Witness.NONE),
                server.at("/v1/"),
                Optional.of(Secret.of("sk-wire-0123456789")),
                Preset.named(preset).orElseThrow().dialect());
    }

    private record Case(
            String preset, Request.Input input, Sampling sampling, String line, String body) {}

    @Test
    void everyQuestionIsWrittenAsItsServerReadsItAndNothingThatWasNotAskedIsSent() {
        String usage = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}}";
        String chat = "POST /v1/chat/completions";
        String text = "POST /v1/completions";
        String said = "{\"model\":\"m\"," + CHAT_SENT;
        String prompt = "{\"model\":\"m\",\"prompt\":\" Tweet: “hi”\\nMood:\"";
        String all =
                ",\"temperature\":0.7,\"top_p\":0.9,\"top_k\":40,\"max_tokens\":64,\"seed\":7,\"stop\":[\"\\n\",\"END\"]";
        server.streaming("{\"choices\":[{\"index\":0,\"text\":\"a\",\"finish_reason\":\"stop\"}]}");
        for (Case c :
                List.of(
                        new Case("vllm", CHAT, ALL, chat, said + all + usage),
                        new Case("vllm", CHAT, Sampling.UNSET, chat, said + usage),
                        new Case("vllm", TEXT, ALL, text, prompt + all + usage),
                        new Case("llama-server", TEXT, Sampling.UNSET, text, prompt + usage),
                        new Case(
                                "openai",
                                CHAT,
                                SOME,
                                chat,
                                said
                                        + ",\"temperature\":0.0,\"max_completion_tokens\":8,\"seed\":7"
                                        + usage),
                        new Case(
                                "mistral",
                                CHAT,
                                SOME,
                                chat,
                                said
                                        + ",\"temperature\":0.0,\"max_tokens\":8,\"random_seed\":7,\"stream\":true}"),
                        new Case(
                                "ollama",
                                TEXT,
                                SOME,
                                text,
                                prompt
                                        + ",\"temperature\":0.0,\"max_tokens\":8,\"seed\":7"
                                        + usage))) {
            try (OpenAiBackend backend = open(c.preset())) {
                assertThat(
                                backend.ask(
                                        new Request("m", c.input(), c.sampling()),
                                        Answerer.Sink.NONE))
                        .isInstanceOf(Outcome.Answered.class);
            }
            Loopback.Asked asked = server.last();
            assertThat(asked.body()).as(c.preset()).isEqualTo(c.body());
            assertThat(asked.line()).isEqualTo(c.line());
            assertThat(asked.header("Authorization")).hasValue("Bearer sk-wire-0123456789");
            assertThat(asked.header("Content-Type")).hasValue("application/json");
        }
    }

    @Test
    void whatAServerDoesNotKnowIsRefusedBeforeAnythingIsSent() {
        record Refused(String preset, Request.Input input, Sampling sampling, String why) {}
        for (Refused r :
                List.of(
                        new Refused("openai", CHAT, ALL, "top-k"),
                        new Refused("groq", CHAT, ALL, "top-k"),
                        new Refused("deepseek", CHAT, SOME, "seeds"),
                        new Refused("openai", TEXT, SOME, "raw completions"),
                        new Refused("mistral", TEXT, SOME, "raw completions"))) {
            try (OpenAiBackend backend = open(r.preset())) {
                Request request = new Request("m", r.input(), r.sampling());
                assertThat(backend.ask(request, Answerer.Sink.NONE))
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                f ->
                                        assertThat(f.fault())
                                                .isInstanceOf(Fault.Unable.class)
                                                .extracting(Fault::message)
                                                .asString()
                                                .contains(r.why())
                                                .endsWith("Nothing was sent."));
                assertThat(backend.several(request, 3))
                        .isInstanceOfSatisfying(
                                SeveralAnswers.NotTold.class,
                                n -> assertThat(n.fault()).isInstanceOf(Fault.Unable.class));
            }
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aStreamedAnswerIsReadWithItsThoughtsItsEndAndItsTokens() {
        for (String member : List.of("reasoning_content", "reasoning")) {
            server.streaming(
                    """
                    {"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null}
                    {"choices":[{"index":0,"delta":{"content":null,"%1$s":"hm, "}}]}
                    {"choices":[{"index":0,"delta":{"%1$s":"“so”"}}]}
                    {"choices":[{"index":1,"delta":{"content":"another"}}]}
                    {"choices":[{"index":0,"delta":{"content":" jo"}}]}
                    {"choices":[{"index":0,"delta":{"content":"y"},"finish_reason":"length"}]}
                    {"choices":[],"usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16}}
                    [DONE]
                    """
                            .formatted(member));
            Pieces pieces = new Pieces();
            Reply reply = answered("vllm", CHAT, pieces);
            assertThat(pieces.all()).containsExactly("thought: hm, ", "thought: “so”", " jo", "y");
            assertThat(reply.text()).isEqualTo(" joy");
            assertThat(reply.reasoning()).isEqualTo("hm, “so”");
            assertThat(reply.finish()).isEqualTo(Reply.Finish.LENGTH);
            assertThat(reply.promptTokens()).hasValue(11);
            assertThat(reply.answerTokens()).hasValue(5);
            // The record names the image instead of repeating it.
            assertThat(reply.exchange().request()).contains("sha256:").doesNotContain("QUJD");
            assertThat(reply.exchange().reply()).contains("“so”");
        }
        server.streaming(
                """
                {"choices":[{"index":0,"text":" joy","logprobs":null,"finish_reason":""}]}
                {"choices":[{"index":0,"text":"","finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":1}}
                [DONE]
                """);
        Pieces pieces = new Pieces();
        Reply reply = answered("vllm", TEXT, pieces);
        assertThat(pieces.all()).containsExactly(" joy");
        assertThat(reply.finish()).isEqualTo(Reply.Finish.STOP);
        assertThat(reply.promptTokens()).hasValue(3);
        assertThat(reply.answerTokens()).hasValue(1);
    }

    private Reply answered(String preset, Request.Input input, Pieces pieces) {
        try (OpenAiBackend backend = open(preset)) {
            Outcome outcome = backend.ask(new Request("m", input, Sampling.UNSET), pieces);
            assertThat(outcome).isInstanceOf(Outcome.Answered.class);
            return ((Outcome.Answered) outcome).reply();
        }
    }

    @Test
    void severalAnswersAreAskedForByTheirNumberInOneRequest() {
        server.replyingWith(
                """
                {"choices":[{"index":0,"message":{"role":"assistant","content":"joy"},"finish_reason":"stop"},
                 {"index":1,"message":{"role":"assistant","content":"an","reasoning_content":"hm"},"finish_reason":"length"},
                 {"index":2,"message":{"role":"assistant","content":""},"finish_reason":"content_filter"}],
                 "usage":{"prompt_tokens":9,"completion_tokens":3}}
                """);
        try (OpenAiBackend backend = open("openai")) {
            SeveralAnswers.Told told =
                    (SeveralAnswers.Told) backend.several(new Request("m", CHAT, SOME), 3);
            assertThat(told.replies()).extracting(Reply::text).containsExactly("joy", "an");
            assertThat(told.replies().getLast().reasoning()).isEqualTo("hm");
            assertThat(told.replies().getLast().finish()).isEqualTo(Reply.Finish.LENGTH);
            assertThat(told.promptTokens()).hasValue(9);
            assertThat(told.answerTokens()).hasValue(3);
        }
        assertThat(server.last().body())
                .isEqualTo(
                        "{\"model\":\"m\","
                                + CHAT_SENT
                                + ",\"temperature\":0.0,\"max_completion_tokens\":8,\"seed\":7,\"n\":3}");
    }

    @Test
    void modelsAreListedFromTheServer() {
        server.replyingWith("{\"data\":[{\"id\":\"a/b\"},{\"object\":\"model\"},{\"id\":\"c\"}]}");
        try (OpenAiBackend backend = open("vllm")) {
            assertThat(backend.list()).isEqualTo(new Backend.Listed(List.of("a/b", "c")));
        }
        assertThat(server.last().line()).isEqualTo("GET /v1/models");
        assertThat(server.last().header("Authorization")).hasValue("Bearer sk-wire-0123456789");
        assertThat(server.last().body()).isEmpty();
    }

    @Test
    void likelihoodsAreAskedForByEchoAndReadBehindThePrompt() {
        // Offsets count code points: the astral sign before counts once.
        server.replyingWith(
                """
                {"choices":[{"text":"🌊 is calm.","logprobs":{"tokens":["🌊"," is"," ca","lm","."],
                 "token_logprobs":[null,-1.0,-0.5,-0.25,-9.0],"text_offset":[0,1,4,7,9]}}]}
                """);
        try (OpenAiBackend backend = open("vllm")) {
            ContinuationScorer.Scored scored =
                    (ContinuationScorer.Scored)
                            backend.score("m", new Request.Completion("🌊 is"), List.of(" calm."));
            assertThat(scored.scores().getFirst().tokens()).isEqualTo(3);
            assertThat(scored.scores().getFirst().logLikelihood()).isCloseTo(-9.75, within(1e-9));
        }
        assertThat(server.last().line()).isEqualTo("POST /v1/completions");
        assertThat(server.last().body())
                .isEqualTo(
                        "{\"model\":\"m\",\"prompt\":\"🌊 is calm.\",\"temperature\":0.0,\"max_tokens\":0,\"echo\":true,\"logprobs\":1}");
    }

    @Test
    void theLikeliestNextTokensAreAskedForInBothWaysAndInTheMiddleOfAMessage() {
        try (OpenAiBackend backend = open("vllm")) {
            server.replyingWith(
                    """
                    {"choices":[{"logprobs":{"content":[{"token":"jo","logprob":-0.1,
                     "top_logprobs":[{"token":"an","logprob":-2.0},{"token":"jo","logprob":-0.1}]}]}}]}
                    """);
            List<NextTokens.Chance> chances =
                    List.of(new NextTokens.Chance("jo", -0.1), new NextTokens.Chance("an", -2.0));
            assertThat(((NextTokens.Told) backend.next("m", CHAT, "", 5)).chances())
                    .isEqualTo(chances);
            String asked = "{\"model\":\"m\"," + CHAT_SENT;
            String top =
                    ",\"temperature\":0.0,\"max_tokens\":1,\"logprobs\":true,\"top_logprobs\":5";
            assertThat(server.last().body()).isEqualTo(asked + top + "}");
            assertThat(((NextTokens.Told) backend.next("m", CHAT, "jo", 5)).chances())
                    .isEqualTo(chances);
            assertThat(server.last().body())
                    .isEqualTo(
                            asked.substring(0, asked.length() - 1)
                                    + ",{\"role\":\"assistant\",\"content\":\"jo\"}]"
                                    + top
                                    + ",\"add_generation_prompt\":false,\"continue_final_message\":true}");
            server.replyingWith(
                    "{\"choices\":[{\"logprobs\":{\"top_logprobs\":[{\" an\":-2.0,\" jo\":-0.1}]}}]}");
            assertThat(((NextTokens.Told) backend.next("m", TEXT, "jo", 5)).chances())
                    .containsExactly(
                            new NextTokens.Chance(" jo", -0.1), new NextTokens.Chance(" an", -2.0));
            assertThat(server.last().body())
                    .isEqualTo(
                            "{\"model\":\"m\",\"prompt\":\" Tweet: “hi”\\nMood: jo\",\"temperature\":0.0,\"max_tokens\":1,\"logprobs\":5}");
        }
        int before = server.asked().size();
        try (OpenAiBackend backend = open("openai")) {
            assertThat(((NextTokens.NotTold) backend.next("m", CHAT, "jo", 5)).fault().message())
                    .endsWith("Nothing was sent.");
        }
        assertThat(server.asked()).hasSize(before);
    }

    @Test
    void vectorsAreAskedForTogetherAndReadByTheirIndex() {
        server.replyingWith(
                "{\"data\":[{\"index\":1,\"embedding\":[3,4.5]},{\"index\":0,\"embedding\":[1,2]}]}");
        try (OpenAiBackend backend = open("openai")) {
            TextVectors.Found found =
                    (TextVectors.Found) backend.vectors("m", List.of("a “b”", " c"));
            assertThat(found.vectors()).containsExactly(new float[] {1, 2}, new float[] {3, 4.5f});
        }
        assertThat(server.last().line()).isEqualTo("POST /v1/embeddings");
        assertThat(server.last().body())
                .isEqualTo("{\"model\":\"m\",\"input\":[\"a “b”\",\" c\"]}");
    }

    @Test
    void withoutAKeyNoneIsSent() {
        server.replyingWith("{\"data\":[]}");
        try (OpenAiBackend backend =
                new OpenAiBackend(
                        new Wire(Patience.DEFAULT, Witness.NONE),
                        server.at("/v1"),
                        Optional.empty(),
                        new Dialect(false, true, "seed", true, false, Abilities.UNKNOWN))) {
            assertThat(backend.models()).isEmpty();
        }
        assertThat(server.last().header("Authorization")).isEmpty();
    }
}
