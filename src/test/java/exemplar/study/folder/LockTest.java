package exemplar.study.folder;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.OtherJvm;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lock of a study's folder, against another process.
class LockTest {
    @TempDir private Path folder;

    /// Another process that tries to lock a file: ends with 0 when it got the lock.
    static final class Other {
        public static void main(String[] args) throws Exception {
            System.exit(new RealDisk().lock(Path.of(args[0])).isPresent() ? 0 : 1);
        }
    }

    private static boolean isFreeElsewhere(Path file) throws Exception {
        Process other = OtherJvm.brief(Other.class, file.toString()).inheritIO().start();
        return other.waitFor() == 0;
    }

    @Test
    void whatOneProcessHasLockedAnotherCannotLockUntilItIsLetGo() throws Exception {
        Path file = folder.resolve(".lock");
        Optional<Closeable> lock = new RealDisk().lock(file);
        assertThat(lock).isPresent();
        assertThat(new RealDisk().lock(file)).isEmpty();
        assertThat(isFreeElsewhere(file)).isFalse();
        lock.orElseThrow().close();
        assertThat(Files.exists(file)).isFalse();
        assertThat(isFreeElsewhere(file)).isTrue();
        try (Closeable again = new RealDisk().lock(file).orElseThrow()) {
            assertThat(isFreeElsewhere(file)).isFalse();
        }
    }
}
