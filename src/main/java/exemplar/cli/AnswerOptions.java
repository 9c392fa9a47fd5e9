package exemplar.cli;

import exemplar.backend.Sampling;
import exemplar.backend.cost.Budget;
import exemplar.backend.gateway.Asker;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Recorder;
import exemplar.backend.gateway.Replay;
import exemplar.backend.gateway.Terms;
import exemplar.compare.Ask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where a run's answers come from, what they may cost, and whether they are recorded.
final class AnswerOptions {
    @Option(
            names = "--budget",
            paramLabel = "USD",
            description = "Stop before this call of the command costs more than that.")
    Optional<Double> budget = Optional.empty();

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Write every answer to FILE, which --replay reads on any machine.")
    Optional<Path> record = Optional.empty();

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Answer from a recording alone: no model, no key, nothing is sent.")
    Optional<Path> replay = Optional.empty();

    /// Ends the command where the options do not go together.
    void check() {
        if (record.isPresent() && replay.isPresent()) {
            throw new Trouble("--record and --replay cannot go together; a recording is there");
        }
        if (budget.isPresent() && !(budget.get() >= 0 && budget.get() < 1e9)) {
            throw new Trouble("a --budget is an amount of US dollars, such as 0.50");
        }
        if (replay.isPresent() && !Files.exists(replay.get())) {
            throw new Trouble("there is no recording " + replay.get());
        }
        replay.or(() -> record)
                .filter(Files::isDirectory)
                .ifPresent(folder -> {
                    throw new Trouble(folder + " is a folder; name a file");
                });
        record.map(file -> file.toAbsolutePath().getParent())
                .filter(folder -> !Files.isDirectory(folder))
                .ifPresent(folder -> {
                    throw new Trouble("there is no folder " + folder + " to record in");
                });
    }

    /// Whether models are asked at all.
    boolean live() {
        return replay.isEmpty();
    }

    /// The way to the answers, to be closed when all are there.
    ///
    /// @param gateway needed only where models are asked
    Open open(java.util.function.Supplier<Gateway> gateway) throws IOException {
        check();
        Optional<Budget> limit = live() ? budget.map(Budget::new) : Optional.empty();
        if (replay.isPresent()) {
            return new Open(replayed(replay.get()), Optional.empty(), limit);
        }
        if (record.isPresent()) {
            Recorder recorder = recorder(record.get(), gateway.get());
            return new Open(recorder, Optional.of(recorder), limit);
        }
        return new Open(gateway.get(), Optional.empty(), limit);
    }

    private static Recorder recorder(Path file, Gateway gateway) {
        try {
            return Recorder.to(file, gateway);
        } catch (IOException e) {
            throw Place.refused(file, e);
        }
    }

    private static Replay replayed(Path file) throws IOException {
        Replay recording = Replay.of(file);
        if (recording.size() == 0) {
            throw new Trouble(file + " holds no answer; record a run first");
        }
        return recording;
    }

    /// Answers as long as it is open.
    record Open(Asker asker, Optional<Recorder> recorder, Optional<Budget> budget)
            implements AutoCloseable {

        /// The terms on which one question is asked.
        Terms terms(Sampling sampling, int repeat) {
            return new Terms(sampling, repeat, budget, true);
        }

        /// The way to the answers for a run.
        Ask ask() {
            return Ask.of(asker, budget);
        }

        /// What was spent, in a sentence; empty without a budget.
        Optional<String> spent() {
            return budget.map(
                    b -> String.format(Locale.ROOT, "Spent $%.4f of $%.4f.", b.spent(), b.limit()));
        }

        @Override
        public void close() throws IOException {
            if (recorder.isPresent()) {
                recorder.get().close();
            }
        }
    }
}
