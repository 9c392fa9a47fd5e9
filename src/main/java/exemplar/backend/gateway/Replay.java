package exemplar.backend.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
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
        ObjectMapper json = new ObjectMapper();
        Map<String, Reply> replies = new HashMap<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String line = in.readLine();
            for (int number = 1; line != null; number++) {
                String next = in.readLine();
                try {
                    if (!line.isBlank()) {
                        JsonNode node = json.readTree(line);
                        replies.putIfAbsent(node.path("key").asText(), RecordingJson.reply(node));
                    }
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    if (next != null || number == 1) {
                        throw new IOException(
                                file + ", line " + number + ": not a line of a recording.", e);
                    }
                }
                line = next;
            }
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is no recording: it is not UTF-8 text.", e);
        }
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
