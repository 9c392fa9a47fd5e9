package exemplar.study.folder;

import static exemplar.study.Sample.shown;
import static org.assertj.core.api.Assertions.assertThat;

import exemplar.study.Edit;
import exemplar.study.Sample;
import exemplar.study.Study;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a process had written outlives it; a loss of power leaves only what was synced.
class PowerLossTest {
    @TempDir Path folder;

    @Test
    void an_edit_is_on_the_disk_when_it_is_acknowledged() throws IOException {
        Study sample = Sample.study(20);
        OpenStudy.create(folder, sample).close();
        for (int edits = 1; edits <= 3; edits++) {
            ForgetfulDisk disk = new ForgetfulDisk();
            OpenStudy open = new Opening(folder, rows -> {}, disk).open();
            List<Long> unsynced = new ArrayList<>();
            open.history().subscribe(change -> unsynced.add(disk.unsynced()));
            for (int edit = 0; edit < edits; edit++) {
                open.history().apply(Sample.text(edit, "edit " + edits + "." + edit));
            }
            Study acknowledged = open.study();
            disk.losePower();
            assertThat(unsynced).hasSize(edits).containsOnly(0L);
            try (OpenStudy again = OpenStudy.open(folder)) {
                assertThat(shown(again.study())).isEqualTo(shown(acknowledged));
                assertThat(again.save()).isInstanceOf(Saved.Done.class);
            }
        }
    }

    @Test
    void no_file_takes_its_place_before_the_promise_of_all_of_them_is_on_the_disk()
            throws IOException {
        OpenStudy.create(folder, Sample.study(20)).close();
        ForgetfulDisk disk = new ForgetfulDisk();
        try (OpenStudy open = new Opening(folder, rows -> {}, disk).open()) {
            open.history().apply(Sample.text(1, "one"));
            open.history().apply(Edit.of("name", s -> s.withName("two")));
            assertThat(open.save()).isInstanceOf(Saved.Done.class);
        }
        assertThat(disk.unsyncedAtRenames).hasSize(2).containsOnly(0L);
    }

    /// Keeps what was appended only up to where it was synced. Whole files are written and synced
    /// in one step, as they are on the real one.
    private static final class ForgetfulDisk implements Disk {
        private final RealDisk disk = new RealDisk(false);
        private final List<Growing> growing = new ArrayList<>();
        private final List<Long> unsyncedAtRenames = new ArrayList<>();
        private final List<Closeable> locks = new ArrayList<>();

        long unsynced() {
            return growing.stream().mapToLong(g -> g.length - g.synced).sum();
        }

        void losePower() throws IOException {
            for (Growing file : growing) {
                file.lose();
            }
            for (Closeable lock : locks) {
                lock.close();
            }
        }

        @Override
        public void write(Path file, Content content) throws IOException {
            disk.write(file, content);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            unsyncedAtRenames.add(unsynced());
            disk.rename(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            growing.removeIf(g -> g.file.equals(file));
            disk.delete(file);
        }

        @Override
        public void sync(Path of) {
            disk.sync(of);
        }

        @Override
        public Appender appender(Path file) throws IOException {
            Growing appender = new Growing(file, disk.appender(file));
            growing.add(appender);
            return appender;
        }

        @Override
        public Optional<Closeable> lock(Path file) throws IOException {
            Optional<Closeable> lock = disk.lock(file);
            lock.ifPresent(locks::add);
            return lock;
        }
    }

    private static final class Growing implements Disk.Appender {
        private final Path file;
        private final Disk.Appender real;
        private long length;
        private long synced;

        Growing(Path file, Disk.Appender real) {
            this.file = file;
            this.real = real;
            this.length = file.toFile().length();
            this.synced = length;
        }

        void lose() throws IOException {
            real.close();
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                open.setLength(synced);
            }
        }

        @Override
        public void append(byte[] bytes, long position) throws IOException {
            real.append(bytes, position);
            length = position + bytes.length;
            synced = Math.min(synced, position);
        }

        @Override
        public void sync() throws IOException {
            real.sync();
            synced = length;
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
