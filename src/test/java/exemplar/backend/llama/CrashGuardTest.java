package exemplar.backend.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.backend.Request;
import exemplar.backend.Sampling;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is about to be done is on the disk before native code does it. Each test changes the world
/// at the moment of the sync, so that native code that had begun earlier would not notice.
class CrashGuardTest {
    private static final Request SEA =
            new Request("m", new Request.Completion("the sea"), Sampling.greedy(3));

    @TempDir Path folder;
    private final List<String> synced = new ArrayList<>();
    private Path model = Path.of("");
    private Runnable atSync = () -> {};

    @BeforeEach
    void aModelIsThere() throws Exception {
        model = Files.write(folder.resolve("m.gguf"), new SmallLlama().file().bytes());
    }

    private Engine open() throws IOException, EngineFault {
        Path cache = folder.resolve("cache");
        return Engine.open(
                LibraryFiles.bundled(TinyModel.PLACES.cache()).open(),
                model,
                new FileFacts(cache),
                new CrashGuard(cache, this::sync));
    }

    private void sync(RandomAccessFile file) throws IOException {
        file.getFD().sync();
        byte[] written = new byte[(int) file.length()];
        file.seek(0);
        file.readFully(written);
        synced.add(new String(written, StandardCharsets.UTF_8));
        atSync.run();
    }

    @Test
    void aModelIsLoadedOnlyAfterThatIsOnTheDisk() throws Exception {
        try (Engine engine = open()) {
            assertThat(engine.vocabulary().size()).isEqualTo(267);
        }
        assertThat(synced.removeFirst()).contains("loading").contains("m.gguf");
        atSync = () -> model.toFile().delete();
        assertThatThrownBy(this::open).isInstanceOf(IOException.class);
        assertThat(synced).hasSize(1);
    }

    @Test
    void aPromptIsEvaluatedOnlyAfterThatIsOnTheDisk() throws Exception {
        StringBuilder text = new StringBuilder();
        try (Engine engine = open()) {
            synced.clear();
            new Answering(engine, piece -> {}, text, 0).answer(SEA);
            assertThat(text).isNotEmpty();
            assertThat(synced).singleElement().asString().contains("evaluating").contains("m.gguf");
            text.setLength(0);
            // The library is not called for somebody who was interrupted.
            atSync = Thread.currentThread()::interrupt;
            assertThatThrownBy(() -> new Answering(engine, piece -> {}, text, 0).answer(SEA))
                    .isInstanceOf(InterruptedException.class);
            assertThat(text).isEmpty();
            assertThat(synced).hasSize(2);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aModelThatLoadsAndEndsTwoSessionsAtAPromptIsNotAskedAThirdTimeByItself() throws Exception {
        aSessionEndedAtAPrompt();
        open().close();
        aSessionEndedAtAPrompt();
        assertThatThrownBy(this::open)
                .isInstanceOf(EngineFault.class)
                .hasMessageContaining("Two sessions in a row")
                .hasMessageContaining("go-on");
        new CrashGuard(folder.resolve("cache")).goOn();
        open().close();
    }

    @Test
    void oneThatAnswersInBetweenIsAskedOn() throws Exception {
        for (int session = 0; session < 3; session++) {
            aSessionEndedAtAPrompt();
            try (Engine engine = open()) {
                new Answering(engine, piece -> {}, new StringBuilder(), 0).answer(SEA);
            }
        }
    }

    private void aSessionEndedAtAPrompt() throws IOException {
        Path running = Files.createDirectories(folder.resolve("cache/engine/running"));
        Properties left = new Properties();
        left.setProperty("model", model.toRealPath().toString());
        left.setProperty("doing", "evaluating a prompt");
        // More than any program's number is.
        try (Writer out = Files.newBufferedWriter(running.resolve("999999999-1.running"))) {
            left.store(out, "");
        }
    }

    @Test
    void whatWasBeingDoneIsForgottenWhenItWentWell() throws Exception {
        try (Engine engine = open()) {
            new Answering(engine, piece -> {}, new StringBuilder(), 0).answer(SEA);
            try (var inside = Files.list(folder.resolve("cache/engine/running"))) {
                assertThat(inside).singleElement().satisfies(p -> assertThat(p).isEmptyFile());
            }
        }
    }

    @Test
    void whoLeavesWhileTheEngineIsAtWorkIsNotToldThatItFailed() throws Exception {
        Path cache = folder.resolve("cache");
        CrashGuard guard = new CrashGuard(cache);
        try (CrashGuard.Marker working = guard.marker(model);
                CrashGuard.Marker after = guard.marker(model)) {
            working.enter("loading a model");
            guard.leave();
            after.enter("evaluating a prompt");
            try (var left = Files.list(cache.resolve("engine").resolve("running"))) {
                for (Path file : left.toList()) {
                    assertThat(file).isEmptyFile();
                    // As the next program finds it.
                    Files.copy(file, file.resolveSibling("999999999-" + file.getFileName()));
                }
            }
            assertThat(new CrashGuard(cache).notice()).isEmpty();
        }
    }
}
