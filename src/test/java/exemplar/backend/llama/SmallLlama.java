package exemplar.backend.llama;

import exemplar.backend.gguf.GgufBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A writing model of the smallest size with random weights.
final class SmallLlama {
    static final int WIDTH = 32;
    static final int INNER = 64;
    static final int HEADS = 4;
    static final int GROUPS = 2;
    static final int LAYERS = 2;

    private final Random random = new Random(12);

    GgufBytes file() {
        return withoutByte(-1);
    }

    /// The same, in which no token stands for a byte.
    GgufBytes withoutByte(int missing) {
        List<String> tokens = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        for (int b = 0; b < 256; b++) {
            tokens.add(b == missing ? "<none>" : "<0x%02X>".formatted(b));
        }
        tokens.addAll(List.of("▁the", "▁sea", "▁is", "▁calm", "▁", "t", "h", "e"));
        int[] kinds = new int[tokens.size()];
        float[] scores = new float[tokens.size()];
        Arrays.fill(kinds, 1);
        Arrays.fill(kinds, 0, 3, 3);
        Arrays.fill(kinds, 3, 259, 6);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = -i;
        }
        GgufBytes file =
                new GgufBytes()
                        .text("general.architecture", "llama")
                        .number("llama.context_length", 128)
                        .number("llama.embedding_length", WIDTH)
                        .number("llama.feed_forward_length", INNER)
                        .number("llama.block_count", LAYERS)
                        .number("llama.attention.head_count", HEADS)
                        .number("llama.attention.head_count_kv", GROUPS)
                        .number("llama.rope.dimension_count", WIDTH / HEADS)
                        .real("llama.rope.freq_base", 10_000)
                        .real("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                        .number("llama.vocab_size", tokens.size())
                        .text("tokenizer.ggml.model", "llama")
                        .texts("tokenizer.ggml.tokens", tokens)
                        .reals("tokenizer.ggml.scores", scores)
                        .numbers("tokenizer.ggml.token_type", kinds)
                        .number("tokenizer.ggml.bos_token_id", 1)
                        .number("tokenizer.ggml.eos_token_id", 2)
                        .number("tokenizer.ggml.unknown_token_id", 0)
                        .truth("tokenizer.ggml.add_bos_token", true)
                        .text(
                                "tokenizer.chat_template",
                                "{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}");
        some(file, "token_embd.weight", WIDTH, tokens.size());
        some(file, "output.weight", WIDTH, tokens.size());
        some(file, "output_norm.weight", WIDTH, 1);
        int group = WIDTH / HEADS * GROUPS;
        for (int l = 0; l < LAYERS; l++) {
            String at = "blk." + l + ".";
            some(file, at + "attn_norm.weight", WIDTH, 1);
            some(file, at + "attn_q.weight", WIDTH, WIDTH);
            some(file, at + "attn_k.weight", WIDTH, group);
            some(file, at + "attn_v.weight", WIDTH, group);
            some(file, at + "attn_output.weight", WIDTH, WIDTH);
            some(file, at + "ffn_norm.weight", WIDTH, 1);
            some(file, at + "ffn_gate.weight", WIDTH, INNER);
            some(file, at + "ffn_up.weight", WIDTH, INNER);
            some(file, at + "ffn_down.weight", INNER, WIDTH);
        }
        return file;
    }

    private void some(GgufBytes file, String name, int row, int rows) {
        float[] values = new float[row * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * .3f;
        }
        file.tensor(name, row, values);
    }
}
