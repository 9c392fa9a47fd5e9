package exemplar.study.folder;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Example;
import exemplar.study.Applied;
import exemplar.study.Edit;
import exemplar.study.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedOnDiskTest {
    @TempDir Path folder;
    private OpenStudy open;

    @BeforeEach
    void open() throws IOException {
        OpenStudy.create(folder, Sample.study(10)).close();
        open = OpenStudy.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        open.close();
    }

    private void replace(String file, String what, String with) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(what);
        Files.writeString(path, text.replace(what, with));
    }

    private DiskCheck.Changed changed() {
        return (DiskCheck.Changed) open.checkDisk();
    }

    private String text(int row) {
        return open.study().pool().get(row).field("text");
    }

    @Test
    void nothing_is_noticed_where_nothing_changed() throws IOException {
        Files.setLastModifiedTime(folder.resolve("pool.jsonl"), FileTime.fromMillis(1000));

        assertThat(open.checkDisk()).isEqualTo(new DiskCheck.Same());
        open.history().apply(Sample.text(1, "mine"));
        assertThat(open.save()).isEqualTo(new Saved.Done(List.of("pool.jsonl")));
        assertThat(open.checkDisk()).isEqualTo(new DiskCheck.Same());
    }

    @Test
    void changes_of_different_examples_are_merged_and_nothing_is_overwritten() throws IOException {
        open.history().apply(Sample.text(1, "mine"));
        open.history()
                .apply(
                        Edit.of(
                                "add",
                                s ->
                                        s.withPool(
                                                s.pool()
                                                        .inserted(
                                                                1,
                                                                List.of(
                                                                        Example.of(
                                                                                "new-mine",
                                                                                Map.of("text", "n"),
                                                                                "joy"))))));
        BitSet last = new BitSet();
        last.set(10);
        open.history().apply(Edit.of("remove", s -> s.withPool(s.pool().removed(last))));
        replace("pool.jsonl", "text number 5", "theirs");
        replace(
                "pool.jsonl",
                "{\"id\":\"d-003\"",
                "{\"id\":\"new-theirs\",\"fields\":{\"text\":\"t\"}}\n{\"id\":\"d-003\"");
        replace("study.json", "One word.", "Two words.");

        assertThat(open.save())
                .isEqualTo(new Saved.ChangedOnDisk(List.of("study.json", "pool.jsonl")));
        DiskCheck.Changed changed = changed();
        assertThat(changed.conflicts()).isEmpty();
        assertThat(open.merge(changed, c -> Side.MINE)).isInstanceOf(Applied.Done.class);

        assertThat(open.study().pool())
                .extracting(Example::id)
                .containsExactly(
                        "d-000",
                        "new-mine",
                        "d-001",
                        "d-002",
                        "new-theirs",
                        "d-003",
                        "d-004",
                        "d-005",
                        "d-006",
                        "d-007",
                        "d-008");
        assertThat(text(2)).isEqualTo("mine");
        assertThat(text(7)).isEqualTo("theirs");
        assertThat(open.study().task().instruction()).contains("Two words.");
        assertThat(open.save()).isInstanceOf(Saved.Done.class);
        assertThat(Files.readString(folder.resolve("pool.jsonl")))
                .contains("mine", "theirs", "new-theirs");
        open.history().undo();
        assertThat(open.study().task().instruction()).contains("One word.");
    }

    @Test
    void the_same_example_changed_twice_is_asked_about() throws IOException {
        open.history().apply(Sample.text(1, "mine"));
        open.history().apply(Sample.text(2, "mine too"));
        open.history()
                .apply(Edit.of("task", s -> s.withDesign(s.designs().get(0).withAnswerTokens(99))));
        replace("pool.jsonl", "text number 1", "theirs");
        replace("pool.jsonl", "text number 2", "theirs too");
        replace("study.json", "\"answerTokens\": 16", "\"answerTokens\": 8");

        DiskCheck.Changed changed = changed();
        assertThat(changed.conflicts())
                .extracting(Conflict::what)
                .containsExactly("designs.plain.answerTokens", "d-001", "d-002");
        assertThat(changed.conflicts().get(1).mine().orElseThrow()).contains("\"mine\"");
        open.merge(changed, c -> c.what().equals("d-002") ? Side.MINE : Side.THEIRS);

        assertThat(text(1)).isEqualTo("theirs");
        assertThat(text(2)).isEqualTo("mine too");
        assertThat(open.study().design("plain").orElseThrow().answerTokens()).isEqualTo(8);
    }

    @Test
    void where_mine_is_kept_undo_still_brings_theirs_and_then_what_was_here() throws IOException {
        open.history().apply(Sample.text(1, "mine"));
        replace("pool.jsonl", "text number 1", "theirs");
        replace("pool.jsonl", "text number 4", "not disputed");
        DiskCheck.Changed changed = changed();
        assertThat(changed.conflicts().getFirst().differences())
                .containsExactly(new Conflict.Difference("text", "mine", "theirs"));
        open.merge(changed, c -> Side.MINE);
        assertThat(text(1)).isEqualTo("mine");
        assertThat(text(4)).isEqualTo("not disputed");
        assertThat(open.save()).isInstanceOf(Saved.Done.class);

        open.history().undo();
        assertThat(text(1)).isEqualTo("theirs");
        assertThat(text(4)).isEqualTo("not disputed");
        open.history().undo();
        assertThat(text(1)).isEqualTo("mine");
        assertThat(text(4)).isEqualTo("text number 4");
        open.history().redo();
        open.history().redo();
        assertThat(text(1)).isEqualTo("mine");
        assertThat(text(4)).isEqualTo("not disputed");
    }

    @Test
    void an_example_removed_there_and_changed_here_is_asked_about() throws IOException {
        open.history().apply(Sample.text(1, "mine"));
        replace("pool.jsonl", Files.readAllLines(folder.resolve("pool.jsonl")).get(1) + "\n", "");
        DiskCheck.Changed changed = changed();

        assertThat(changed.conflicts()).hasSize(1);
        assertThat(changed.conflicts().getFirst().theirs()).isEmpty();
        open.merge(changed, c -> Side.MINE);
        assertThat(text(1)).isEqualTo("mine");
    }

    @Test
    void an_example_removed_there_goes_when_the_person_says_so() throws IOException {
        open.history().apply(Sample.text(1, "mine"));
        replace("pool.jsonl", Files.readAllLines(folder.resolve("pool.jsonl")).get(1) + "\n", "");
        open.merge(changed(), c -> Side.THEIRS);

        assertThat(open.study().pool().indexOfId("d-001")).isEqualTo(-1);
        assertThat(open.dirty()).isFalse();
    }

    @Test
    void an_order_made_here_stays_when_the_disk_kept_the_old_one() throws IOException {
        BitSet first = new BitSet();
        first.set(0);
        open.history().apply(Edit.of("move", s -> s.withPool(s.pool().moved(first, 10))));
        replace("pool.jsonl", "text number 5", "theirs");
        open.merge(changed(), c -> Side.MINE);

        assertThat(open.study().pool().get(9).id()).isEqualTo("d-000");
        assertThat(text(4)).isEqualTo("theirs");
    }

    @Test
    void a_merge_survives_the_end_of_the_process() throws IOException {
        open.history().apply(Sample.text(1, "mine"));
        replace("pool.jsonl", "text number 5", "theirs");
        open.merge(changed(), c -> Side.MINE);
        open.history().apply(Sample.text(2, "after"));
        open.close();
        open = OpenStudy.open(folder);

        assertThat(open.restored()).hasValueSatisfying(r -> assertThat(r.edits()).isEqualTo(2));
        assertThat(List.of(text(1), text(2), text(5))).containsExactly("mine", "after", "theirs");
    }

    @Test
    void files_changed_between_a_crash_and_the_next_start_keep_both_changes() throws IOException {
        open.history().apply(Sample.text(1, "mine"));
        open.history().apply(Edit.of("rename", s -> s.withName("renamed")));
        open.close();
        replace("pool.jsonl", "text number 5", "theirs");
        open = OpenStudy.open(folder);

        assertThat(open.restored().orElseThrow().exact()).isFalse();
        assertThat(List.of(text(1), text(5))).containsExactly("mine", "theirs");
        assertThat(open.study().name()).isEqualTo("renamed");
        assertThat(folder.toFile().list()).anyMatch(name -> name.startsWith(".journal.kept-"));
        open.history().undo();
        assertThat(List.of(text(1), text(5))).containsExactly("text number 1", "theirs");
    }

    @Test
    void a_file_that_is_gone_or_broken_is_written_again_only_when_told_to() throws IOException {
        open.history().apply(Sample.text(1, "mine"));
        Files.delete(folder.resolve("tests.jsonl"));
        Files.writeString(folder.resolve("study.json"), "{ broken");

        assertThat(open.checkDisk()).isInstanceOf(DiskCheck.Unusable.class);
        assertThat(open.save()).isInstanceOf(Saved.ChangedOnDisk.class);
        assertThat(open.saveOver()).isInstanceOf(Saved.Done.class);
        open.close();
        open = OpenStudy.open(folder);
        assertThat(open.study().tests()).hasSize(2);
        assertThat(text(1)).isEqualTo("mine");
    }
}
