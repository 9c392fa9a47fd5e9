package exemplar.backend.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufTest {
    @TempDir Path folder;

    @Test
    void aWholeFileSaysWhatItIs() throws Exception {
        Gguf gguf = Gguf.read(file(good()));
        assertThat(gguf.architecture()).isEqualTo("llama");
        assertThat(gguf.contextLength()).isEqualTo(2048);
        assertThat(gguf.chatTemplate()).contains("{{ messages }}");
        assertThat(gguf.tensors()).isEqualTo(1);
        assertThat(gguf.weights()).isEqualTo(64 / 32 * 20);
        assertThat(gguf.mainType()).isEqualTo("Q4_1");
        assertThat(gguf.number("tokenizer.ggml.tokens.length")).contains(2L);
    }

    @Test
    void aFileThatWasCutShortIsRefusedWithBothSizes() throws Exception {
        byte[] bytes = good();
        assertThatThrownBy(() -> Gguf.read(file(Arrays.copyOf(bytes, bytes.length - 1))))
                .isInstanceOf(BadGguf.class)
                .hasMessageContaining("cut short");
    }

    @Test
    void anotherKindOfFileIsRefused() throws Exception {
        assertThatThrownBy(() ->
                        Gguf.read(
                                file(
                                        "<html>Not found, sorry</html>"
                                                .getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(BadGguf.class)
                .hasMessageContaining("no GGUF file");
        assertThatThrownBy(() -> Gguf.read(folder))
                .isInstanceOf(BadGguf.class)
                .hasMessageContaining("is a directory");
        byte[] old = good();
        old[4] = 9;
        assertThatThrownBy(() -> Gguf.read(file(old)))
                .isInstanceOf(BadGguf.class)
                .hasMessageContaining("version 9");
    }

    @Test
    void everyPrefixOfAFileIsRefusedWithASentence() throws Exception {
        byte[] bytes = good();
        for (int n = 0; n < bytes.length; n++) {
            Path cut = file(Arrays.copyOf(bytes, n));
            assertThatThrownBy(() -> Gguf.read(cut)).isInstanceOf(BadGguf.class);
        }
    }

    @Test
    void aDamagedFileGivesASentenceAndNeverMore() throws Exception {
        Random random = new Random(5);
        byte[] bytes = good();
        for (int round = 0; round < 600; round++) {
            byte[] damaged = bytes.clone();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                Gguf.read(file(damaged));
            } catch (BadGguf expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("model.gguf"), bytes);
    }

    private static byte[] good() throws IOException {
        Writer w = new Writer();
        w.i32(0x46554747);
        w.i32(3);
        w.i64(1);
        w.i64(4);
        w.text("general.architecture").i32(8);
        w.text("llama");
        w.text("llama.context_length").i32(4);
        w.i32(2048);
        w.text("tokenizer.chat_template").i32(8);
        w.text("{{ messages }}");
        w.text("tokenizer.ggml.tokens").i32(9);
        w.i32(8);
        w.i64(2);
        w.text("a");
        w.text("b");
        w.text("output.weight").i32(2);
        w.i64(32);
        w.i64(2);
        w.i32(3);
        w.i64(0);
        while (w.bytes.size() % 32 != 0) {
            w.bytes.write(0);
        }
        w.bytes.write(new byte[40]);
        return w.bytes.toByteArray();
    }

    private static final class Writer {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Writer i32(int v) {
            bytes.writeBytes(
                    ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(v).array());
            return this;
        }

        Writer i64(long v) {
            bytes.writeBytes(
                    ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(v).array());
            return this;
        }

        Writer text(String s) {
            byte[] b = s.getBytes(StandardCharsets.UTF_8);
            i64(b.length);
            bytes.writeBytes(b);
            return this;
        }
    }
}
