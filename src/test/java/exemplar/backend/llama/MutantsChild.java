package exemplar.backend.llama;

import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.gguf.BadGguf;
import exemplar.backend.gguf.Gguf;
import exemplar.backend.gguf.GgufBytes;
import exemplar.backend.gguf.Mutants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Has the engine load damaged model files without trying them first, in a process of its own;
/// which one is being loaded is in a file, should the process end.
final class MutantsChild {
    private MutantsChild() {}

    /// @param arguments folder, cache, kind, from, to
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String kind = arguments[2];
        GgufBytes file = MutantsRun.file(kind);
        Mutants mutants = new Mutants(file.bytes(), file.header());
        Native library = LibraryFiles.bundled(Path.of(arguments[1])).open();
        int passed = 0;
        int used = 0;
        for (int n = Integer.parseInt(arguments[3]); n < Integer.parseInt(arguments[4]); n++) {
            Path mutant = Files.write(folder.resolve(n + ".gguf"), mutants.number(n));
            try {
                Gguf.read(mutant);
                passed++;
                Files.writeString(folder.resolve("now"), n + " " + passed + " " + used);
                used += use(library, mutant) ? 1 : 0;
            } catch (BadGguf e) {
                // As it should be.
            }
            Files.delete(mutant);
        }
        Files.writeString(folder.resolve("now"), "done " + passed + " " + used);
    }

    private static boolean use(Native library, Path mutant)
            throws IOException, InterruptedException {
        Path own = mutant.resolveSibling("facts");
        try (Engine engine =
                Engine.open(library, mutant, new FileFacts(own), new CrashGuard(own))) {
            if (Pooling.embeddingModel(engine.model().gguf())) {
                Scorings.vector(engine, "the sea is calm", Pooling.of(engine.model().gguf()));
                return true;
            }
            Request.Input sea = new Request.Completion("the sea is calm, naïve 🐈");
            Scorings.of(engine, sea, List.of(" the sea", " calm"));
            new Answering(engine, piece -> {}, new StringBuilder(), 0)
                    .answer(new Request("m", sea, Sampling.greedy(3)));
            return true;
        } catch (EngineFault e) {
            return false;
        }
    }
}
