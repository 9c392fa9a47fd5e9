package exemplar.study.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A disk that counts its steps and, from a chosen one on, fails: as if the process were killed in
/// the middle of the step, or as if the disk were full.
final class FaultyDisk implements Disk {
    private final RealDisk disk = new RealDisk(false);
    private final List<Closeable> locks = new ArrayList<>();
    private final boolean killed;
    private int failing;
    private int steps;

    /// The process ended.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private FaultyDisk(int failing, boolean killed) {
        this.failing = failing;
        this.killed = killed;
    }

    /// Ends the process in the middle of that step, counted from 1.
    static FaultyDisk killedAt(int step) {
        return new FaultyDisk(step, true);
    }

    /// Is full from that step on.
    static FaultyDisk fullFrom(int step) {
        return new FaultyDisk(step, false);
    }

    void makeRoom() {
        failing = Integer.MAX_VALUE;
    }

    int steps() {
        return steps;
    }

    /// What the system does for a process that ended.
    void releaseLocks() throws IOException {
        for (Closeable lock : locks) {
            lock.close();
        }
    }

    private boolean fails() {
        return ++steps >= failing;
    }

    private IOException fail() {
        if (killed) {
            throw new Killed();
        }
        return new IOException("No space left on device");
    }

    @Override
    public void write(Path file, Content content) throws IOException {
        if (fails()) {
            disk.write(file, out -> content.writeTo(half(out)));
            throw fail();
        }
        disk.write(file, content);
        if (killed && fails()) {
            throw fail();
        }
    }

    private static OutputStream half(OutputStream out) {
        return new OutputStream() {
            private int left = 100;

            @Override
            public void write(int b) throws IOException {
                if (left-- > 0) {
                    out.write(b);
                }
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        if (fails()) {
            throw fail();
        }
        disk.rename(from, to);
        if (killed && fails()) {
            throw fail();
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        if (killed && fails()) {
            throw fail();
        }
        disk.delete(file);
    }

    @Override
    public void sync(Path folder) {
        disk.sync(folder);
    }

    @Override
    public Appender appender(Path file) throws IOException {
        if (fails()) {
            throw fail();
        }
        Appender real = disk.appender(file);
        return new Appender() {
            @Override
            public void append(byte[] bytes, long position) throws IOException {
                if (bytes.length > 0 && fails()) {
                    real.append(Arrays.copyOf(bytes, bytes.length / 2), position);
                    throw fail();
                }
                real.append(bytes, position);
            }

            @Override
            public void sync() throws IOException {
                if (fails()) {
                    throw fail();
                }
                real.sync();
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        Optional<Closeable> lock = disk.lock(file);
        lock.ifPresent(locks::add);
        return lock;
    }
}
