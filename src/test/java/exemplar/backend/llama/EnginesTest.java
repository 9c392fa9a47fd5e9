package exemplar.backend.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import exemplar.backend.Request;
import exemplar.backend.TextVectors;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {
    /// More than any program's number is.
    private static final String DEAD = "999999999-1.running";

    @Test
    void anEngineNobodyAskedForAWhileIsFreedAndComesBackOnDemand() throws Exception {
        TinyModel.backend();
        Path file = exemplar.backend.catalogue.Store.in(TinyModel.PLACES).file(TinyModel.NAME);
        AtomicLong now = new AtomicLong();
        try (Engines engines =
                        new Engines(TinyModel.PLACES.cache(), Duration.ofMinutes(10), now::get);
                LlamaBackend one = new LlamaBackend(() -> Map.of("a", file), engines);
                LlamaBackend other = new LlamaBackend(() -> Map.of("b", file), engines)) {
            assertThat(one.length("a", new Request.Completion("Hello"))).contains("1 tokens");
            assertThat(other.length("b", new Request.Completion("Hello"))).contains("1 tokens");
            assertThat(engines.loaded()).isEqualTo(1);
            now.addAndGet(Duration.ofMinutes(9).toNanos());
            engines.sweep();
            assertThat(engines.loaded()).isEqualTo(1);
            now.addAndGet(Duration.ofMinutes(2).toNanos());
            engines.sweep();
            assertThat(engines.loaded()).isZero();
            assertThat(other.vectors("b", List.of("Hello"))).isInstanceOf(TextVectors.Found.class);
            assertThat(engines.loaded()).isEqualTo(1);
        }
    }

    @Test
    void aMarkerThatADeadSessionLeftIsToldOnce(@TempDir Path cache) throws Exception {
        left(cache, "/models/tiny.gguf");
        assertThat(new CrashGuard(cache).notice().orElseThrow())
                .contains("evaluating a prompt")
                .contains("tiny.gguf");
        assertThat(new CrashGuard(cache).notice()).isEmpty();
    }

    @Test
    void aModelAtWhichTwoSessionsEndedWaitsUntilThePersonGoesOn(@TempDir Path cache)
            throws Exception {
        Path model = Path.of("/models/tiny.gguf");
        left(cache, model.toString());
        new CrashGuard(cache).require(model);
        left(cache, model.toString());
        CrashGuard guard = new CrashGuard(cache);
        assertThatThrownBy(() -> guard.require(model))
                .isInstanceOf(EngineFault.class)
                .hasMessageContaining("go-on");
        guard.goOn();
        guard.require(model);
    }

    @Test
    void workThatWentWellAfterAnEndIsForgivenAndLeavesNothing(@TempDir Path cache)
            throws Exception {
        Path model = Path.of("/models/tiny.gguf");
        left(cache, model.toString());
        CrashGuard guard = new CrashGuard(cache);
        try (CrashGuard.Marker marker = guard.marker(model)) {
            marker.enter("evaluating a prompt");
            assertThat(Files.list(cache.resolve("engine/running")))
                    .anyMatch(p -> p.toString().endsWith(".running"));
            marker.leave();
            marker.forgive();
        }
        left(cache, model.toString());
        new CrashGuard(cache).require(model);
    }

    private static void left(Path cache, String model) throws Exception {
        Path folder = Files.createDirectories(cache.resolve("engine/running"));
        Files.writeString(folder.resolve(DEAD), "model=" + model + "\ndoing=evaluating a prompt\n");
    }

    @Test
    void aFolderWithoutAnEngineIsRefusedInASentence(@TempDir Path cache) throws Exception {
        EngineLibraries libraries = new EngineLibraries(cache);
        Path empty = Files.createDirectories(cache.resolve("empty"));
        assertThatThrownBy(() -> libraries.install(empty, "mine"))
                .isInstanceOf(EngineFault.class)
                .hasMessageContaining("holds no llama.cpp");
        assertThatThrownBy(() -> libraries.install(empty, "../mine"))
                .isInstanceOf(EngineFault.class);
        assertThatThrownBy(() -> libraries.use("mine")).isInstanceOf(EngineFault.class);
        assertThat(libraries.chosen()).isEqualTo("bundled");
    }

    @Test
    void aLibraryThatIsNoneIsFoundOutInAnotherProcessAndTheBundledOneGoesOn(@TempDir Path cache)
            throws Exception {
        Path build = Files.createDirectories(cache.resolve("build"));
        Files.writeString(build.resolve("libllama.so"), "this is no library");
        EngineLibraries libraries = new EngineLibraries(cache);
        libraries.install(build, "mine");
        EngineLibraries.Tried tried = libraries.tryOut("mine", java.util.Optional.empty());
        assertThat(tried.fits()).isFalse();
        assertThat(tried.sentence()).contains("libllama.so").contains("could not be loaded");
        // Chosen all the same, say by hand, it is passed over with a sentence.
        libraries.use("mine");
        Path file = Files.write(cache.resolve("m.gguf"), new SmallLlama().file().bytes());
        List<String> told = new ArrayList<>();
        try (Engines engines = new Engines(cache);
                LlamaBackend backend = new LlamaBackend(() -> Map.of("a", file), engines)) {
            engines.whenFallen(told::add);
            assertThat(told).isEmpty();
            assertThat(backend.length("a", new Request.Completion("the"))).contains("tokens");
            assertThat(told)
                    .singleElement()
                    .asString()
                    .contains("mine")
                    .contains("cannot be used")
                    .contains("could not be loaded");
            assertThat(engines.fallen()).contains(told.getFirst());
            // Who comes later is told as well; what is known is not told again.
            engines.whenFallen(told::add);
            assertThat(told).hasSize(2);
            assertThat(backend.vectors("a", List.of("the"))).isInstanceOf(TextVectors.Found.class);
            assertThat(told).hasSize(2);
            assertThat(engines.list())
                    .extracting(EngineLibraries.Card::name, EngineLibraries.Card::used)
                    .containsExactly(tuple("bundled", true), tuple("mine", false));
            engines.useBundled();
            assertThat(engines.fallen()).isEmpty();
            assertThat(engines.list()).allMatch(card -> card.fault().isEmpty());
        }
    }

    @Test
    void aLibraryThatWasCutSinceItWasTriedIsTriedElsewhereBeforeItIsLoadedHere(@TempDir Path cache)
            throws Exception {
        // The bundled library as a build of one's own: whole it fits; cut it ends its process.
        Path build = Files.createDirectories(cache.resolve("build"));
        Path whole = LibraryFiles.bundled(TinyModel.PLACES.cache()).files().getFirst();
        Files.copy(whole, build.resolve(System.mapLibraryName("llama")));
        EngineLibraries libraries = new EngineLibraries(cache);
        libraries.install(build, "mine");
        assertThat(libraries.tryOut("mine", java.util.Optional.empty()).fits()).isTrue();
        libraries.use("mine");
        assertThat(libraries.unfit("mine")).isEmpty();
        Path installed =
                cache.resolve("engine/libraries/mine").resolve(System.mapLibraryName("llama"));
        try (FileChannel cut = FileChannel.open(installed, StandardOpenOption.WRITE)) {
            cut.truncate(cut.size() * 6 / 10);
        }
        List<String> told = new ArrayList<>();
        ChosenLibrary chosen = new ChosenLibrary(cache, libraries);
        chosen.whenFallen(told::add);
        assertThat(chosen.open().layout().version()).isEqualTo("b4916");
        assertThat(chosen.name()).isEqualTo("bundled");
        assertThat(told).singleElement().asString().contains("mine").contains("cannot be used");
    }

    @Test
    void answersOfTheBundledLibraryAreRememberedAsItsOwn(@TempDir Path cache) throws Exception {
        Path file = Files.write(cache.resolve("m.gguf"), new SmallLlama().file().bytes());
        Path broken = Files.createDirectories(cache.resolve("engine/libraries/mine"));
        Files.writeString(broken.resolve("libllama.so"), "this is no library");
        Files.writeString(cache.resolve("engine/libraries/used"), "bundled\n");
        try (Engines bundled = new Engines(cache);
                Engines fallen = new Engines(cache)) {
            String own = bundled.identity(file);
            new EngineLibraries(cache).use("mine");
            assertThat(fallen.identity(file)).isEqualTo(own);
        }
    }

    @Test
    void everyKnownLayoutIsWhole() {
        assertThat(Layout.known()).extracting(Layout::version).containsExactly("b4916", "v0.5.0");
        for (Layout layout : Layout.known()) {
            layout.defaults()
                    .keySet()
                    .forEach(member -> assertThat(layout.at(member)).isNotNegative());
            assertThat(layout.function("clear")).isPresent();
        }
    }
}
