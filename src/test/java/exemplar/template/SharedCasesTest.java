package exemplar.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedCasesTest {
    @Test
    void real_prompt_templates_render_byte_for_byte_as_in_python() throws IOException {
        Path file = SharedData.require("jinja/cases.jsonl");
        ObjectMapper json = new ObjectMapper();
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode sample = json.readTree(line);
            if (sample.path("template").asText().contains("random")) {
                continue; // differs from run to run in Python too
            }
            all++;
            JsonNode answer = json.readTree(Cases.answer(line, Environment.PYTHON));
            if (!answer.path("text").equals(sample.path("expected"))) {
                wrong.add(sample.path("id").asText() + ": " + answer);
            }
        }
        assertThat(all).isGreaterThan(1000);
        assertThat(wrong).isEmpty();
    }
}
