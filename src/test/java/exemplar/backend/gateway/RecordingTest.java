package exemplar.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.mock.MockBackend;
import exemplar.model.Message;
import exemplar.model.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final Request.Completion TEXT = new Request.Completion("Tell me \n of “tides”.");
    private static final Request.Chat CHAT =
            new Request.Chat(List.of(new Message(Role.USER, "And of \u2028 waves?")));
    private static final Terms TERMS = Terms.of(Sampling.greedy(9));

    @TempDir Path home;

    @Test
    void aRecordingAnswersTheSameWithoutTheModel() throws IOException {
        Path file = home.resolve("run.jsonl");
        Reply first;
        Reply second;
        try (Gateway gateway = gateway();
                Recorder recorder = Recorder.to(file, gateway)) {
            first = reply(recorder.ask("mock", TEXT, TERMS, Answerer.Sink.NONE));
            second = reply(recorder.ask("mock", CHAT, TERMS.withRepeat(3), Answerer.Sink.NONE));
        }
        Replay replay = Replay.of(file);
        assertThat(replay.size()).isEqualTo(2);
        StringBuilder heard = new StringBuilder();
        assertThat(reply(replay.ask("mock", TEXT, TERMS, heard::append)).text())
                .isEqualTo(first.text());
        assertThat(heard).hasToString(first.text());
        Reply again = reply(replay.ask("mock", CHAT, TERMS.withRepeat(3), Answerer.Sink.NONE));
        assertThat(again.text()).isEqualTo(second.text());
        assertThat(again.promptTokens()).isEqualTo(second.promptTokens());
        assertThat(again.exchange()).isEqualTo(second.exchange());
        assertThat(fault(replay.ask("mock", CHAT, TERMS, Answerer.Sink.NONE)).message())
                .contains("run.jsonl", "mock");
    }

    @Test
    void aLineCutOffByACrashIsLeftOutAndAnyOtherBrokenLineIsNamed() throws IOException {
        Path file = home.resolve("run.jsonl");
        try (Gateway gateway = gateway();
                Recorder recorder = Recorder.to(file, gateway)) {
            recorder.ask("mock", TEXT, TERMS, Answerer.Sink.NONE);
        }
        Files.writeString(file, "{\"key\": \"half", StandardOpenOption.APPEND);
        assertThat(Replay.of(file).size()).isEqualTo(1);
        Files.writeString(file, "\n{}\n{}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Replay.of(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> Replay.of(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UTF-8");
    }

    private Gateway gateway() {
        return new Gateway(
                List.of(MockBackend::new),
                Registry.at(home.resolve("models.json")),
                target -> new Opener.Unavailable("none"),
                new Settings(RetryPolicy.OFF, time -> {}, Optional.empty(), GatewayTest.NO_PRICES));
    }

    private static Reply reply(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).reply();
    }

    private static Fault fault(Outcome outcome) {
        return ((Outcome.Failed) outcome).fault();
    }
}
