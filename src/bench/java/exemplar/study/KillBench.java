package exemplar.study;

import exemplar.study.runs.KilledRun;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Kills runs at a hundred random points and prints what was lost or paid twice.
///
/// `java -cp … exemplar.study.KillBench [KILLS]`
public final class KillBench {
    private KillBench() {}

    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        Path home = Files.createTempDirectory("kill-bench");
        long start = System.nanoTime();
        KilledRun run = KilledRun.of(home, kills, 200, System.nanoTime());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(run);
        out.println((System.nanoTime() - start) / 1_000_000_000 + " s");
    }
}
