package exemplar.backend.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.TextVectors;
import exemplar.backend.gguf.BadGguf;
import exemplar.backend.gguf.Gguf;
import exemplar.backend.gguf.GgufBytes;
import exemplar.backend.gguf.Mutants;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileModelsTest {
    @TempDir Path folder;

    @Test
    void aDamagedHeaderIsASentenceOrAModelAndNothingElse() throws Exception {
        int refused = 0;
        for (GgufBytes file : List.of(new SmallBert().file(1), new SmallLlama().file())) {
            Mutants mutants = new Mutants(file.bytes(), file.header());
            for (int n = 0; n < 2_500; n++) {
                Path mutant = Files.write(folder.resolve("m.gguf"), mutants.number(n));
                try {
                    Gguf gguf = Gguf.read(mutant);
                    assertThat(Memory.needed(gguf, Memory.first(gguf))).isPositive();
                } catch (BadGguf e) {
                    assertThat(e.getMessage()).isNotBlank();
                    refused++;
                }
            }
        }
        assertThat(refused).isBetween(1_000, 4_900);
    }

    @Test
    void theSmallModelItselfAnswers() throws Exception {
        assertThat(asked(Files.write(folder.resolve("m.gguf"), new SmallLlama().file().bytes())))
                .isInstanceOf(Outcome.Answered.class);
    }

    /// These end the process that loads them: a word twice, a byte without a token.
    @ParameterizedTest
    @ValueSource(ints = {45, 530})
    void aFileThatWouldTakeTheProgramWithItIsASentence(int number) throws Exception {
        GgufBytes file = new SmallLlama().file();
        Path mutant =
                Files.write(
                        folder.resolve("m.gguf"),
                        new Mutants(file.bytes(), file.header()).number(number));
        Gguf.read(mutant);
        assertThat(((Outcome.Failed) asked(mutant)).fault())
                .isInstanceOf(Fault.Unable.class)
                .extracting(Fault::message)
                .asString()
                .contains("ended the process")
                .contains("m.gguf");
    }

    /// Nothing is amiss until a text has the byte, perhaps weeks later.
    @ParameterizedTest
    @ValueSource(ints = {0x41, 0xec})
    void soIsOneThatWouldDoSoAtACertainLetterOnly(int missing) throws Exception {
        Path file =
                Files.write(
                        folder.resolve("m.gguf"), new SmallLlama().withoutByte(missing).bytes());
        assertThat(((Outcome.Failed) asked(file)).fault().message()).contains("ended the process");
    }

    @Test
    void theTrialComesAcrossEveryByteThatUtf8Has() {
        Set<Integer> bytes = new TreeSet<>();
        EngineCheck.everyByte()
                .forEach(text -> {
                    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                        bytes.add(b & 0xff);
                    }
                });
        Set<Integer> never =
                Set.of(
                        0xc0, 0xc1, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe,
                        0xff);
        assertThat(bytes).hasSize(256 - never.size()).doesNotContainAnyElementsOf(never);
    }

    @Test
    void anEmbeddingModelWithoutItsSpecialWordsIsRefusedBeforeItIsTried() throws Exception {
        GgufBytes file = new SmallBert().file(1);
        Path mutant =
                Files.write(
                        folder.resolve("m.gguf"),
                        new Mutants(file.bytes(), file.header()).number(344));
        try (LlamaBackend backend =
                new LlamaBackend(() -> Map.of("m", mutant), TinyModel.PLACES.cache())) {
            assertThat(backend.vectors("m", List.of("the sea")))
                    .isInstanceOfSatisfying(
                            TextVectors.NotFound.class,
                            n ->
                                    assertThat(n.fault().message())
                                            .contains("names no token for the start of a text"));
        }
    }

    private static final Map<String, Integer> SPECIAL =
            Map.of("bos", 2, "unknown", 1, "seperator", 3, "padding", 0, "mask", 4);

    @Test
    void theSmallEncoderItselfIsWhole() throws Exception {
        assertThat(read(new SmallBert().naming(SPECIAL)).architecture()).isEqualTo("bert");
        // A number that is none is passed over by the engine where the usual one is there.
        Map<String, Integer> padding = new LinkedHashMap<>(SPECIAL);
        padding.put("padding", 32_000);
        assertThat(read(new SmallBert().naming(padding)).architecture()).isEqualTo("bert");
    }

    /// The engine takes number 101 for the start of a text where the file names none it has.
    @ParameterizedTest
    @ValueSource(strings = {"bos", "unknown", "seperator", "mask"})
    void aSpecialTokenThatTheVocabularyLacksIsASentence(String which) {
        Map<String, Integer> named = new LinkedHashMap<>(SPECIAL);
        named.put(which, 13);
        assertThatThrownBy(() -> read(new SmallBert().naming(named)))
                .isInstanceOf(BadGguf.class)
                .hasMessageContaining(which + "_token_id")
                .hasMessageContaining("is number 13, and the vocabulary has 13 tokens");
        named.remove(which);
        assertThatThrownBy(() -> read(new SmallBert().naming(named)))
                .isInstanceOf(BadGguf.class)
                .hasMessageContaining("names no token for")
                .hasMessageContaining(which + "_token_id");
    }

    @ParameterizedTest
    @CsvSource({
        "llama, 2, eos",
        "llama, 0, bos",
        "gpt2, 11, bos",
        "t5, 2, unknown",
        "plamo2, 3, padding"
    })
    void soItIsForEveryKindOfTokenizer(String kind, int tokens, String which) throws Exception {
        assertThatThrownBy(() -> read(words(kind, tokens)))
                .isInstanceOf(BadGguf.class)
                .hasMessageContaining(which + "_token_id");
        assertThat(read(words(kind, 12)).tensors()).isZero();
    }

    @Test
    void aFileWithoutAVocabularyIsASentence() {
        assertThatThrownBy(() -> read(words("no_vocab", 0)))
                .isInstanceOf(BadGguf.class)
                .hasMessageContaining("no vocabulary");
    }

    private static GgufBytes words(String kind, int tokens) {
        return new GgufBytes()
                .text("general.architecture", "llama")
                .text("tokenizer.ggml.model", kind)
                .texts("tokenizer.ggml.tokens", Collections.nCopies(tokens, "a"));
    }

    private Gguf read(GgufBytes file) throws IOException {
        return Gguf.read(Files.write(folder.resolve("m.gguf"), file.bytes()));
    }

    @Test
    void aModelThatIsTooLargeIsRefusedBeforeTheLibrarySeesIt() throws Exception {
        long rows = 1L << 38;
        byte[] header =
                new GgufBytes()
                        .text("general.architecture", "llama")
                        .tensor("output.weight", new long[] {32, rows}, 2, new byte[0])
                        .bytes();
        Path file = folder.resolve("huge.gguf");
        Files.write(file, header);
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(header.length + rows * 18);
        }
        try (LlamaBackend backend =
                new LlamaBackend(() -> Map.of("huge", file), TinyModel.PLACES.cache())) {
            assertThat(backend.unavailable("huge").orElseThrow())
                    .contains("MB of memory")
                    .contains("smaller model");
            assertThat(
                            ((TextVectors.NotFound) backend.vectors("huge", List.of("a")))
                                    .fault()
                                    .message())
                    .contains("needs about")
                    .contains("are free");
        }
    }

    private static Outcome asked(Path file) {
        try (LlamaBackend backend =
                new LlamaBackend(() -> Map.of("m", file), TinyModel.PLACES.cache())) {
            return backend.ask(
                    new Request("m", new Request.Completion("the sea"), Sampling.greedy(3)),
                    Answerer.Sink.NONE);
        }
    }
}
