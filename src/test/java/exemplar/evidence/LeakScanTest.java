package exemplar.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.SharedData;
import exemplar.model.Example;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeakScanTest {
    private static Fingerprints of(String... texts) throws InterruptedException {
        return of(Arrays.asList(texts));
    }

    private static Fingerprints of(List<String> texts) throws InterruptedException {
        return Fingerprints.of(
                ExampleSource.of(
                        texts.stream().map(t -> Example.of("d", Map.of("text", t), "x")).toList()),
                List.of("text"));
    }

    @Test
    void aTestItemThatStandsInThePoolIsALeak() throws Exception {
        assertThat(LeakScan.of(of("one", "two"), of("three", "two"), true))
                .containsExactly(new Leak(1, 1, Likeness.EXACT, 1));
    }

    @Test
    void theStrictestLikenessIsTold() throws Exception {
        assertThat(LeakScan.of(of("Two!", "two"), of("two", "TWO"), true))
                .extracting(Leak::likeness)
                .containsExactly(Likeness.EXACT, Likeness.NORMALISED);
    }

    @Test
    void twinsAmongTheTestsAloneAreNoLeak() throws Exception {
        assertThat(LeakScan.of(of("one"), of("same", "same"), true)).isEmpty();
    }

    @Test
    void aNearlyEqualItemIsALeakWithItsSimilarity() throws Exception {
        String text = "The choir was flat, the hall was cold, and my brother would have loved ";
        List<Leak> leaks = LeakScan.of(of("else", text + "it"), of(text + "this"), true);
        assertThat(leaks).hasSize(1);
        assertThat(leaks.getFirst().poolRow()).isEqualTo(1);
        assertThat(leaks.getFirst().likeness()).isEqualTo(Likeness.NEAR);
        assertThat(leaks.getFirst().similarity()).isBetween(0.75, 1.0);
    }

    @Test
    void realTweetsAreComparedWithRealTestItems() throws Exception {
        List<String> train = Files.readAllLines(SharedData.require("emotion/train_text.txt"));
        List<String> test = Files.readAllLines(SharedData.require("emotion/test_text.txt"));
        List<Leak> leaks = LeakScan.of(of(train), of(test), true);
        assertThat(leaks).allMatch(l -> l.similarity() >= 0.75);
    }
}
