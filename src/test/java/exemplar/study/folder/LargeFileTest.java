package exemplar.study.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.study.Examples;
import exemplar.study.Finding;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A file large enough to be checked on several threads.
@Timeout(60)
class LargeFileTest {
    private static final int COUNT = 60_000;
    private static final String FILE = "pool.jsonl";

    @TempDir Path folder;

    private static String line(int i) {
        return "{\"id\":\"d-%d\",\"fields\":{\"text\":\"%s %d\"},\"gold\":\"%s\"}"
                .formatted(i, "the lift is out of order again ".repeat(3), i, "ab".charAt(i % 2));
    }

    private Loaded read(List<String> lines, String end) throws IOException {
        Files.writeString(folder.resolve(FILE), String.join(end, lines) + end);
        assertThat(Files.size(folder.resolve(FILE))).isGreaterThan(4_000_000);
        return LinesReader.read(folder, FILE, (soFar, bytes) -> {});
    }

    private static List<String> lines() {
        return new ArrayList<>(IntStream.range(0, COUNT).mapToObj(LargeFileTest::line).toList());
    }

    @Test
    void has_all_its_examples_in_their_order() throws IOException {
        Loaded loaded = read(lines(), "\r\n");
        assertThat(loaded.crlf()).isTrue();
        assertThat(loaded.findings()).isEmpty();
        Examples examples = loaded.examples();
        assertThat(examples.size()).isEqualTo(COUNT);
        for (int i = 0; i < COUNT; i += 997) {
            assertThat(examples.get(i).id()).isEqualTo("d-" + i);
            assertThat(examples.get(i).gold()).isEqualTo(i % 2 == 0 ? "a" : "b");
        }
    }

    @Test
    void says_on_which_line_something_is_wrong_wherever_it_is() throws IOException {
        List<String> lines = lines();
        lines.set(1_234, "{\"id\":\"broken\"");
        lines.set(33_333, "");
        lines.set(55_554, line(17));
        Loaded loaded = read(lines, "\n");
        assertThat(loaded.examples().size()).isEqualTo(COUNT - 3);
        assertThat(loaded.findings()).extracting(Finding::line).containsExactly(1_235, 55_555);
        assertThat(loaded.findings().getLast().kind()).isEqualTo(Finding.Kind.DUPLICATE_ID);
        assertThat(loaded.strays()).hasSize(3);
    }

    @Test
    void tells_now_and_then_what_was_read_so_far() throws IOException {
        Files.writeString(folder.resolve(FILE), String.join("\n", lines()));
        List<Integer> sizes = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        LinesReader.read(
                folder,
                FILE,
                (soFar, read) -> {
                    sizes.add(soFar.size());
                    bytes.add(read);
                });
        assertThat(sizes).first().isEqualTo(512);
        assertThat(bytes).isSorted().allMatch(b -> b > 0);
    }

    @Test
    void ends_at_an_interrupt() throws Exception {
        Files.writeString(folder.resolve(FILE), String.join("\n", lines()));
        assertThatThrownBy(() ->
                        LinesReader.read(
                                folder, FILE, (soFar, read) -> Thread.currentThread().interrupt()))
                .isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        // A thread whose pool has ended may be seen for a moment still.
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("lines-")) {
                assertThat(thread.join(Duration.ofSeconds(20))).as("the threads end").isTrue();
            }
        }
    }
}
