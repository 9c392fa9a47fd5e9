package exemplar.backend.cache;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.OtherJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledCacheTest {
    private static final int KILLS = 4;

    @TempDir Path home;

    @Test
    void everyAnswerThatWasKeptIsThereAfterTheProcessIsKilled() throws Exception {
        Path file = home.resolve("cache.sqlite");
        Random random = new Random(7);
        List<Integer> kept = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            kept.addAll(keepUntilKilled(file, kill * 1_000_000, 1 + random.nextInt(300)));
            try (AnswerCache cache = AnswerCache.open(file, Clock.systemUTC())) {
                for (int i : kept) {
                    assertThat(cache.find(KilledCacheChild.key(i)))
                            .hasValue(KilledCacheChild.reply(i).fromCache());
                }
            }
        }
        assertThat(home.resolve("cache.sqlite.damaged")).doesNotExist();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(KILLS);
    }

    private static List<Integer> keepUntilKilled(Path file, int first, int answers)
            throws IOException, InterruptedException {
        Process child =
                OtherJvm.brief(KilledCacheChild.class, file.toString(), String.valueOf(first))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<Integer> said = new ArrayList<>();
        try (BufferedReader out = child.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(Integer.parseInt(line));
                if (said.size() == answers) {
                    // By its handle: the process's own method closes the stream that is read here.
                    assertThat(child.toHandle().destroyForcibly()).isTrue();
                }
            }
        }
        child.waitFor();
        return said;
    }
}
