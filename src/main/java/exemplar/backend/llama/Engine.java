package exemplar.backend.llama;

import exemplar.backend.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// One model file, loaded. One caller evaluates at a time; the others wait and can be interrupted
/// while they do. An interrupt also stops the library in the middle of an evaluation.
final class Engine implements AutoCloseable {
    private final Model model;
    private final ChatFormat chat;
    private final Context context;
    private final Evaluation evaluation;
    private final CrashGuard.Marker marker;
    private final ReentrantLock lock = new ReentrantLock(true);
    private boolean closed;

    private Engine(
            Native library,
            Model model,
            FileFacts facts,
            FileFacts.Stamp stamp,
            CrashGuard.Marker marker)
            throws EngineFault {
        this.model = model;
        this.marker = marker;
        chat =
                ChatFormat.of(
                        model.gguf()
                                .chatTemplate()
                                .orElseGet(() -> ChatFormat.usual(names(model.vocabulary()))),
                        model.vocabulary().start(),
                        model.vocabulary().end());
        context = new Context(library, model);
        evaluation =
                new Evaluation(
                        model,
                        context,
                        Memory.toKeep(),
                        new Steadiness(
                                model.vocabulary(), facts, stamp, library.layout().version()));
    }

    private static Set<String> names(Vocabulary vocabulary) {
        return vocabulary.specials().stream()
                .map(Vocabulary.Special::name)
                .collect(Collectors.toSet());
    }

    /// Loads a model file, unless sessions ended at it again and again.
    static Engine open(Native library, Path file, FileFacts facts, CrashGuard guard)
            throws IOException, EngineFault {
        FileFacts.Stamp stamp = FileFacts.Stamp.of(file);
        guard.require(stamp.path());
        CrashGuard.Marker marker = guard.marker(stamp.path());
        Optional<Model> model = Optional.empty();
        boolean done = false;
        try {
            marker.enter("loading a model");
            model = Optional.of(Model.load(library, file));
            Engine engine = new Engine(library, model.get(), facts, stamp, marker);
            done = true;
            return engine;
        } finally {
            marker.leave();
            if (!done) {
                model.ifPresent(Model::close);
                marker.close();
            }
        }
    }

    Model model() {
        return model;
    }

    Vocabulary vocabulary() {
        return model.vocabulary();
    }

    /// Most tokens of a text that its vector can tell of.
    int mostInVector() {
        return Pooling.whole(model.gguf())
                ? Math.min(context.most(), model.mostTokens())
                : model.mostTokens();
    }

    ChatFormat chat() {
        return chat;
    }

    /// Takes the engine; others wait.
    Turn take() throws InterruptedException, EngineFault {
        lock.lockInterruptibly();
        if (closed) {
            lock.unlock();
            throw new EngineFault(new Fault.Cancelled("The engine was closed."));
        }
        context.askedBy(Optional.of(Thread.currentThread()));
        marker.enter("evaluating a prompt");
        return new Turn();
    }

    /// A caller's turn with the engine.
    final class Turn implements AutoCloseable {
        private Turn() {}

        Evaluation evaluation() {
            return evaluation;
        }

        @Override
        public void close() {
            marker.leave();
            marker.forgive();
            context.askedBy(Optional.empty());
            lock.unlock();
        }
    }

    /// Ends an evaluation that is under way as cancelled.
    void stop() {
        context.stop();
    }

    /// Waits for the caller whose turn it is, then frees everything.
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                evaluation.close();
                model.close();
                marker.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
