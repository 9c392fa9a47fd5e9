package exemplar.backend.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Pieces;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.Secret;
import exemplar.backend.wire.Loopback;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.Witness;
import exemplar.model.Message;
import exemplar.model.Picture;
import exemplar.model.Role;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a provider is sent through its module, and what is read out of its replies. A provider's
/// test extends this and says what its protocol writes.
@Timeout(60)
public abstract class ModuleWireContract {
    protected static final String KEY = "key-wire-0123456789";
    private static final ObjectMapper JSON = new ObjectMapper();

    protected static final Sampling ALL =
            new Sampling(
                    OptionalDouble.of(0.7),
                    OptionalDouble.of(0.9),
                    OptionalInt.of(40),
                    OptionalInt.of(64),
                    OptionalLong.empty(),
                    List.of("\nEnd", "STOP"));

    protected static final Request.Input CHAT =
            chat(
                    new Message(Role.SYSTEM, " Say “so”.\n"),
                    new Message(
                            Role.USER, "Is it? Yes.", List.of(new Picture("image/png", "QUJD", 7))),
                    new Message(Role.ASSISTANT, "No "),
                    new Message(Role.USER, "And  \n"));

    protected Loopback server;

    @BeforeEach
    void start() throws IOException {
        server = Loopback.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    protected static Request.Input chat(Message... messages) {
        return new Request.Chat(List.of(messages));
    }

    protected abstract Backend open(Wire wire, URI base, Secret key);

    /// Up to and with the version.
    protected abstract String base();

    /// Events of an answer ` joy`, in two pieces and cut at its most tokens, before which it thinks
    /// `hm`; 9 tokens of the prompt and 5 of the answer, its thoughts included.
    protected abstract String answer();

    /// Method and address of a question to the model `m-1`.
    protected abstract String line();

    /// The header that carries the key.
    protected abstract String keyHeader();

    /// The body of [#CHAT] with [#ALL].
    protected abstract String withAll();

    /// The body of [#CHAT] with nothing else said.
    protected abstract String withNothing();

    private Backend open() {
        return open(new Wire(Patience.DEFAULT, Witness.NONE), server.at(base()), Secret.of(KEY));
    }

    protected final Outcome ask(Request.Input input, Sampling sampling, Answerer.Sink sink) {
        try (Backend backend = open()) {
            return backend.ask(new Request("m-1", input, sampling), sink);
        }
    }

    @Test
    void aQuestionIsWrittenAsTheProtocolWantsItAndNothingThatWasNotAskedIsSent() {
        server.streaming(answer());
        for (Sampling sampling : List.of(ALL, Sampling.UNSET)) {
            assertThat(ask(CHAT, sampling, Answerer.Sink.NONE))
                    .isInstanceOf(Outcome.Answered.class);
            assertThat(server.last().line()).isEqualTo(line());
            assertThat(server.last().header(keyHeader())).hasValue(KEY);
            assertThat(server.last().header("Content-Type")).hasValue("application/json");
            assertThat(compact(server.last().body()))
                    .isEqualTo(compact(sampling == ALL ? withAll() : withNothing()));
        }
    }

    protected static String compact(String json) {
        try {
            return JSON.readTree(json).toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Test
    void anAnswerIsReadWithItsThoughtsItsEndAndItsTokens() {
        server.streaming(answer());
        Pieces pieces = new Pieces();
        Outcome outcome = ask(CHAT, Sampling.UNSET, pieces);
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        Reply reply = ((Outcome.Answered) outcome).reply();
        assertThat(pieces.all()).containsExactly("thought: hm", " jo", "y");
        assertThat(reply.text()).isEqualTo(" joy");
        assertThat(reply.reasoning()).isEqualTo("hm");
        assertThat(reply.finish()).isEqualTo(Reply.Finish.LENGTH);
        assertThat(reply.promptTokens()).hasValue(9);
        assertThat(reply.answerTokens()).hasValue(5);
        assertThat(reply.exchange().request()).contains("sha256:").doesNotContain("QUJD");
    }

    @Test
    void whatItDoesNotKnowIsRefusedBeforeAnythingIsSent() {
        refused(new Request.Completion("Once"), Sampling.UNSET, "raw completions");
        refused(
                chat(new Message(Role.SYSTEM, " "), new Message(Role.USER, "a")),
                Sampling.UNSET,
                "empty system messages");
        // A module would move it to the beginning without a word.
        refused(
                chat(
                        new Message(Role.SYSTEM, "first"),
                        new Message(Role.USER, "a"),
                        new Message(Role.SYSTEM, "then")),
                Sampling.UNSET,
                "in the middle of a chat");
        refused(
                chat(new Message(Role.USER, "a"), new Message(Role.ASSISTANT, "")),
                Sampling.UNSET,
                "empty messages");
        assertThat(server.asked()).isEmpty();
    }

    /// Asks, and looks that nothing is sent.
    protected final void refused(Request.Input input, Sampling sampling, String why) {
        assertThat(ask(input, sampling, Answerer.Sink.NONE))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        f ->
                                assertThat(f.fault())
                                        .isInstanceOf(Fault.Unable.class)
                                        .extracting(Fault::message)
                                        .asString()
                                        .contains(why)
                                        .endsWith("Nothing was sent."));
        assertThat(server.asked()).isEmpty();
    }

    /// Asks for the list of models when the server replies so.
    protected final void lists(String reply, String line, List<String> models) {
        server.replyingWith(reply);
        try (Backend backend = open()) {
            assertThat(backend.list()).isEqualTo(new Backend.Listed(models));
        }
        assertThat(server.last().line()).isEqualTo(line);
        assertThat(server.last().header(keyHeader())).isEqualTo(Optional.of(KEY));
    }
}
