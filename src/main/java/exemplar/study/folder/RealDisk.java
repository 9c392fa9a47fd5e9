package exemplar.study.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// The file system.
final class RealDisk implements Disk {
    /// What this process has locked. A file it has locked must not be opened a second time, see
    /// [#isStill].
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /// Marks differ in length, so that two owners can be told apart by the size of the file.
    private static final int MOST_BLANKS = 4096;

    private final boolean syncing;

    RealDisk() {
        this(true);
    }

    /// @param syncing whether to wait for the disk itself; without, a loss of power loses what the
    ///   end of the process would not
    RealDisk(boolean syncing) {
        this.syncing = syncing;
    }

    private void sync(FileChannel channel, boolean size) throws IOException {
        if (syncing) {
            channel.force(size);
        }
    }

    @Override
    public void write(Path file, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(channel));
            sync(channel, true);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            sync(channel, true);
        } catch (IOException e) {
            // Windows cannot open a folder; there a rename is on the disk when it returns.
        }
    }

    @Override
    public Appender appender(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new Appender() {
            @Override
            public void append(byte[] bytes, long position) throws IOException {
                if (channel.size() > position) {
                    channel.truncate(position);
                }
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                long at = position;
                while (buffer.hasRemaining()) {
                    at += channel.write(buffer, at);
                }
            }

            @Override
            public void sync() throws IOException {
                RealDisk.this.sync(channel, false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Path folder = Optional.ofNullable(whole.getParent()).orElse(whole).toRealPath();
        Path name = folder.resolve(String.valueOf(whole.getFileName()));
        if (!HELD.add(name)) {
            return Optional.empty();
        }
        Optional<Closeable> lock = Optional.empty();
        try {
            lock = lockOfSystem(name);
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(name);
            }
        }
        return lock.map(held ->
                () -> {
                    try {
                        held.close();
                    } finally {
                        HELD.remove(name);
                    }
                });
    }

    private static Optional<Closeable> lockOfSystem(Path file) throws IOException {
        String blanks = " ".repeat(ThreadLocalRandom.current().nextInt(MOST_BLANKS));
        byte[] mark =
                (ProcessHandle.current().pid() + blanks + "\n").getBytes(StandardCharsets.UTF_8);
        while (true) {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                channel.close();
                return Optional.empty();
            }
            fill(channel, mark, file);
            if (isStill(file, channel, mark.length)) {
                return Optional.of(() -> {
                    Files.deleteIfExists(file);
                    channel.close();
                });
            }
            // Its owner removed the file between our opening and our locking it.
            channel.close();
        }
    }

    private static void fill(FileChannel channel, byte[] mark, Path file) throws IOException {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(mark), 0);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            // A full disk, where files can still be made but not filled.
            Files.deleteIfExists(file);
            channel.close();
            FileSystemException fault =
                    new FileSystemException(file.toString(), null, e.getMessage());
            fault.initCause(e);
            throw fault;
        }
    }

    /// Whether the name still means the file that is locked, by whether it grows when that does.
    /// The file is not opened to see: many systems give up every lock of a process on a file as
    /// soon as the process closes that file anywhere.
    private static boolean isStill(Path file, FileChannel channel, int length) throws IOException {
        try {
            boolean before = Files.size(file) == length;
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), length);
            return before && Files.size(file) == length + 1;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
