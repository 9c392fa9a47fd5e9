package exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.model.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesCliTest {
    private static final byte[] IMAGE =
            "\u0089PNG\r\n\u001a\n and so on".getBytes(StandardCharsets.ISO_8859_1);
    private static final Picture PICTURE = Picture.of("image/png", IMAGE);

    @TempDir Path home;
    private Path study;
    private Path file;
    private CliBench bench;

    @BeforeEach
    void make() throws IOException {
        bench = new CliBench(home);
        study = home.resolve("seen");
        assertThat(
                        bench.run(
                                "new",
                                study.toString(),
                                "--task",
                                "classify",
                                "--fields",
                                "text",
                                "--labels",
                                "cat,dog"))
                .isZero();
        Files.createDirectories(study.resolve("images"));
        file = Files.write(study.resolve("images/" + PICTURE.sha256() + ".png"), IMAGE);
        Files.writeString(
                study.resolve("tests.jsonl"),
                "{\"id\":\"t1\",\"fields\":{\"text\":\"it purrs\"},\"gold\":\"cat\",\"images\":[\""
                        + PICTURE.sha256()
                        + "\"]}\n");
        Path head = study.resolve("study.json");
        Files.writeString(head, Files.readString(head).replace("\"completion\"", "\"chat-turns\""));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anImageIsAPlaceholderWithTypeNameAndSizeWhereMessagesArePrinted() throws IOException {
        assertThat(bench.run("render", study.toString(), "--item", "t1", "--as", "messages"))
                .isZero();
        JsonNode content = new ObjectMapper().readTree(bench.out()).path(0).path("content");
        if (!content.isArray()) {
            content = new ObjectMapper().readTree(bench.out()).path(1).path("content");
        }
        assertThat(content.path(0).path("type").asText()).isEqualTo("image");
        assertThat(content.path(0).path("sha256").asText()).isEqualTo(PICTURE.sha256());
        assertThat(content.path(0).path("mime_type").asText()).isEqualTo("image/png");
        assertThat(content.path(0).path("bytes").asInt()).isEqualTo(IMAGE.length);
        assertThat(content.path(1).path("text").asText()).contains("it purrs");
        assertThat(bench.out()).doesNotContain(PICTURE.base64());
        assertThat(bench.run("render", study.toString(), "--item", "t1", "--as", "spans")).isZero();
        assertThat(new ObjectMapper().readTree(bench.out()).path("images").path(0).path("sha256"))
                .hasToString("\"" + PICTURE.sha256() + "\"");
        assertThat(bench.run("render", study.toString(), "--item", "t1")).isZero();
        assertThat(bench.err()).contains("1 images go with this text");
    }

    @Test
    void aMissingImageIsToldByCheckRenderAndRunWithItsExample() throws IOException {
        Files.delete(file);
        assertThat(bench.run("check", study.toString())).isEqualTo(Trouble.FINDINGS);
        assertThat(bench.out()).contains("of \"t1\" is not in the study's folder");
        assertThat(bench.run("render", study.toString(), "--item", "t1"))
                .isEqualTo(Trouble.FINDINGS);
        assertThat(bench.err()).contains("'t1'", "not in the study's folder");
        assertThat(bench.run("run", study.toString(), "--models", "mock"))
                .isEqualTo(Trouble.FINDINGS);
        assertThat(bench.err()).contains("'t1'", "not in the study's folder");
    }

    @Test
    void anExportDoesNotDropThemSilently() {
        assertThat(
                        bench.run(
                                "export",
                                study.toString(),
                                "--design",
                                "zero-shot",
                                "--format",
                                "messages",
                                "--out",
                                home.resolve("out").toString()))
                .isNotZero();
        assertThat(bench.err()).contains("'t1'", "images");
    }
}
