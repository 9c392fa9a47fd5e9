package exemplar.backend.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exemplar.backend.Answerer;
import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From the loading of a model to its end, with one of the smallest size.
@Timeout(120)
class EngineLifeTest {
    private static final Request.Completion LONG =
            new Request.Completion("the sea is calm. ".repeat(5));
    private static final List<String> LABELS = List.of(" calm", " the");

    @TempDir static Path folder;

    /// Once, as a file is tried in a process of its own before it is loaded for the first time.
    @BeforeAll
    static void aModelIsThere() throws IOException {
        Files.write(folder.resolve("m.gguf"), new SmallLlama().file().bytes());
    }

    private static LlamaBackend open(Engines engines) {
        return new LlamaBackend(() -> Map.of("m", folder.resolve("m.gguf")), engines);
    }

    private static Outcome ask(LlamaBackend backend, Request.Input input, Answerer.Sink sink) {
        return backend.ask(new Request("m", input, Sampling.greedy(3)), sink);
    }

    @Test
    void anEngineThatIsFreedLetsGoOfItsFileItsMemoryAndItsMarker() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/maps")), "only Linux tells what is mapped");
        Path cache = folder.resolve("cache");
        try (Engines engines = new Engines(cache, Duration.ZERO, System::nanoTime);
                LlamaBackend backend = open(engines)) {
            assertThat(ask(backend, LONG, Answerer.Sink.NONE)).isInstanceOf(Outcome.Answered.class);
            while (engines.loaded() > 0) {
                engines.sweep();
            }
            assertThat(holding()).isEmpty();
            try (Stream<Path> markers = Files.list(cache.resolve("engine/running"))) {
                assertThat(markers).isEmpty();
            }
        }
        try (Engines engines = new Engines(cache);
                LlamaBackend backend = open(engines)) {
            ask(backend, LONG, Answerer.Sink.NONE);
            assertThat(holding()).isNotEmpty();
        }
        assertThat(holding()).isEmpty();
    }

    /// Where this process has the file mapped or open.
    private static List<String> holding() throws IOException {
        // By its whole path: engines of other tests of this process hold files of their own.
        String name = folder.resolve("m.gguf").toRealPath().toString();
        List<String> held =
                new ArrayList<>(
                        Files.readAllLines(Path.of("/proc/self/maps")).stream()
                                .filter(l -> l.endsWith(name))
                                .toList());
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path fd : open.toList()) {
                if (Files.isSymbolicLink(fd)
                        && Files.readSymbolicLink(fd).toString().endsWith(name)) {
                    held.add(fd.toString());
                }
            }
        }
        return held;
    }

    @Test
    void anEngineNobodyAsksIsFreedWithoutAnybodyLooking() throws Exception {
        try (Engines engines =
                        new Engines(
                                folder.resolve("cache"), Duration.ofMillis(50), System::nanoTime);
                LlamaBackend backend = open(engines)) {
            for (int i = 0; i < 2; i++) {
                assertThat(ask(backend, LONG, Answerer.Sink.NONE))
                        .isInstanceOf(Outcome.Answered.class);
                while (engines.loaded() > 0) {
                    Thread.sleep(5);
                }
            }
        }
    }

    @Test
    void anEngineInUseIsNeverFreed() throws Exception {
        AtomicInteger loaded = new AtomicInteger(-1);
        try (Engines engines =
                        new Engines(folder.resolve("cache"), Duration.ZERO, System::nanoTime);
                LlamaBackend backend = open(engines)) {
            Outcome outcome =
                    ask(
                            backend,
                            LONG,
                            piece -> {
                                engines.sweep();
                                loaded.set(engines.loaded());
                            });
            assertThat(outcome).isInstanceOf(Outcome.Answered.class);
            assertThat(loaded).hasValue(1);
        }
    }

    /// Interrupts itself when the library asks for the n-th time whether to stop.
    private static final class Asked extends Thread {
        private final int last;
        private int asked;

        Asked(int last, Runnable work) {
            super(work);
            this.last = last;
        }

        @Override
        public boolean isInterrupted() {
            if (++asked == last) {
                interrupt();
            }
            return super.isInterrupted();
        }
    }

    private static int asked(int last, Runnable work) throws InterruptedException {
        Asked thread = new Asked(last, work);
        thread.start();
        thread.join();
        return thread.asked;
    }

    @Test
    void anInterruptStopsABatchInItsMiddleAndTheEngineIsAsGoodAsBefore() throws Exception {
        try (Engines engines = new Engines(folder.resolve("cache"));
                LlamaBackend backend = open(engines)) {
            // The first question also tries how the library rounds.
            backend.score("m", new Request.Completion("calm"), LABELS);
            int all = asked(-1, () -> backend.score("m", unlike("a"), LABELS));
            assertThat(all).as("how often the library asks in a prompt").isGreaterThan(60);
            for (int at : List.of(all / 5, all / 2, all * 4 / 5)) {
                // As long as the one before, and with another beginning: nothing of it is known.
                Request.Completion fresh = unlike(Character.toString('b' + at % 20));
                AtomicReference<ContinuationScorer.Scoring> stopped = new AtomicReference<>();
                int asked = asked(at, () -> stopped.set(backend.score("m", fresh, LABELS)));
                assertThat(((ContinuationScorer.NotScored) stopped.get()).fault())
                        .isInstanceOf(Fault.Cancelled.class);
                assertThat(asked - at).as("asked after it was told to stop").isLessThanOrEqualTo(2);
                assertThat(scores(backend, fresh)).isEqualTo(alone(fresh));
            }
        }
    }

    private static Request.Completion unlike(String letter) {
        return new Request.Completion(letter + LONG.text());
    }

    /// As an engine scores it that was asked nothing else.
    private static List<ContinuationScorer.Score> alone(Request.Completion prompt) {
        try (Engines engines = new Engines(folder.resolve("cache"));
                LlamaBackend backend = open(engines)) {
            return scores(backend, prompt);
        }
    }

    private static List<ContinuationScorer.Score> scores(
            LlamaBackend backend, Request.Completion prompt) {
        return ((ContinuationScorer.Scored) backend.score("m", prompt, LABELS)).scores();
    }
}
