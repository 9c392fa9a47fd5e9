package exemplar.backend.llama;

import exemplar.OtherJvm;
import exemplar.backend.gguf.GgufBytes;
import exemplar.backend.gguf.Mutants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds damaged model files that end a process, by the thousand, and tells of each whether its
/// trial finds it out every time. Run by hand: it takes minutes.
final class MutantsRun {
    private static final int TRIALS = 3;

    private MutantsRun() {}

    static GgufBytes file(String kind) {
        return switch (kind) {
            case "bert" -> new SmallBert().file(1);
            default -> new SmallLlama().file();
        };
    }

    /// @param arguments cache, kind, from, to
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("mutants");
        int to = Integer.parseInt(arguments[3]);
        int from = Integer.parseInt(arguments[2]);
        int passed = 0;
        int used = 0;
        List<Integer> ended = new ArrayList<>();
        while (from < to) {
            Files.deleteIfExists(folder.resolve("now"));
            child(folder, List.of(arguments[0], arguments[1], "" + from, arguments[3]));
            String[] now = Files.readString(folder.resolve("now")).split(" ");
            passed += Integer.parseInt(now[1]);
            used += Integer.parseInt(now[2]);
            if (now[0].equals("done")) {
                break;
            }
            ended.add(Integer.parseInt(now[0]));
            from = Integer.parseInt(now[0]) + 1;
        }
        System.out.printf(
                "%s: numbers below %d, %d headers whole, %d used, %d ended the process%n",
                arguments[1], to, passed, used, ended.size());
        for (int n : ended) {
            tried(Path.of(arguments[0]), folder, arguments[1], n);
        }
    }

    private static void tried(Path cache, Path folder, String kind, int n) throws Exception {
        GgufBytes file = file(kind);
        Path mutant =
                Files.write(
                        folder.resolve("t.gguf"),
                        new Mutants(file.bytes(), file.header()).number(n));
        int found = 0;
        for (int i = 0; i < TRIALS; i++) {
            EngineCheck.Result result =
                    EngineCheck.inAnotherProcess(cache, LibraryFiles.BUNDLED, Optional.of(mutant));
            found += result.fault().isEmpty() ? 0 : 1;
        }
        System.out.printf("%d: found out by %d of %d trials%n", n, found, TRIALS);
    }

    private static void child(Path folder, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(arguments);
        all.addFirst(folder.toString());
        OtherJvm.of(
                        List.of(
                                "-XX:-CreateCoredumpOnCrash",
                                "-XX:ErrorFile=" + folder.resolve("error.log")),
                        MutantsChild.class,
                        all.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
    }
}
