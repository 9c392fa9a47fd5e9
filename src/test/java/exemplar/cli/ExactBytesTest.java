package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is shown, what is exported and what a server receives are the same characters.
class ExactBytesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ORIGINS =
            List.of("template", "demo", "query", "instruction", "principle", "fact", "image");
    private static final String[] ODD = {
        "{{ x }}",
        "{% if %}",
        "\"",
        "\\",
        "\t",
        "\n",
        "\r\n",
        "\u200b",
        "\u202e",
        "😀",
        "日本",
        "é",
        "e\u0301",
        "<|im_end|>",
        "&amp;",
        "\u0000",
        " ",
        "a",
        "שלום",
        "\u2028",
        "{",
        "}",
        "%",
        "#}"
    };

    @TempDir Path folder;
    private final Queue<JsonNode> received = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private CliBench bench;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", this::answer);
        server.start();
        bench = new CliBench(folder.resolve("home"));
        String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        ok("models", "add", "wire", "--preset", "vllm", "--base-url", base, "--model", "m");
    }

    @AfterEach
    void close() {
        bench.close();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"co-op-messages", "museum-labels"})
    void everyPromptOfASampleIsTheSameEverywhere(String sample) throws IOException {
        Path study = Files.createDirectories(folder.resolve(sample));
        for (String file : List.of("study.json", "pool.jsonl", "tests.jsonl")) {
            Files.copy(Path.of("samples", sample, file), study.resolve(file));
        }
        sameEverywhere(study);
    }

    @Test
    void everyPromptOfOddTextsIsTheSameEverywhere() throws IOException {
        Path study = folder.resolve("odd");
        ok("new", study.toString(), "--task", "classify", "--labels", "yes,no={{ no }}");
        Random random = new Random(11);
        Files.writeString(study.resolve("pool.jsonl"), lines("d", 30, random));
        Files.writeString(study.resolve("tests.jsonl"), lines("t", 12, random));
        ObjectNode head = (ObjectNode) JSON.readTree(study.resolve("study.json").toFile());
        head.set("designs", designs((ArrayNode) head.get("designs"), random));
        JSON.writeValue(study.resolve("study.json").toFile(), head);
        sameEverywhere(study);
    }

    /// Each starter design in each layout, with templates of odd parts around the fields.
    private static ArrayNode designs(ArrayNode starters, Random random) {
        ArrayNode designs = JSON.createArrayNode();
        for (JsonNode starter : starters) {
            for (String layout : List.of("completion", "chat-turns", "chat-message")) {
                ObjectNode design = starter.deepCopy();
                design.put("name", starter.path("name").asText() + "-" + layout);
                design.put("layout", layout);
                ObjectNode parts = (ObjectNode) design.get("parts");
                parts.put("system", layout.equals("completion") ? "" : "Be brief.\u2028{{ '{{' }}");
                parts.put(
                        "demonstration",
                        "A" + plain(random) + "{{ text }}{% if gold %}→{% endif %} {{ gold }}\n");
                parts.put("query", plain(random) + "{{ text | trim }}\n{{ text|upper }}: ");
                parts.put("separator", random.nextBoolean() ? "\n---\n" : "");
                designs.add(design);
            }
        }
        return designs;
    }

    private static String plain(Random random) {
        return ODD[13 + random.nextInt(2)] + ODD[9 + random.nextInt(4)];
    }

    private static String lines(String prefix, int count, Random random) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("w" + i);
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(ODD[random.nextInt(ODD.length)]);
            }
            ObjectNode line = JSON.createObjectNode();
            line.put("id", prefix + i);
            line.putObject("fields").put("text", text.toString());
            line.put("gold", random.nextBoolean() ? "yes" : "no");
            lines.append(JSON.writeValueAsString(line)).append('\n');
        }
        return lines.toString();
    }

    private void sameEverywhere(Path study) throws IOException {
        List<String> ids = new ArrayList<>();
        Set<String> demonstrations = new HashSet<>();
        for (String line : Files.readAllLines(study.resolve("tests.jsonl"))) {
            ids.add(JSON.readTree(line).path("id").asText());
        }
        for (String line : Files.readAllLines(study.resolve("pool.jsonl"))) {
            demonstrations.add(JSON.readTree(line).path("id").asText());
        }
        assertThat(ids).isNotEmpty();
        for (JsonNode design :
                JSON.readTree(study.resolve("study.json").toFile()).path("designs")) {
            String name = design.path("name").asText();
            Map<String, String> texts = texts(study, name);
            Map<String, JsonNode> messages = messages(study, name);
            assertThat(texts.keySet()).containsExactlyElementsOf(ids);
            for (JsonNode prompt : rendered(study, name, "spans")) {
                String id = prompt.path("id").asText();
                assertThat(prompt.path("text").asText()).isEqualTo(texts.get(id));
                covered(prompt, demonstrations);
            }
            exported(study, name, ids, texts, messages);
            arrived(study, name, design.path("layout").asText(), texts, messages);
        }
    }

    private Map<String, String> texts(Path study, String design) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonNode line : rendered(study, design, "text")) {
            texts.put(line.path("id").asText(), line.path("text").asText());
        }
        return texts;
    }

    private Map<String, JsonNode> messages(Path study, String design) throws IOException {
        Map<String, JsonNode> messages = new LinkedHashMap<>();
        for (JsonNode line : rendered(study, design, "messages")) {
            messages.put(line.path("id").asText(), line.path("messages"));
        }
        return messages;
    }

    private List<JsonNode> rendered(Path study, String design, String as) throws IOException {
        ok("render", study.toString(), "--design", design, "--all", "--as", as);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : bench.out().split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /// Spans cover every character once, in order; a demonstration's span names one there is.
    private static void covered(JsonNode prompt, Set<String> demonstrations) {
        int at = 0;
        StringBuilder joined = new StringBuilder();
        String text = prompt.path("text").asText();
        for (JsonNode span : prompt.path("spans")) {
            assertThat(span.path("start").asInt()).isEqualTo(at);
            assertThat(span.path("end").asInt()).isGreaterThan(at);
            joined.append(text, at, span.path("end").asInt());
            at = span.path("end").asInt();
            assertThat(ORIGINS).contains(span.path("origin").asText());
            if (span.path("origin").asText().equals("demo")) {
                assertThat(demonstrations).contains(span.path("demo").asText());
            }
        }
        assertThat(at).isEqualTo(text.length());
        assertThat(joined).hasToString(text);
    }

    private void exported(
            Path study,
            String design,
            List<String> ids,
            Map<String, String> texts,
            Map<String, JsonNode> messages)
            throws IOException {
        Path out = folder.resolve("out-" + study.getFileName() + "-" + design);
        String[] command = {
            "export", study.toString(), "--design", design, "--format", "", "--out", ""
        };
        command[5] = "text";
        command[7] = out.resolve("text").toString();
        ok(command);
        for (String id : ids) {
            assertThat(Files.readAllBytes(out.resolve("text").resolve(id + ".txt")))
                    .isEqualTo(texts.getOrDefault(id, "").getBytes(StandardCharsets.UTF_8));
        }
        command[5] = "messages";
        command[7] = out.resolve("messages").toString();
        ok(command);
        JsonNode all = JSON.readTree(out.resolve("messages").toFile());
        assertThat(all).hasSize(ids.size());
        for (JsonNode one : all) {
            assertThat(one.path("messages")).isEqualTo(messages.get(one.path("id").asText()));
        }
    }

    private void arrived(
            Path study,
            String design,
            String layout,
            Map<String, String> texts,
            Map<String, JsonNode> messages) {
        received.clear();
        ok("run", study.toString(), "--designs", design, "--models", "wire", "--parallel", "1");
        if (layout.equals("completion")) {
            assertThat(received)
                    .extracting(b -> b.path("prompt").asText())
                    .containsExactlyInAnyOrderElementsOf(new HashSet<>(texts.values()));
        } else {
            assertThat(received)
                    .extracting(b -> b.path("messages"))
                    .containsExactlyInAnyOrderElementsOf(new HashSet<>(messages.values()));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            received.add(body);
            String choice =
                    body.has("prompt") ? "\"text\":\"yes\"" : "\"delta\":{\"content\":\"yes\"}";
            String reply =
                    "data: {\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,"
                            + choice
                            + ",\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
            byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void ok(String... arguments) {
        assertThat(bench.run(arguments)).describedAs(bench.err()).isZero();
    }
}
