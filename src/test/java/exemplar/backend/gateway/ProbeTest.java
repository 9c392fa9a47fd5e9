package exemplar.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Abilities;
import exemplar.backend.Backend;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.NextTokens;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.TextVectors;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Abilities KNOWN =
            new Abilities(true, true, true, true, 20, false, true, true, 4096);

    /// Has one model.
    private interface OfOne extends Backend {
        @Override
        default String name() {
            return "of one";
        }

        @Override
        default List<String> models() {
            return List.of("m");
        }

        @Override
        default Abilities abilities(String model) {
            return KNOWN;
        }

        @Override
        default void close() {}
    }

    /// Replies to messages; everything else ends in one fault.
    private record Chatting(Fault fault)
            implements OfOne, ContinuationScorer, NextTokens, TextVectors {
        @Override
        public Outcome ask(Request request, Sink sink) {
            return request.input() instanceof Request.Chat
                    ? new Outcome.Answered(
                            new Reply(
                                    "ready",
                                    "",
                                    Reply.Finish.STOP,
                                    OptionalInt.empty(),
                                    OptionalInt.empty(),
                                    Duration.ofMillis(7),
                                    Duration.ofMillis(7),
                                    new Reply.Exchange("", "")))
                    : new Outcome.Failed(fault, "");
        }

        @Override
        public Scoring score(String model, Request.Input prompt, List<String> continuations) {
            return new NotScored(fault);
        }

        @Override
        public Next next(String model, Request.Input prompt, String written, int most) {
            return new NotTold(fault);
        }

        @Override
        public Vectors vectors(String model, List<String> texts) {
            return new NotFound(fault);
        }
    }

    /// Gives vectors; every question ends in one fault.
    private record Vectors(Fault fault) implements OfOne, TextVectors {
        @Override
        public Outcome ask(Request request, Sink sink) {
            return new Outcome.Failed(fault, "");
        }

        @Override
        public TextVectors.Vectors vectors(String model, List<String> texts) {
            return new Found(List.of(new float[] {1}));
        }
    }

    private static Abilities found(Fault fault) {
        Probe probe = Probe.of(new Chatting(fault), "m", false);
        assertThat(probe.fault()).isEmpty();
        assertThat(probe.sample()).isEqualTo("ready");
        return probe.abilities();
    }

    @Test
    void aLineThatBreaksSaysNothingAboutWhatAModelCanDo() {
        assertThat(found(new Fault.Network("The connection broke."))).isEqualTo(KNOWN);
        assertThat(found(new Fault.Timeout("Nothing came."))).isEqualTo(KNOWN);
    }

    @Test
    void aModelWhoseLineBreaksIsNotTakenForOneThatGivesVectorsOnly() {
        Probe probe = Probe.of(new Vectors(new Fault.Network("The connection broke.")), "m", false);
        assertThat(probe.fault()).isPresent();
        assertThat(probe.abilities()).isEqualTo(KNOWN);
        Probe refused = Probe.of(new Vectors(new Fault.BadRequest("No.")), "m", false);
        assertThat(refused.fault()).isEmpty();
        assertThat(refused.abilities().vectorsOnly()).isTrue();
    }

    @Test
    void whatAServerRefusesTheModelCannotDo() {
        assertThat(found(new Fault.BadRequest("No.")))
                .isEqualTo(new Abilities(true, false, true, false, 0, false, false, true, 4096));
    }
}
