package exemplar.backend.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceFileTest {
    @TempDir Path settings;
    private long now;
    private int written;

    private void write(String text) throws IOException {
        Path file = Files.writeString(PriceTable.own(settings), text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * ++written));
        now += TimeUnit.SECONDS.toNanos(2);
    }

    private static String table(double price) {
        return "{\"as_of\": \"2026-02-02\", \"models\": [{\"host\": \"127.0.0.1\", \"model\": \"*\","
                + " \"prompt\": "
                + price
                + ", \"answer\": 8}]}";
    }

    @Test
    void aTableThatWasNeverReadKnowsNoPriceUntilItIsMended() throws IOException {
        write("{ broken");
        PriceFile prices = new PriceFile(settings, () -> now);
        assertThat(prices.get().of("api.openai.com", "gpt-4.1")).isEmpty();
        write(table(3));
        assertThat(prices.get().of("127.0.0.1", "m")).contains(new Price(3, 8));
    }

    @Test
    void aChangedFileCountsAtOnceAndABrokenOneLeavesThePricesBefore() throws IOException {
        PriceFile prices = new PriceFile(settings, () -> now);
        assertThat(prices.get().of("127.0.0.1", "m")).contains(Price.FREE);
        write(table(3));
        assertThat(prices.get().of("127.0.0.1", "m")).contains(new Price(3, 8));
        write("{ broken");
        assertThat(prices.get().of("127.0.0.1", "m")).contains(new Price(3, 8));
        write(table(5));
        assertThat(prices.get().of("127.0.0.1", "m")).contains(new Price(5, 8));
        Files.delete(PriceTable.own(settings));
        now += TimeUnit.SECONDS.toNanos(2);
        assertThat(prices.get().of("127.0.0.1", "m")).contains(Price.FREE);
    }
}
