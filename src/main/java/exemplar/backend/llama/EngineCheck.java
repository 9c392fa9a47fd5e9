package exemplar.backend.llama;

import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tries one engine library in a process of its own: loads it, and scores the labels of a fixed
/// prompt. A library that crashes takes only that process with it.
public final class EngineCheck {
    private static final String PROMPT =
            "Say which emotion each tweet shows.\n\n"
                    + "Tweet: What a lovely day, I could dance all the way home\nEmotion: joy\n\n"
                    + "Tweet: They never called back and I waited for hours\nEmotion: anger\n\n"
                    + "Tweet: I miss the old house and everybody in it\nEmotion:";
    private static final List<String> LABELS =
            List.of(" sadness", " joy", " anger", " optimism", " disappointment");

    /// Tokens a model must take for the whole prompt, whatever its vocabulary.
    private static final int ROOM = 512;

    private static final long PATIENCE_SECONDS = 300;

    private EngineCheck() {}

    /// @param fault why it cannot be used; empty when it can
    /// @param scores mean log-probability of the tokens of each label, nats
    /// @param ended whether the process ended without a report
    record Result(String version, String fault, List<Double> scores, boolean ended) {}

    /// Runs the check of a library in another process.
    static Result inAnotherProcess(Path cache, String name, Optional<Path> model)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("engine");
        Path report = folder.resolve("report");
        Path log = folder.resolve("log");
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("-XX:-CreateCoredumpOnCrash");
            command.add("-XX:TieredStopAtLevel=1");
            command.add("-XX:+UseSerialGC");
            command.add("-XX:ErrorFile=" + log);
            command.add("-cp");
            command.add(System.getProperty("java.class.path"));
            command.add(EngineCheck.class.getName());
            command.add(report.toString());
            command.add(cache.toString());
            command.add(name);
            model.ifPresent(m -> command.add(m.toString()));
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return new Result(
                            "", "It did not answer within five minutes.", List.of(), true);
                }
            } finally {
                process.destroyForcibly();
            }
            return read(
                    Files.exists(report) ? Files.readAllLines(report) : List.of(),
                    process.exitValue());
        } finally {
            EngineLibraries.empty(folder);
            Files.delete(folder);
        }
    }

    private static Result read(List<String> lines, int exit) {
        if (exit != 0 || lines.size() < 2) {
            return new Result(
                    lines.isEmpty() ? "" : lines.getFirst(),
                    "It ended the process that tried it (exit "
                            + exit
                            + "). Its files are damaged or made for another machine.",
                    List.of(),
                    true);
        }
        return new Result(
                lines.getFirst(),
                lines.get(1),
                lines.subList(2, lines.size()).stream().map(Double::valueOf).toList(),
                false);
    }

    /// Writes a report: the version, the fault or an empty line, then a score a line.
    ///
    /// @param arguments the report's file, the cache, the library's name, perhaps a model file
    public static void main(String[] arguments) throws IOException {
        Path report = Path.of(arguments[0]);
        Path cache = Path.of(arguments[1]);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("");
        try {
            Native library = new EngineLibraries(cache).files(arguments[2]).open();
            lines.set(0, library.layout().version());
            if (arguments.length > 3) {
                score(library, Path.of(arguments[3]), report.resolveSibling("facts"), lines);
            }
        } catch (EngineFault | InterruptedException | IOException e) {
            lines.set(1, String.valueOf(e.getMessage()));
        }
        Files.write(report, lines);
    }

    /// Cuts every byte there is into tokens and asks for the text of every token, as a vocabulary
    /// that lacks some ends the library only when they come.
    private static void vocabulary(Vocabulary vocabulary) {
        everyByte()
                .forEach(text -> {
                    for (int token : vocabulary.tokens(text, true)) {
                        vocabulary.text(token);
                    }
                });
        for (int token = 0; token < vocabulary.size(); token++) {
            vocabulary.piece(token, true);
            vocabulary.isEnd(token);
        }
    }

    /// Short texts in which every byte occurs that UTF-8 has, each character behind one that makes
    /// a word with none.
    static Stream<String> everyByte() {
        IntStream twoBytes = IntStream.range(0, 0x800);
        IntStream three = IntStream.iterate(0x800, c -> c < 0xffff, c -> c + 0x400);
        IntStream four = IntStream.iterate(0x10000, c -> c < 0x110000, c -> c + 0x8000);
        return IntStream.concat(twoBytes, IntStream.concat(three, four))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .mapToObj(c -> "\u0001" + Character.toString(c));
    }

    private static void vector(Engine engine, List<String> lines)
            throws EngineFault, InterruptedException {
        for (float number : Scorings.vector(engine, PROMPT, Pooling.of(engine.model().gguf()))) {
            if (!Float.isFinite(number)) {
                lines.set(1, "It gives vectors that are no numbers.");
            }
        }
    }

    private static void score(Native library, Path model, Path own, List<String> lines)
            throws IOException, EngineFault, InterruptedException {
        try (Engine engine = Engine.open(library, model, new FileFacts(own), new CrashGuard(own))) {
            vocabulary(engine.vocabulary());
            if (Pooling.embeddingModel(engine.model().gguf())) {
                vector(engine, lines);
                return;
            }
            String prompt = engine.model().mostTokens() < ROOM ? "Say:" : PROMPT;
            switch (Scorings.of(engine, new Request.Completion(prompt), LABELS)) {
                case ContinuationScorer.NotScored(Fault fault) -> lines.set(1, fault.message());
                case ContinuationScorer.Scored(var scores, var exchange) -> {
                    for (ContinuationScorer.Score s : scores) {
                        if (!Double.isFinite(s.logLikelihood())) {
                            lines.set(1, "It gives scores that are no numbers.");
                        }
                        lines.add(Double.toString(s.logLikelihood() / s.tokens()));
                    }
                }
            }
        }
    }
}
