package exemplar.study.folder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.study.Applied;
import exemplar.study.Edit;
import exemplar.study.Sample;
import exemplar.study.Study;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenStudyTest {
    @TempDir Path folder;

    private void create(Study study) throws IOException {
        OpenStudy.create(folder, study).close();
    }

    @Test
    void what_was_saved_is_there_again() throws IOException {
        create(Sample.study(2000));
        Study edited;
        try (OpenStudy open = OpenStudy.open(folder)) {
            open.history().apply(Sample.text(1500, "changed \"text\" {{ x }}\n\u2028\ud83d"));
            open.history().apply(Edit.of("name", s -> s.withName("renamed")));
            assertThat(open.dirty()).isTrue();
            assertThat(open.save()).isEqualTo(new Saved.Done(List.of("study.json", "pool.jsonl")));
            assertThat(open.dirty()).isFalse();
            edited = open.study();
        }
        try (OpenStudy open = OpenStudy.open(folder)) {
            assertThat(open.study()).isEqualTo(edited);
            assertThat(open.restored()).isEmpty();
            assertThat(open.findings()).isEmpty();
        }
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("study.json", "pool.jsonl", "tests.jsonl");
    }

    @Test
    void an_edit_changes_its_own_line_and_no_other_byte() throws IOException {
        create(Sample.study(3));
        String pool =
                """
                {"id": "a", "fields" : {"text": "caf\\u00e9"}, "zeal": 1.50, "gold":"joy"}
                {"gold":"anger","id":"b","fields":{"text":"x"},"mine":{"deep":[1,null,2e3]}}\r
                {"fields":{"text":"last"},"id":"c"}\
                """;
        Files.writeString(folder.resolve("pool.jsonl"), pool);
        try (OpenStudy open = OpenStudy.open(folder)) {
            open.history().apply(Sample.text(1, "y"));
            open.save();
        }
        assertThat(Files.readString(folder.resolve("pool.jsonl")))
                .isEqualTo(
                        """
                        {"id": "a", "fields" : {"text": "caf\\u00e9"}, "zeal": 1.50, "gold":"joy"}
                        {"id":"b","fields":{"text":"y"},"gold":"anger","mine":{"deep":[1,null,2E+3]}}
                        {"fields":{"text":"last"},"id":"c"}\
                        """);
    }

    @Test
    void broken_lines_are_reported_and_kept() throws IOException {
        create(Sample.study(3));
        byte[] latin1 = "{\"id\":\"l\",\"fields\":{\"text\":\"caf\u00e9\"}}\n".getBytes(ISO_8859_1);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                "{\"id\":\"a\",\"fields\":{\"text\":\"one\"}}\n{\"id\":\"b\", oops\n\n"
                        .getBytes(UTF_8));
        bytes.writeBytes(latin1);
        bytes.writeBytes(
                "{\"id\":\"c\",\"fields\":{\"n\":3}}\n{\"id\":\"d\",\"fields\":{\"text\":\"two\"}}\n{\"id\":\"a\",\"fields\":{\"text\":\"twin\"}}\n"
                        .getBytes(UTF_8));
        Files.write(folder.resolve("pool.jsonl"), bytes.toByteArray());
        try (OpenStudy open = OpenStudy.open(folder)) {
            assertThat(open.study().pool()).extracting(e -> e.id()).containsExactly("a", "d");
            assertThat(open.findings())
                    .extracting(f -> f.file() + " " + f.line() + " " + f.kind())
                    .containsExactly(
                            "pool.jsonl 2 BROKEN_LINE",
                            "pool.jsonl 4 ENCODING",
                            "pool.jsonl 5 WRONG_TYPE",
                            "pool.jsonl 7 DUPLICATE_ID");
            assertThat(open.findings().getLast().sentence())
                    .contains("line 7")
                    .contains("of line 1");
            open.history().apply(Sample.text(0, "ONE"));
            open.save();
        }
        String before = bytes.toString(ISO_8859_1);
        String after = new String(Files.readAllBytes(folder.resolve("pool.jsonl")), ISO_8859_1);
        assertThat(after).isEqualTo(before.replace("one", "ONE"));
    }

    @Test
    void unknown_members_of_study_json_are_kept_wherever_they_stand() throws IOException {
        Files.writeString(
                folder.resolve("study.json"),
                """
                {"schema": 1, "colour": "blue",
                 "task": {"kind": "classify", "inputs": ["text"], "output": "o", "mood": {"a": 1},
                          "labels": ["joy", {"name": "anger", "colour": "red"}]},
                 "designs": [{"name": "d", "template": "x", "selection": {"selector": "first", "count": 2, "why": "few"}}],
                 "comparisons": [{"name": "c", "designs": ["d"], "models": [], "goal": "win"}]}
                """);
        try (OpenStudy open = OpenStudy.open(folder)) {
            open.history().apply(Edit.of("name", s -> s.withName("renamed")));
            open.save();
        }
        assertThat(Files.readString(folder.resolve("study.json")))
                .startsWith("{\n  \"schema\": 1,\n  \"name\": \"renamed\"")
                .contains(
                        "\"colour\": \"blue\"",
                        "\"mood\": {",
                        "\"colour\": \"red\"",
                        "\"why\": \"few\"",
                        "\"goal\": \"win\"");
        OpenStudy.open(folder).close();
    }

    @Test
    void a_newer_schema_opens_for_reading_only() throws IOException {
        create(Sample.study(3));
        Path json = folder.resolve("study.json");
        Files.writeString(json, Files.readString(json).replace("\"schema\": 1", "\"schema\": 2"));
        try (OpenStudy open = OpenStudy.open(folder)) {
            assertThat(open.readOnly().orElseThrow()).contains("newer version");
            assertThat(open.history().apply(Sample.text(0, "x")))
                    .isInstanceOf(Applied.Refused.class);
            assertThat(open.save()).isInstanceOf(Saved.Failed.class);
        }
    }

    @Test
    void a_second_window_reads_only_until_the_first_is_closed() throws IOException {
        create(Sample.study(3));
        OpenStudy first = OpenStudy.open(folder);
        first.history().apply(Sample.text(0, "unsaved"));
        try (OpenStudy second = OpenStudy.open(folder)) {
            assertThat(second.readOnly().orElseThrow()).contains("another window");
            assertThat(second.study().pool().get(0).field("text")).isEqualTo("unsaved");
        }
        first.save();
        first.close();
        try (OpenStudy third = OpenStudy.open(folder)) {
            assertThat(third.readOnly()).isEmpty();
            assertThat(third.study().pool().get(0).field("text")).isEqualTo("unsaved");
        }
    }

    @Test
    void what_is_no_study_is_refused_in_a_sentence() throws IOException {
        assertThatThrownBy(() -> OpenStudy.open(folder.resolve("nowhere")))
                .hasMessageContaining("no such folder");
        assertThatThrownBy(() -> OpenStudy.open(folder)).hasMessageContaining("has no study.json");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> OpenStudy.open(file)).hasMessageContaining("is a file");
        Files.createDirectory(folder.resolve("study.json"));
        assertThatThrownBy(() -> OpenStudy.open(folder))
                .hasMessageContaining("directory study.json");
        Files.delete(folder.resolve("study.json"));
        Files.writeString(folder.resolve("study.json"), "{\n\"schema\": 1,\n\"task\": oops}");
        assertThatThrownBy(() -> OpenStudy.open(folder)).hasMessageContaining("study.json, line 3");
        Files.writeString(
                folder.resolve("study.json"),
                "{\"schema\":1,\"designs\":[{\"name\":\"d\",\"template\":3}]}");
        assertThatThrownBy(() -> OpenStudy.open(folder))
                .hasMessageContaining("\"designs[0].template\" must be a text");
        Files.writeString(folder.resolve("study.json"), "{\"schema\":1}");
        Files.createDirectory(folder.resolve("pool.jsonl"));
        assertThatThrownBy(() -> OpenStudy.open(folder))
                .hasMessageContaining("pool.jsonl: is a directory");
    }
}
