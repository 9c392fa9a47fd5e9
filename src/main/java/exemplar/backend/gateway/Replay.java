package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Answers from a recording: no key, no network, no model. A question that was not recorded is a
/// fault, never a guess. Safe for any number of threads.
public final class Replay implements Asker {
    private final Path file;
    private final Map<String, Reply> replies;

    private Replay(Path file, Map<String, Reply> replies) {
        this.file = file;
        this.replies = replies;
    }

    /// Reads a recording whole. A last line that was cut off while it was written is left out.
    ///
    /// @throws IOException with file, line and reason when it is no recording
    public static Replay of(Path file) throws IOException {
        Map<String, Reply> replies = new HashMap<>();
        new RecordingFile(file)
                .read(line ->
                        replies.putIfAbsent(line.path("key").asText(), RecordingJson.reply(line)));
        return new Replay(file, replies);
    }

    /// How many answers it has.
    public int size() {
        return replies.size();
    }

    @Override
    public Outcome ask(String model, Request.Input input, Terms terms, Answerer.Sink sink) {
        if (Thread.currentThread().isInterrupted()) {
            return new Outcome.Failed(
                    new Fault.Cancelled("Stopped before the answer was complete."), "");
        }
        Optional<Reply> reply =
                Optional.ofNullable(replies.get(RecordingJson.key(model, input, terms)));
        if (reply.isEmpty()) {
            return new Outcome.Failed(
                    new Fault.Unable(
                            "The recording "
                                    + file.getFileName()
                                    + " has no answer of “"
                                    + model
                                    + "” to this prompt with these parameters. Ask the model itself, or"
                                    + " record again."),
                    "");
        }
        if (!reply.get().text().isEmpty()) {
            sink.text(reply.get().text());
        }
        return new Outcome.Answered(reply.get());
    }
}
