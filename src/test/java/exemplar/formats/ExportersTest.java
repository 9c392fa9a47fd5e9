package exemplar.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.model.Example;
import exemplar.model.Layout;
import exemplar.model.PromptForm;
import exemplar.model.RenderedPrompt;
import exemplar.model.TemplateOptions;
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path temp;

    static Stream<Subject> designs() {
        return Designs.all();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyDesignComesBackAsItIsSentInEveryFormat(Subject subject) throws IOException {
        for (Exporter exporter : Exporters.all()) {
            Writing.Written written =
                    Writing.write(exporter, subject, temp.resolve(exporter.name()));
            assertThat(written.differences()).as(exporter.name()).isEmpty();
            assertThat(written.losses()).noneMatch(l -> l.contains("come out different"));
        }
    }

    @Test
    void realJinjaRendersTheSamePrompts() throws Exception {
        List<Map<String, Object>> cases = new ArrayList<>();
        List<RenderedPrompt> wanted = new ArrayList<>();
        for (Subject subject : Stream.concat(designs(), samples()).toList()) {
            for (String format : List.of("jinja2", "jinja2-context")) {
                Exported exported = Exporters.of(format).orElseThrow().export(subject);
                JsonNode context = JSON.readTree(exported.files().getLast().text());
                for (Example item : subject.items()) {
                    if (!subject.demonstrations(item).equals(subject.demonstrations())) {
                        continue;
                    }
                    Map<String, Object> all = new LinkedHashMap<>();
                    context.properties().forEach(e -> all.put(e.getKey(), e.getValue()));
                    all.put("item", exemplar.formats.jinja.Data.item(subject.task(), item));
                    cases.add(
                            Map.of("template", exported.files().getFirst().text(), "context", all));
                    wanted.add(subject.prompt(item));
                }
            }
        }
        List<String> rendered = python(cases);
        assertThat(rendered).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            RenderedPrompt prompt = wanted.get(i);
            if (prompt.isChat()) {
                List<String> said = new ArrayList<>();
                JSON.readTree(rendered.get(i))
                        .forEach(m ->
                                said.add(m.get("role").asText() + " " + m.get("content").asText()));
                assertThat(said)
                        .isEqualTo(
                                prompt.messages().stream()
                                        .map(m -> m.role().wireName() + " " + m.content())
                                        .toList());
            } else {
                assertThat(rendered.get(i)).isEqualTo(prompt.text());
            }
        }
    }

    /// Renders with Python's Jinja2; skips the test where there is none.
    private List<String> python(List<Map<String, Object>> cases) throws Exception {
        Path in = temp.resolve("cases.json");
        Path out = temp.resolve("texts.json");
        Files.write(in, JSON.writeValueAsBytes(cases));
        String script =
                "import json,sys,jinja2\n"
                        + "e=jinja2.Environment()\n"
                        + "json.dump([e.from_string(c['template']).render(**c['context']) for c in json.load(open(sys.argv[1],encoding='utf-8'))], open(sys.argv[2],'w'))\n";
        Process process;
        try {
            process =
                    new ProcessBuilder("python3", "-c", script, in.toString(), out.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(temp.resolve("said.txt").toFile())
                            .start();
        } catch (IOException e) {
            assumeThat(false).as("there is no python3 here").isTrue();
            return List.of();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(temp.resolve("said.txt"));
        assumeThat(said).as("python3 without jinja2").doesNotContain("No module named");
        assertThat(process.exitValue()).as(said).isZero();
        List<String> texts = new ArrayList<>();
        JSON.readTree(Files.readAllBytes(out)).forEach(t -> texts.add(t.asText()));
        return texts;
    }

    private Stream<Subject> samples() throws IOException {
        List<Subject> subjects = new ArrayList<>();
        for (String name : List.of("co-op-messages", "museum-labels")) {
            Path folder = Files.createDirectories(temp.resolve(name));
            for (String file : List.of("study.json", "pool.jsonl", "tests.jsonl")) {
                Files.copy(Path.of("samples", name, file), folder.resolve(file));
            }
            try (OpenStudy open = OpenStudy.open(folder)) {
                Study study = open.study();
                study.designs()
                        .forEach(d ->
                                subjects.add(
                                        new Subject(study.task(), d, study.pool(), study.tests())));
            }
        }
        return subjects.stream();
    }

    @Test
    void aTemplateWithItsDemonstrationsNamesOnlyTheItem() throws IOException {
        Subject subject =
                Designs.subject(Designs.usual(), Layout.COMPLETION, TemplateOptions.DEFAULT);
        Exported exported = Exporters.of("jinja2").orElseThrow().export(subject);
        assertThat(JSON.readTree(exported.files().getLast().text()).properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("item");
        assertThat(exported.files().getFirst().text())
                .contains("Text: plain\nMood: ")
                .endsWith("{% with text = item.text %}Text: {{ text }}\nMood:{% endwith %}");
    }

    @Test
    void textFilesHoldTheExactBytesUnderNamesEveryDiskTakes() throws IOException {
        Subject subject =
                Designs.subject(Designs.usual(), Layout.COMPLETION, TemplateOptions.DEFAULT);
        Exporter text = Exporters.of("text").orElseThrow();
        Writing.Written written = Writing.write(text, subject, temp.resolve("prompts"));
        assertThat(written.files()).hasSameSizeAs(subject.items());
        assertThat(written.files().getFirst()).hasFileName("t_0.txt");
        assertThat(Files.readAllBytes(written.files().get(3)))
                .isEqualTo(
                        subject.prompt(subject.items().get(3))
                                .text()
                                .getBytes(StandardCharsets.UTF_8));
        Subject one = subject.withItems(subject.items().subList(0, 1));
        assertThat(Writing.write(text, one, temp.resolve("one.txt")).files())
                .containsExactly(temp.resolve("one.txt"));
    }

    @Test
    void anExportMayBeReadByWhoeverMayReadOtherFilesOfThePerson() throws IOException {
        assumeThat(Files.getFileStore(temp).supportsFileAttributeView(PosixFileAttributeView.class))
                .isTrue();
        Subject subject =
                Designs.subject(Designs.usual(), Layout.COMPLETION, TemplateOptions.DEFAULT);
        Path usual = Files.writeString(temp.resolve("usual.txt"), "");
        Writing.Written written =
                Writing.write(
                        Exporters.of("messages").orElseThrow(), subject, temp.resolve("all.json"));
        assertThat(Files.getPosixFilePermissions(written.files().getFirst()))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void whatAFormatCannotSayIsSaidBeforehand() throws IOException {
        Subject chat = Designs.subject(Designs.usual(), Layout.CHAT_TURNS, TemplateOptions.DEFAULT);
        assertThat(Exporters.of("text").orElseThrow().export(chat).losses())
                .singleElement()
                .satisfies(l -> assertThat(l).contains("does not say who speaks"));
        Subject html =
                Designs.subject(
                        new PromptForm.Free("{{ item.text | tojson }}"),
                        Layout.COMPLETION,
                        TemplateOptions.DEFAULT);
        assertThat(Exporters.of("jinja2").orElseThrow().export(html).losses())
                .anyMatch(l -> l.contains("5 of 11 prompts") && l.contains("tojson"));
    }

    @Test
    void halfACharacterIsRefusedAsTextAndKeptInMessages() throws IOException {
        Subject subject =
                Designs.subject(Designs.usual(), Layout.COMPLETION, TemplateOptions.DEFAULT)
                        .withItems(
                                List.of(
                                        Example.of(
                                                "half",
                                                Map.of("text", "broken \ud83d", "items", ""),
                                                "")));
        assertThatThrownBy(() -> Exporters.of("text").orElseThrow().export(subject))
                .isInstanceOf(ExportFault.class)
                .hasMessageContaining("half")
                .hasMessageContaining("U+D83D");
        Path out = temp.resolve("m.json");
        assertThat(
                        Writing.write(Exporters.of("messages").orElseThrow(), subject, out)
                                .differences())
                .isEmpty();
    }

    @Test
    void aBrokenTemplateAndAnUnwritablePlaceAreSentences() {
        Subject broken =
                Designs.subject(
                        new PromptForm.Free("{{ item.txet }}"),
                        Layout.COMPLETION,
                        TemplateOptions.DEFAULT);
        for (Exporter exporter : Exporters.all()) {
            assertThatThrownBy(() -> exporter.export(broken))
                    .isInstanceOf(ExportFault.class)
                    .hasMessageContaining("line 1")
                    .hasMessageEndingWith("nothing was written.");
        }
        Subject fine = Designs.subject(Designs.usual(), Layout.COMPLETION, TemplateOptions.DEFAULT);
        assertThatThrownBy(
                        () -> {
                            Path file = Files.writeString(temp.resolve("file"), "x");
                            Writing.write(
                                    Exporters.of("messages").orElseThrow(),
                                    fine,
                                    file.resolve("a"));
                        })
                .isInstanceOf(ExportFault.class)
                .hasMessageContaining("could not be written");
    }
}
