package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.compare.ATrial;
import exemplar.compare.Cell;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.study.runs.LabelEvidence.Part;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console =
            new Console(
                    OutputStream.nullOutputStream(),
                    new PrintStream(said, true, StandardCharsets.UTF_8),
                    true);

    /// Where the count begins means nothing: it may be below zero.
    private long nanos = -5_000_000_000L;

    private String lastLine() {
        String all = said.toString(StandardCharsets.UTF_8);
        return all.substring(all.lastIndexOf('\r') + 1);
    }

    private static Cell cell(int item) {
        return new Cell(new Variant("few", "mock"), "t-" + item, 0);
    }

    private static Trial ended(int item, Instant at) {
        return ATrial.of(cell(item)).at(at).made();
    }

    @Test
    void theRateOfARunIsThatOfTheTimeGoneByEvenWhenTheTimeOfDayIsPutBack() {
        RunProgress progress =
                new RunProgress(console, 10, () -> nanos, Clock.fixed(NOON, ZoneOffset.UTC));
        nanos += 1_000_000_000L;
        progress.ended(ended(1, Instant.parse("2026-01-02T00:00:00Z")));
        nanos += 1_000_000_000L;
        progress.ended(ended(2, Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(lastLine()).isEqualTo("2 of 10 · 1.0/s · 8 s left");
    }

    @Test
    void aRunThatStandsStillBecauseAServerSaidSoSaysWhy() {
        RunProgress progress =
                new RunProgress(console, 10, () -> nanos, Clock.fixed(NOON, ZoneOffset.UTC));
        progress.waiting(cell(1), NOON.plusSeconds(9), "Busy until later.");
        progress.waiting(cell(2), NOON.plusSeconds(8), "Too many requests (429).");
        assertThat(lastLine()).isEqualTo("0 of 10 · 2 waiting: Too many requests (429).");
        nanos += 1_000_000_000L;
        progress.ended(ended(1, NOON));
        progress.ended(ended(2, NOON));
        assertThat(lastLine()).isEqualTo("2 of 10 · 2.0/s · 4 s left");
    }

    @Test
    void aRunOfThousandsASecondIsToldInStepsToItsEnd() {
        RunProgress progress =
                new RunProgress(console, 5_003, () -> nanos, Clock.fixed(NOON, ZoneOffset.UTC));
        for (int item = 0; item < 5_003; item++) {
            nanos += 200_000L;
            progress.ended(ended(item, NOON));
        }
        assertThat(said.toString(StandardCharsets.UTF_8).split(" of ")).hasSizeBetween(10, 60);
        assertThat(lastLine()).startsWith("5003 of 5003 ");
    }

    @Test
    void theRateOfALabellingBeginsAnewWithEachPart() {
        LabelProgress progress = new LabelProgress(console, () -> nanos);
        List<Example> asked =
                List.of(Example.of("a", Map.of(), "joy"), Example.of("b", Map.of(), "joy"));
        nanos += 60_000_000_000L;
        progress.begin(Part.POOL, asked, asked);
        nanos += 4_000_000_000L;
        progress.failed(asked.getFirst(), "The server is busy.");
        assertThat(lastLine()).isEqualTo("1 of 2 · 0.3/s · 4 s left · 1 failed");
    }
}
