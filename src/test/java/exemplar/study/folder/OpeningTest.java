package exemplar.study.folder;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.study.Edit;
import exemplar.study.Finding;
import exemplar.study.Sample;
import exemplar.study.Study;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    @TempDir Path folder;

    @BeforeEach
    void create() throws IOException {
        OpenStudy.create(folder, Sample.study(3000)).close();
    }

    @Test
    void the_first_rows_come_before_the_last_are_read() throws IOException {
        List<Study> told = new ArrayList<>();
        Opening opening = new Opening(folder, told::add);
        assertThat(opening.progress()).isZero();
        try (OpenStudy open = opening.open()) {
            assertThat(told).extracting(s -> s.pool().size()).startsWith(0, 512);
            assertThat(told.get(1).pool()).isEqualTo(open.study().pool().subList(0, 512));
            assertThat(told.getFirst().designs()).isEqualTo(open.study().designs());
            assertThat(opening.progress()).isEqualTo(1);
        }
    }

    @Test
    void an_interrupt_ends_opening_and_leaves_the_study_free() throws IOException {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> OpenStudy.open(folder))
                .isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        try (OpenStudy open = OpenStudy.open(folder)) {
            assertThat(open.readOnly()).isEmpty();
        }
    }

    @Test
    void a_line_without_end_is_reported_and_keeps_the_file_from_being_written() throws IOException {
        Path pool = folder.resolve("pool.jsonl");
        byte[] before = Files.readAllBytes(pool);
        String huge =
                "{\"id\":\"huge\",\"fields\":{\"text\":\"" + "x".repeat(17_000_000) + "\"}}\n";
        Files.write(pool, huge.getBytes(UTF_8));
        Files.write(pool, before, StandardOpenOption.APPEND);
        try (OpenStudy open = OpenStudy.open(folder)) {
            assertThat(open.study().pool()).hasSize(3000);
            assertThat(open.findings())
                    .extracting(Finding::sentence)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("pool.jsonl, line 1: is longer than 16 MB");
            assertThat(open.readOnly().orElseThrow()).contains("for reading only");
        }
        assertThat(Files.size(pool)).isEqualTo(before.length + huge.length());
    }

    @Test
    void utf16_is_named_and_never_written_over() throws IOException {
        byte[] bytes = ("\ufeff" + "{\"id\":\"a\",\"fields\":{}}\n").getBytes(UTF_16LE);
        Files.write(folder.resolve("pool.jsonl"), bytes);
        try (OpenStudy open = OpenStudy.open(folder)) {
            assertThat(open.findings().getFirst().sentence()).contains("pool.jsonl: is UTF-16");
            assertThat(open.readOnly()).isPresent();
        }
        assertThat(Files.readAllBytes(folder.resolve("pool.jsonl"))).isEqualTo(bytes);
    }

    @Test
    void byte_order_mark_and_windows_line_ends_stay() throws IOException {
        String text =
                "\ufeff{\"id\":\"a\",\"fields\":{\"text\":\"one\"}}\r\n\r\n{\"id\":\"b\",\"fields\":{\"text\":\"two\"}}\r\n";
        Files.writeString(folder.resolve("pool.jsonl"), text);
        try (OpenStudy open = OpenStudy.open(folder)) {
            assertThat(open.findings()).isEmpty();
            open.history().apply(Sample.text(1, "TWO"));
            open.save();
        }
        assertThat(Files.readString(folder.resolve("pool.jsonl")))
                .isEqualTo(text.replace("two", "TWO"));
    }

    @Test
    void a_file_with_nothing_but_faults_says_so_once_for_each_of_the_first_hundred()
            throws IOException {
        Files.writeString(folder.resolve("pool.jsonl"), "id,text\n".repeat(5000));
        try (OpenStudy open = OpenStudy.open(folder)) {
            assertThat(open.findings()).hasSize(101);
            assertThat(open.findings().getLast().what()).contains("4,900 more");
            assertThat(open.study().pool()).isEmpty();
            open.history().apply(Edit.of("add", s -> s.withPool(Sample.examples(1))));
            open.save();
        }
        assertThat(Files.readString(folder.resolve("pool.jsonl")))
                .startsWith("id,text\n".repeat(5000) + "{\"id\":");
    }

    @Test
    void a_change_of_every_example_is_one_step_that_survives_the_end_of_the_process()
            throws IOException {
        BitSet all = new BitSet();
        all.set(0, 3000);
        String long_ = "x".repeat(2000);
        try (OpenStudy open = OpenStudy.open(folder)) {
            open.history()
                    .apply(
                            Edit.of(
                                    "bulk",
                                    s ->
                                            s.withPool(
                                                    s.pool()
                                                            .mapped(
                                                                    all,
                                                                    e ->
                                                                            e.withNote(
                                                                                    long_
                                                                                            + e
                                                                                                    .id())))));
            open.history().apply(Sample.text(7, "after"));
        }
        try (OpenStudy open = OpenStudy.open(folder)) {
            assertThat(open.restored().orElseThrow().edits()).isEqualTo(2);
            assertThat(open.study().pool())
                    .allSatisfy(e -> assertThat(e.note()).isEqualTo(long_ + e.id()));
            assertThat(open.study().pool().get(7).field("text")).isEqualTo("after");
        }
    }
}
