package exemplar.backend.llama;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Knows when a session ended while the engine was at work. Native code that fails takes the whole
/// program with it, so a small file says what is about to be done and is on the disk before it is
/// done; a file that a dead program left behind is told at the next start. A model at which two
/// sessions ended in a row is not asked again until the person says so. A program that is left in
/// good order while the engine is still at work leaves no file behind. Safe for any number of
/// threads.
final class CrashGuard {
    private static final int TOO_OFTEN = 2;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Path folder;
    private final Syncing syncing;
    private final List<String> sentences = new ArrayList<>();
    private final Set<Marker> markers = ConcurrentHashMap.newKeySet();
    private volatile boolean leaving;
    private boolean watching;

    /// Has what was written to a file reach the disk.
    interface Syncing {
        void sync(RandomAccessFile file) throws IOException;
    }

    CrashGuard(Path cache) {
        this(cache, file -> file.getFD().sync());
    }

    CrashGuard(Path cache, Syncing syncing) {
        folder = cache.resolve("engine").resolve("running");
        this.syncing = syncing;
        look();
    }

    /// Takes in what dead programs left.
    private void look() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> markers;
        try (Stream<Path> inside = Files.list(folder)) {
            markers =
                    inside.filter(p -> String.valueOf(p.getFileName()).endsWith(".running"))
                            .sorted()
                            .toList();
        } catch (IOException e) {
            return;
        }
        for (Path marker : markers) {
            String name = String.valueOf(marker.getFileName());
            try {
                long pid = Long.parseLong(name.substring(0, name.indexOf('-')));
                if (pid == ProcessHandle.current().pid()
                        || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
                    continue;
                }
                Properties left = new Properties();
                left.load(new StringReader(Files.readString(marker)));
                Files.delete(marker);
                if (left.containsKey("model")) {
                    Path model = Path.of(left.getProperty("model"));
                    count(model, times(model) + 1);
                    sentences.add(
                            "The last session ended while the engine was %s with %s. Nothing that was saved is lost."
                                    .formatted(left.getProperty("doing"), model.getFileName()));
                }
            } catch (IOException | RuntimeException e) {
                // A marker that cannot be read tells nothing.
            }
        }
    }

    /// What happened to the last session, for a person.
    synchronized Optional<String> notice() {
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    /// Refuses a model at which sessions ended twice in a row.
    void require(Path model) throws EngineFault {
        if (times(model) >= TOO_OFTEN) {
            throw new EngineFault(
                    ("Two sessions in a row ended while the engine was at work with %s, so it is"
                                    + " not asked again by itself. To go on all the same: exemplar"
                                    + " models engine go-on")
                            .formatted(model.getFileName()));
        }
    }

    /// Whether some model is not asked again by itself.
    synchronized boolean blocks() {
        return read().values().stream().anyMatch(v -> Integer.parseInt(v.toString()) >= TOO_OFTEN);
    }

    /// Lets every model be asked again.
    synchronized void goOn() throws IOException {
        sentences.clear();
        Files.deleteIfExists(counts());
    }

    private Path counts() {
        return folder.resolve("ended.properties");
    }

    private synchronized int times(Path model) {
        return Integer.parseInt(read().getProperty(model.toString(), "0"));
    }

    private Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(counts())) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            // None ended.
        }
        return properties;
    }

    private synchronized void count(Path model, int times) throws IOException {
        Properties properties = read();
        if (times == 0) {
            properties.remove(model.toString());
        } else {
            properties.setProperty(model.toString(), Integer.toString(times));
        }
        try (OutputStream out = Files.newOutputStream(counts())) {
            properties.store(out, "How often sessions ended in a row while a model was at work.");
        }
    }

    /// The marker of one model file in this session.
    Marker marker(Path model) {
        watch();
        Marker marker = new Marker(model);
        markers.add(marker);
        return marker;
    }

    /// A program that is told to end runs its hooks; one that native code takes with it does not.
    private synchronized void watch() {
        if (watching) {
            return;
        }
        watching = true;
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "engine marks"));
        } catch (IllegalStateException e) {
            leaving = true; // The program is ending already.
        }
    }

    /// The program ends in good order: what the engine is doing ends with it and has not failed.
    void leave() {
        leaving = true;
        markers.forEach(Marker::leave);
    }

    /// Says what is being done. One thread at a time.
    final class Marker implements AutoCloseable {
        private final Path model;
        private final Path file =
                folder.resolve(
                        ProcessHandle.current().pid()
                                + "-"
                                + NUMBER.incrementAndGet()
                                + ".running");
        // Not a channel: an interrupt would close that.
        private Optional<RandomAccessFile> open = Optional.empty();
        private boolean ended;

        private Marker(Path model) {
            this.model = model;
            ended = times(model) > 0;
            try {
                Files.createDirectories(folder);
                open = Optional.of(new RandomAccessFile(file.toFile(), "rw"));
            } catch (IOException e) {
                // Without a marker the engine works all the same.
            }
        }

        /// On the disk when this returns.
        ///
        /// @param doing such as `evaluating a prompt`
        void enter(String doing) {
            if (leaving) {
                return;
            }
            Properties said = new Properties();
            said.setProperty("model", model.toString());
            said.setProperty("doing", doing);
            StringWriter text = new StringWriter();
            try {
                said.store(text, "What the engine is doing.");
                if (open.isPresent()) {
                    open.get().seek(0);
                    open.get().write(text.toString().getBytes(StandardCharsets.UTF_8));
                    syncing.sync(open.get());
                }
            } catch (IOException e) {
                // A disk that is full does not keep the engine from working.
            }
            if (leaving) {
                leave();
            }
        }

        /// It is done, and went well as far as the program still runs.
        void leave() {
            try {
                if (open.isPresent()) {
                    open.get().setLength(0);
                }
            } catch (IOException e) {
                // It is closed and gone already, or the next start tells more than there was.
            }
        }

        /// Sessions that ended at this model count no more, as a prompt was evaluated. That it was
        /// loaded is not enough: it may end at every prompt.
        void forgive() {
            try {
                if (ended) {
                    ended = false;
                    count(model, 0);
                }
            } catch (IOException e) {
                // It is closed and gone already, or the next start tells more than there was.
            }
        }

        @Override
        public void close() {
            markers.remove(this);
            try {
                if (open.isPresent()) {
                    open.get().close();
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                // An empty marker tells nothing.
            }
        }
    }
}
