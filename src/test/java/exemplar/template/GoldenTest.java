package exemplar.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What the real Jinja2 3.1 made of many templates; see src/test/python/template_golden.py.
class GoldenTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2024-07-26T13:05:09Z"), ZoneOffset.UTC);

    @Test
    void every_template_renders_or_fails_as_in_python() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> wrong = new ArrayList<>();
        int all = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        GoldenTest.class.getResourceAsStream("golden.jsonl")),
                                StandardCharsets.UTF_8))) {
            JsonNode shared = json.readTree(lines.readLine()).path("context");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ObjectNode sample = (ObjectNode) json.readTree(line);
                if (!sample.has("context")) {
                    sample.set("context", shared);
                }
                boolean chat = sample.path("env").asText().equals("hf");
                Environment environment = chat ? Environment.CHAT : Environment.PYTHON;
                JsonNode answer =
                        json.readTree(
                                Cases.answer(sample.toString(), environment.withClock(CLOCK)));
                boolean right =
                        sample.has("expected")
                                ? answer.path("text").equals(sample.path("expected"))
                                : answer.has("error");
                if (!right) {
                    wrong.add(
                            sample.path("template")
                                    + "\n  python "
                                    + sample.path("expected")
                                    + sample.path("error")
                                    + "\n  here   "
                                    + answer);
                }
                all++;
            }
        }
        assertThat(all).isGreaterThan(1000);
        assertThat(wrong).isEmpty();
    }
}
