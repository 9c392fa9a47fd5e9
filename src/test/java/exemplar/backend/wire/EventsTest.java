package exemplar.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.backend.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static List<String> read(byte[] bytes) throws IOException {
        List<String> events = new ArrayList<>();
        new Events("there", new ByteArrayInputStream(bytes))
                .read((name, data) -> {
                    events.add(data);
                    return true;
                });
        return events;
    }

    /// Where a stream ends properly, only the events that arrived whole are told: a line that was
    /// cut, in a character or between two, is none, and no fault either, as its reader misses the
    /// end and says so.
    @Test
    void aStreamThatEndsAnywhereGivesTheEventsBeforeThatPlace() throws IOException {
        byte[] all = "data: “one”\n\ndata: “two”\n\n".getBytes(StandardCharsets.UTF_8);
        int first = "data: “one”\n".getBytes(StandardCharsets.UTF_8).length;
        int second = "data: “one”\n\ndata: “two”\n".getBytes(StandardCharsets.UTF_8).length;
        for (int end = 0; end <= all.length; end++) {
            List<String> told = read(Arrays.copyOf(all, end));
            assertThat(told)
                    .as("of %d bytes", end)
                    .isEqualTo(
                            List.of("“one”", "“two”")
                                    .subList(0, end < first ? 0 : end < second ? 1 : 2));
        }
    }

    @Test
    void theMarkOfTheEndNeedsNoLineEnd() throws IOException {
        assertThat(read("data: one\n\ndata: [DONE]".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("one", "[DONE]");
    }

    @Test
    void bytesThatAreNoTextAreAFault() {
        byte[] bytes = "data: a?\n\n".getBytes(StandardCharsets.UTF_8);
        bytes[7] = (byte) 0xff;
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        WireFault.class,
                        e -> assertThat(e.fault()).isInstanceOf(Fault.Malformed.class));
    }
}
