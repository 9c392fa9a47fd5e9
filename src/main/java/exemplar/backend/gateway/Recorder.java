package exemplar.backend.gateway;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

/// Passes questions on and writes each answer to a file that [Replay] reads, one JSON object a
/// line, as it arrives. Holds no key. Safe for any number of threads.
public final class Recorder implements Asker, AutoCloseable {
    private final Asker next;
    private final Path file;
    private final BufferedWriter out;

    private Recorder(Asker next, Path file, BufferedWriter out) {
        this.next = next;
        this.file = file;
        this.out = out;
    }

    /// Adds to the file, or begins it. A last line that a crash cut off is taken away first.
    ///
    /// @throws IOException with file and reason when the file is there and no recording
    public static Recorder to(Path file, Asker next) throws IOException {
        new RecordingFile(file).ready();
        return new Recorder(
                next,
                file,
                Files.newBufferedWriter(
                        file,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND));
    }

    @Override
    public Outcome ask(String model, Request.Input input, Terms terms, Answerer.Sink sink) {
        return recorded(model, input, terms, next.ask(model, input, terms, sink));
    }

    @Override
    public boolean several(String model, Sampling sampling) {
        return next.several(model, sampling);
    }

    @Override
    public List<Outcome> askSeveral(String model, Request.Input input, Terms terms, int answers) {
        List<Outcome> outcomes = next.askSeveral(model, input, terms, answers);
        return IntStream.range(0, outcomes.size())
                .mapToObj(i ->
                        recorded(
                                model,
                                input,
                                terms.withRepeat(terms.repeat() + i),
                                outcomes.get(i)))
                .toList();
    }

    private Outcome recorded(String model, Request.Input input, Terms terms, Outcome outcome) {
        if (outcome instanceof Outcome.Answered(Reply reply)) {
            try {
                write(RecordingJson.write(model, input, terms, reply).toString());
            } catch (IOException e) {
                return new Outcome.Failed(
                        new Fault.Unable(
                                "The answer arrived but could not be recorded in "
                                        + file
                                        + ": "
                                        + e.getMessage()
                                        + "."),
                        reply.text());
            }
        }
        return outcome;
    }

    private synchronized void write(String line) throws IOException {
        out.write(line);
        out.write('\n');
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
