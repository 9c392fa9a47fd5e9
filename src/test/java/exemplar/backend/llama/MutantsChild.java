package exemplar.backend.llama;

import exemplar.backend.Answerer;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.gguf.BadGguf;
import exemplar.backend.gguf.Gguf;
import exemplar.backend.gguf.GgufBytes;
import exemplar.backend.gguf.Mutants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Has the engine load damaged model files in a process of its own; which one is being loaded is in
/// a file, should the process end.
final class MutantsChild {
    private MutantsChild() {}

    /// @param arguments folder, cache, `bert` or `llama`, from, to
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path cache = Path.of(arguments[1]);
        boolean bert = arguments[2].equals("bert");
        GgufBytes file = bert ? new SmallBert().file(1) : new SmallLlama().file();
        Mutants mutants = new Mutants(file.bytes(), file.header());
        int passed = 0;
        int used = 0;
        for (int n = Integer.parseInt(arguments[3]); n < Integer.parseInt(arguments[4]); n++) {
            Path mutant = Files.write(folder.resolve(n + ".gguf"), mutants.number(n));
            try {
                Gguf.read(mutant);
                passed++;
                Files.writeString(folder.resolve("now"), n + " " + passed + " " + used);
                used += use(mutant, cache, bert) ? 1 : 0;
            } catch (BadGguf e) {
                // As it should be.
            }
            Files.delete(mutant);
        }
        Files.writeString(folder.resolve("now"), "done " + passed + " " + used);
    }

    private static boolean use(Path mutant, Path cache, boolean bert) {
        try (Engines engines = new Engines(cache);
                LlamaBackend backend = new LlamaBackend(() -> Map.of("m", mutant), engines)) {
            if (bert) {
                return backend.vectors("m", List.of("the sea is calm"))
                        instanceof exemplar.backend.TextVectors.Found;
            }
            Request.Input sea = new Request.Completion("the sea is calm");
            backend.score("m", sea, List.of(" the sea", " calm"));
            return backend.ask(new Request("m", sea, Sampling.greedy(3)), Answerer.Sink.NONE)
                    instanceof exemplar.backend.Outcome.Answered;
        }
    }
}
