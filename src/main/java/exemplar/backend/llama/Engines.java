package exemplar.backend.llama;

import exemplar.backend.Fault;
import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The loaded model files of this process: one engine for each file, whoever asks. Loaded when
/// first asked, freed when nobody asked for a while, loaded again on demand. Safe for any number of
/// threads.
public final class Engines implements AutoCloseable {
    /// How long an engine stays loaded that nobody asks.
    public static final Duration IDLE = Duration.ofMinutes(10);

    private final Duration idle;
    private final LongSupplier nanos;
    private final FileFacts facts;
    private final CrashGuard guard;
    private final Trial trial;
    private final EngineLibraries libraries;
    private final ChosenLibrary chosen;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Path, Held> held = new LinkedHashMap<>();
    private boolean watching;
    private boolean closed;

    private static final class Held {
        private final Engine engine;
        private final FileFacts.Stamp stamp;
        private int users;
        private long lastUsed;

        Held(Engine engine, FileFacts.Stamp stamp) {
            this.engine = engine;
            this.stamp = stamp;
        }
    }

    /// @param cache where the engine's library and what is known of files are kept
    public Engines(Path cache) {
        this(cache, IDLE, System::nanoTime);
    }

    /// @param idle how long an engine stays loaded that nobody asks
    Engines(Path cache, Duration idle, LongSupplier nanos) {
        this.idle = idle;
        this.nanos = nanos;
        facts = new FileFacts(cache);
        guard = new CrashGuard(cache);
        libraries = new EngineLibraries(cache);
        chosen = new ChosenLibrary(cache, libraries);
        trial = new Trial(cache, facts);
    }

    /// What a person should know of the engine before going on: how the last session ended.
    public Optional<String> notice() {
        return guard.notice();
    }

    /// Calls whoever wants to know, with a sentence, that the chosen engine library cannot be used
    /// and the bundled one is; on the thread that found it out, at once where it is known already.
    public void whenFallen(Consumer<String> listener) {
        chosen.whenFallen(listener);
    }

    /// Why the bundled library is used in place of the chosen one, once a model was asked for.
    public Optional<String> fallen() {
        return chosen.fallen();
    }

    /// The engine libraries of this machine, with why the chosen one cannot be used where it
    /// cannot: that is tried in a process of its own. Blocking.
    public List<EngineLibraries.Card> list() throws IOException, InterruptedException {
        return chosen.list();
    }

    /// Whether some model is not asked again until [#goOn()], as sessions ended at it twice in a
    /// row.
    public boolean blocks() {
        return guard.blocks();
    }

    /// Lets models be asked again at which sessions ended.
    public void goOn() throws IOException {
        guard.goOn();
    }

    /// Goes back to the library that comes with the program, from the next start on.
    public void useBundled() throws IOException {
        libraries.useBundled();
    }

    /// The engine libraries of this machine.
    public EngineLibraries libraries() {
        return libraries;
    }

    /// An engine that is not freed until this is closed.
    final class Lease implements AutoCloseable {
        private final Held of;

        private Lease(Held of) {
            this.of = of;
        }

        Engine engine() {
            return of.engine;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                of.users--;
                of.lastUsed = nanos.getAsLong();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /// The engine of a model file, loaded now if it is not.
    Lease borrow(Path file) throws IOException, EngineFault, InterruptedException {
        FileFacts.Stamp stamp = FileFacts.Stamp.of(file);
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw new EngineFault(new Fault.Cancelled("The engine was closed."));
            }
            Held at = held.get(stamp.path());
            if (at != null && at.users == 0 && !at.stamp.equals(stamp)) {
                // Another file under the same name.
                free(at);
                at = null;
            }
            if (at == null) {
                at = new Held(load(file), stamp);
                held.put(stamp.path(), at);
                watch();
            }
            at.users++;
            return new Lease(at);
        } finally {
            lock.unlock();
        }
    }

    private Engine load(Path file) throws IOException, EngineFault, InterruptedException {
        Gguf gguf = Gguf.read(file);
        if (Memory.needed(gguf, Memory.first(gguf)) > Memory.available()) {
            unused().forEach(this::free);
        }
        Memory.require(gguf, Memory.first(gguf));
        Native library = chosen.open();
        trial.require(file, chosen.name(), chosen.identity());
        return Engine.open(library, file, facts, guard);
    }

    /// Names what a model file answers with, for a cache: its content and the engine.
    String identity(Path file) throws IOException {
        return "built-in\n"
                + chosen.identity()
                + "\n"
                + ChatFormat.VERSION
                + "\n"
                + facts.sha256(file);
    }

    /// How many engines are loaded.
    int loaded() {
        lock.lock();
        try {
            return held.size();
        } finally {
            lock.unlock();
        }
    }

    /// Frees engines that nobody asked for long enough.
    void sweep() {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            for (Held h : unused()) {
                if (now - h.lastUsed >= idle.toNanos()) {
                    free(h);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Held> unused() {
        List<Held> unused = new ArrayList<>();
        held.values().stream().filter(h -> h.users == 0).forEach(unused::add);
        return unused;
    }

    private void free(Held h) {
        held.remove(h.stamp.path());
        h.engine.close();
    }

    /// Starts the one thread that frees idle engines, unless it runs; it ends when none is loaded.
    private void watch() {
        if (!watching) {
            watching = true;
            Thread.ofVirtual().name("idle engines").start(this::watchIdle);
        }
    }

    private void watchIdle() {
        lock.lock();
        try {
            while (!held.isEmpty() && !closed) {
                changed.awaitNanos(Math.max(1_000_000, idle.toNanos() / 8));
                sweep();
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it; if somebody does, engines stay until the end.
            Thread.currentThread().interrupt();
        } finally {
            watching = false;
            lock.unlock();
        }
    }

    /// Frees the engines of some files; what runs on them ends as cancelled.
    void release(Iterable<Path> files) {
        List<Held> ending = new ArrayList<>();
        lock.lock();
        try {
            for (Path file : files) {
                try {
                    Optional.ofNullable(held.remove(FileFacts.Stamp.of(file).path()))
                            .ifPresent(ending::add);
                } catch (IOException e) {
                    // A file that is gone is freed when all are.
                }
            }
        } finally {
            lock.unlock();
        }
        end(ending);
    }

    private void end(List<Held> ending) {
        ending.forEach(h -> h.engine.stop());
        for (Held h : ending) {
            lock.lock();
            try {
                while (h.users > 0) {
                    changed.awaitUninterruptibly();
                }
            } finally {
                lock.unlock();
            }
            h.engine.close();
        }
    }

    /// Frees all engines; what runs ends as cancelled.
    @Override
    public void close() {
        List<Held> ending;
        lock.lock();
        try {
            closed = true;
            ending = List.copyOf(held.values());
            held.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        end(ending);
    }
}
