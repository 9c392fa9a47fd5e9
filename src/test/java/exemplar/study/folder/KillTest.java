package exemplar.study.folder;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.OtherJvm;
import exemplar.study.Sample;
import exemplar.study.Study;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, really killed. `-Dexemplar.kills=100` makes it a hundred.
class KillTest {
    private static final int KILLS = Integer.getInteger("exemplar.kills", 8);

    @TempDir Path temp;

    @Test
    void no_acknowledged_edit_is_lost_when_the_process_is_killed_while_it_saves() throws Exception {
        Path folder = temp.resolve("study");
        OpenStudy.create(folder, Sample.study(900)).close();
        Random random = new Random(5);
        int acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int reached =
                    runAndKill(
                            folder,
                            acknowledged + 1,
                            2 + random.nextInt(60),
                            random.nextInt(6_000));
            assertThat(reached).isGreaterThan(acknowledged);
            try (OpenStudy open = OpenStudy.open(folder)) {
                Study study = open.study();
                assertThat(open.findings()).isEmpty();
                assertThat(open.readOnly()).isEmpty();
                int found = Integer.parseInt(study.name().substring("edit ".length()));
                assertThat(found).as("after kill %d", kill).isBetween(reached, reached + 1);
                for (int number = Math.max(1, found - 899); number <= found; number++) {
                    assertThat(study.pool().get(KilledChild.row(study, number)).note())
                            .isEqualTo(String.valueOf(number));
                }
                acknowledged = found;
            }
        }
    }

    /// Lets the child make that many edits and some microseconds more; returns the last one it
    /// acknowledged.
    private static int runAndKill(Path folder, int from, int edits, int micros)
            throws IOException, InterruptedException {
        Process child =
                OtherJvm.brief(KilledChild.class, folder.toString(), String.valueOf(from))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        int last = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < edits; i++) {
                last = number(lines.readLine(), last);
            }
            long until = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            child.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = number(line, last);
            }
        }
        child.waitFor();
        return last;
    }

    /// A line that was cut by the kill is no acknowledgement.
    private static int number(String line, int last) {
        if (line == null) {
            throw new AssertionError("the child ended by itself after edit " + last);
        }
        int number = line.isEmpty() ? 0 : Integer.parseInt(line);
        return number == last + 1 || last == 0 ? number : last;
    }
}
