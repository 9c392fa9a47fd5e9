package exemplar.study.folder;

import static exemplar.study.Sample.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.study.Applied;
import exemplar.study.Edit;
import exemplar.study.Sample;
import exemplar.study.Study;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultTest {
    @TempDir Path temp;

    /// A folder with that study, made once and copied for each try.
    private Path made(Study study) throws IOException {
        Path folder = temp.resolve("made");
        OpenStudy.create(folder, study).close();
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (String file : StudyFiles.ALL) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }

    /// A morning's work; notes each state before it is asked for and once it is acknowledged.
    private static void work(OpenStudy open, List<Study> acknowledged, List<Study> attempted) {
        open.history().subscribe(change -> acknowledged.add(change.after()));
        List<Edit> edits =
                List.of(
                        Sample.text(1, "one"),
                        Edit.of("design", s -> s.withDesign(Sample.design("third"))),
                        Sample.text(700, "two"));
        for (int round = 0; round < 2; round++) {
            int now = round;
            for (Edit edit : edits) {
                apply(open, edit, attempted);
            }
            Study before = open.study();
            apply(open, Edit.of("name", s -> s.withName("round " + now)), attempted);
            open.save();
            attempted.add(before);
            open.history().undo();
            BitSet rows = new BitSet();
            rows.set(3 + round);
            apply(open, Edit.of("move", s -> s.withPool(s.pool().moved(rows, 800))), attempted);
            rows.set(0);
            apply(open, Edit.of("remove", s -> s.withTests(s.tests().removed(rows))), attempted);
        }
        open.save();
    }

    private static void apply(OpenStudy open, Edit edit, List<Study> attempted) {
        attempted.add(edit.change().apply(open.study()));
        open.history().apply(edit);
    }

    private static OpenStudy reopen(Path folder) throws IOException {
        return new Opening(folder, rows -> {}, new RealDisk(false)).open();
    }

    @Test
    void a_study_that_could_not_be_made_leaves_nothing_in_the_way_of_the_next_try()
            throws IOException {
        Study sample = Sample.study(20);
        Path folder = temp.resolve("new");
        for (int step = 1; step <= 3; step++) {
            FaultyDisk disk = FaultyDisk.fullFrom(step);
            assertThatThrownBy(() -> OpenStudy.create(folder, sample, disk))
                    .isInstanceOf(StudyFault.class)
                    .hasMessageContaining("the disk is full");
            assertThat(folder).isEmptyDirectory();
        }
        OpenStudy.create(folder, sample).close();
        assertThat(shown(reopen(folder).study())).isEqualTo(shown(sample));
    }

    @Test
    void a_process_killed_at_any_step_loses_no_acknowledged_edit() throws IOException {
        Study sample = Sample.study(800);
        Path made = made(sample);
        int step = 1;
        boolean ended = false;
        for (; !ended; step++) {
            Path folder = temp.resolve("step-" + step);
            copy(made, folder);
            FaultyDisk disk = FaultyDisk.killedAt(step);
            List<Study> acknowledged = new ArrayList<>(List.of(sample));
            List<Study> attempted = new ArrayList<>();
            try {
                OpenStudy open = new Opening(folder, rows -> {}, disk).open();
                work(open, acknowledged, attempted);
                ended = true;
            } catch (FaultyDisk.Killed e) {
                // as it should be
            }
            disk.releaseLocks();
            Study last = acknowledged.getLast();
            try (OpenStudy again = reopen(folder)) {
                Study found = again.study();
                boolean isLast = found.equals(last);
                boolean isNext = !attempted.isEmpty() && found.equals(attempted.getLast());
                assertThat(isLast || isNext)
                        .as("killed at step %d: %s instead of %s", step, shown(found), shown(last))
                        .isTrue();
                assertThat(again.findings()).isEmpty();
                again.history().apply(Sample.text(5, "work goes on"));
                assertThat(again.save()).isInstanceOf(Saved.Done.class);
                last = again.study();
            }
            try (OpenStudy again = reopen(folder)) {
                assertThat(shown(again.study())).isEqualTo(shown(last));
            }
            assertThat(folder.toFile().list())
                    .containsExactlyInAnyOrder("study.json", "pool.jsonl", "tests.jsonl");
        }
        assertThat(step).isGreaterThan(60);
    }

    @Test
    void a_process_killed_again_while_it_recovers_loses_nothing_either() throws IOException {
        Study sample = Sample.study(600);
        Path made = made(sample);
        for (int first = 3; first < 12; first++) {
            for (int second = 1; second < 8; second++) {
                Path folder = temp.resolve(first + "-" + second);
                copy(made, folder);
                FaultyDisk disk = FaultyDisk.killedAt(first);
                List<Study> acknowledged = new ArrayList<>(List.of(sample));
                try {
                    OpenStudy open = new Opening(folder, rows -> {}, disk).open();
                    open.history().subscribe(change -> acknowledged.add(change.after()));
                    open.history().apply(Sample.text(1, "kept"));
                    open.history().apply(Edit.of("name", s -> s.withName("kept")));
                    open.save();
                } catch (FaultyDisk.Killed e) {
                    // as it should be
                }
                disk.releaseLocks();
                FaultyDisk recovering = FaultyDisk.killedAt(second);
                try {
                    new Opening(folder, rows -> {}, recovering).open().close();
                } catch (FaultyDisk.Killed e) {
                    // as it should be
                }
                recovering.releaseLocks();
                try (OpenStudy again = reopen(folder)) {
                    Study last = acknowledged.getLast();
                    assertThat(List.of(last.pool().get(1).field("text"), "kept"))
                            .contains(again.study().pool().get(1).field("text"));
                    assertThat(List.of(last.name(), "kept")).contains(again.study().name());
                }
            }
        }
    }

    @Test
    void a_full_disk_is_said_and_nothing_is_lost() throws IOException {
        Study sample = Sample.study(600);
        Path made = made(sample);
        int failed = 0;
        for (int step = 1; step < 14; step++) {
            Path folder = temp.resolve("full-" + step);
            copy(made, folder);
            FaultyDisk disk = FaultyDisk.fullFrom(step);
            OpenStudy open = new Opening(folder, rows -> {}, disk).open();
            Applied one = open.history().apply(Sample.text(1, "one"));
            Applied two = open.history().apply(Edit.of("name", s -> s.withName("two")));
            Study before = open.study();
            Saved saved = open.save();
            for (Applied applied : List.of(one, two)) {
                if (applied instanceof Applied.Refused refused) {
                    assertThat(refused.reason())
                            .contains("The change was not made")
                            .contains("the disk is full");
                }
            }
            if (saved instanceof Saved.Failed no) {
                failed++;
                assertThat(no.reason()).contains("the disk is full").contains("untouched");
                assertThat(open.dirty())
                        .isEqualTo(
                                before != open.study()
                                        || one instanceof Applied.Done
                                        || two instanceof Applied.Done);
            }
            if (step % 2 == 0) {
                disk.makeRoom();
                open.history().apply(Sample.text(2, "three"));
                before = open.study();
                assertThat(open.save())
                        .as("full from step %d", step)
                        .isInstanceOf(Saved.Done.class);
            }
            disk.releaseLocks();
            try (OpenStudy again = reopen(folder)) {
                assertThat(shown(again.study()))
                        .as("full from step %d", step)
                        .isEqualTo(shown(before));
            }
        }
        assertThat(failed).isGreaterThan(5);
    }

    @Test
    void a_torn_end_of_the_journal_is_passed_over() throws IOException {
        OpenStudy.create(temp, Sample.study(10)).close();
        OpenStudy open = OpenStudy.open(temp);
        open.history().apply(Sample.text(1, "first"));
        open.history().apply(Sample.text(2, "second"));
        Study first;
        Path journal = temp.resolve(".journal");
        long whole = Files.size(journal);
        open.close();
        for (long cut = whole - 1; cut > whole - 40; cut -= 7) {
            try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
                file.setLength(cut);
            }
            try (OpenStudy again = OpenStudy.open(temp)) {
                assertThat(again.restored().orElseThrow().edits()).isEqualTo(1);
                assertThat(again.study().pool().get(1).field("text")).isEqualTo("first");
                assertThat(again.study().pool().get(2).field("text")).isEqualTo("text number 2");
            }
        }
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
            file.seek(40);
            file.write(new byte[1000]);
        }
        try (OpenStudy again = OpenStudy.open(temp)) {
            first = again.study();
            assertThat(shown(first)).isEqualTo(shown(Sample.study(10)));
        }
    }

    @Test
    void edits_after_a_restored_torn_journal_are_kept_too() throws IOException {
        OpenStudy.create(temp, Sample.study(10)).close();
        try (OpenStudy open = OpenStudy.open(temp)) {
            open.history().apply(Sample.text(1, "first"));
        }
        Files.write(
                temp.resolve(".journal"),
                "{\"n\":2,\"po".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.file.StandardOpenOption.APPEND);
        try (OpenStudy open = OpenStudy.open(temp)) {
            open.history().apply(Sample.text(2, "second"));
        }
        try (OpenStudy open = OpenStudy.open(temp)) {
            assertThat(open.restored().orElseThrow().edits()).isEqualTo(2);
            assertThat(open.study().pool().get(2).field("text")).isEqualTo("second");
            open.history().undo();
            assertThat(open.study()).isEqualTo(Sample.study(10));
            assertThat(open.dirty()).isFalse();
        }
    }

    @Test
    void a_read_only_folder_opens_for_reading_with_a_sentence() throws IOException {
        OpenStudy.create(temp, Sample.study(10)).close();
        Disk denied = new DeniedDisk();
        try (OpenStudy open = new Opening(temp, rows -> {}, denied).open()) {
            assertThat(open.readOnly().orElseThrow()).contains("read-only");
            assertThat(open.study().pool()).hasSize(10);
            assertThat(open.history().apply(Sample.text(0, "x")))
                    .isInstanceOf(Applied.Refused.class);
            assertThat(open.save()).isInstanceOf(Saved.Failed.class);
        }
    }

    private static final class DeniedDisk implements Disk {
        @Override
        public void write(Path file, Content content) throws IOException {
            throw new AccessDeniedException(file.toString());
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            throw new AccessDeniedException(to.toString());
        }

        @Override
        public void delete(Path file) throws IOException {
            throw new AccessDeniedException(file.toString());
        }

        @Override
        public void sync(Path folder) {}

        @Override
        public Appender appender(Path file) throws IOException {
            throw new AccessDeniedException(file.toString());
        }

        @Override
        public Optional<Closeable> lock(Path file) throws IOException {
            throw new AccessDeniedException(file.toString());
        }
    }
}
