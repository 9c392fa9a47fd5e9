package exemplar.backend.llama;

import exemplar.backend.gguf.GgufBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A sentence encoder with random weights, small enough to be computed here in plain Java beside
/// the engine: the layers of Devlin et al., "BERT", 2019.
final class SmallBert {
    static final List<String> WORDS = List.of("the", "sea", "is", "calm", "and", "a", "cat", "sat");
    static final int CONTEXT = 48;
    private static final int WIDTH = 32;
    private static final int HEADS = 4;
    private static final int INNER = 64;
    private static final int LAYERS = 2;
    private static final int UNKNOWN = 1;
    private static final int START = 2;
    private static final int END = 3;
    private static final int FIRST_WORD = 5;

    private final Map<String, float[]> weights = new LinkedHashMap<>();
    private final Random random = new Random(11);

    SmallBert() {
        int vocabulary = FIRST_WORD + WORDS.size();
        some("token_embd.weight", vocabulary * WIDTH, 1);
        some("position_embd.weight", CONTEXT * WIDTH, 1);
        some("token_types.weight", 2 * WIDTH, 1);
        norm("token_embd_norm");
        for (int l = 0; l < LAYERS; l++) {
            String at = "blk." + l + ".";
            for (String part : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
                some(at + part + ".weight", WIDTH * WIDTH, .4);
                some(at + part + ".bias", WIDTH, .2);
            }
            norm(at + "attn_output_norm");
            some(at + "ffn_up.weight", WIDTH * INNER, .4);
            some(at + "ffn_up.bias", INNER, .2);
            some(at + "ffn_down.weight", INNER * WIDTH, .4);
            some(at + "ffn_down.bias", WIDTH, .2);
            norm(at + "layer_output_norm");
        }
    }

    private void some(String name, int n, double spread) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (random.nextGaussian() * spread);
        }
        weights.put(name, values);
    }

    private void norm(String name) {
        some(name + ".bias", WIDTH, .1);
        float[] scale = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            scale[i] = (float) (1 + random.nextGaussian() * .1);
        }
        weights.put(name + ".weight", scale);
    }

    /// The model as a file.
    ///
    /// @param pooling as GGUF counts: 1 mean, 2 first, 3 last, 4 rank
    GgufBytes file(int pooling) {
        return weighted(
                header(pooling)
                        .number("tokenizer.ggml.bos_token_id", START)
                        .number("tokenizer.ggml.eos_token_id", END)
                        .number("tokenizer.ggml.unknown_token_id", UNKNOWN)
                        .number("tokenizer.ggml.seperator_token_id", END)
                        .number("tokenizer.ggml.padding_token_id", 0)
                        .number("tokenizer.ggml.mask_token_id", 4));
    }

    /// The model as a file that names its special tokens by these numbers only.
    ///
    /// @param named numbers by what a file calls them, such as `bos`
    GgufBytes naming(Map<String, Integer> named) {
        GgufBytes file = header(1);
        named.forEach(
                (name, number) -> file.number("tokenizer.ggml." + name + "_token_id", number));
        return weighted(file);
    }

    private GgufBytes header(int pooling) {
        List<String> tokens =
                new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
        WORDS.forEach(w -> tokens.add("▁" + w));
        int[] kinds = new int[tokens.size()];
        Arrays.fill(kinds, 1);
        Arrays.fill(kinds, 0, FIRST_WORD, 3);
        return new GgufBytes()
                .text("general.architecture", "bert")
                .number("bert.context_length", CONTEXT)
                .number("bert.embedding_length", WIDTH)
                .number("bert.feed_forward_length", INNER)
                .number("bert.block_count", LAYERS)
                .number("bert.attention.head_count", HEADS)
                .real("bert.attention.layer_norm_epsilon", 1e-12f)
                .truth("bert.attention.causal", false)
                .number("bert.pooling_type", pooling)
                .text("tokenizer.ggml.model", "bert")
                .texts("tokenizer.ggml.tokens", tokens)
                .numbers("tokenizer.ggml.token_type", kinds)
                .number("tokenizer.ggml.token_type_count", 2);
    }

    private GgufBytes weighted(GgufBytes file) {
        weights.forEach((name, values) ->
                file.tensor(
                        name,
                        name.endsWith("ffn_down.weight")
                                ? INNER
                                : name.endsWith("ffn_up.bias") ? INNER : WIDTH,
                        values));
        return file;
    }

    /// The tokens of a text in lower case, words apart by single blanks, as far as they fit.
    static int[] tokens(String text) {
        List<Integer> tokens = new ArrayList<>(List.of(START));
        for (String word : text.split(" ")) {
            int at = WORDS.indexOf(word);
            tokens.add(at < 0 ? UNKNOWN : FIRST_WORD + at);
        }
        List<Integer> taken =
                new ArrayList<>(tokens.subList(0, Math.min(tokens.size(), CONTEXT - 1)));
        taken.add(END);
        return taken.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The hidden states of a text after the last layer, a row a token.
    double[][] hidden(int[] tokens) {
        double[][] x = new double[tokens.length][WIDTH];
        for (int t = 0; t < tokens.length; t++) {
            for (int i = 0; i < WIDTH; i++) {
                x[t][i] =
                        weight("token_embd.weight")[tokens[t] * WIDTH + i]
                                + weight("position_embd.weight")[t * WIDTH + i]
                                + weight("token_types.weight")[i];
            }
        }
        x = normed(x, "token_embd_norm");
        for (int l = 0; l < LAYERS; l++) {
            String at = "blk." + l + ".";
            x = normed(sum(x, attention(x, at)), at + "attn_output_norm");
            double[][] inner = linear(x, at + "ffn_up", INNER);
            for (double[] row : inner) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = gelu(row[i]);
                }
            }
            x = normed(sum(x, linear(inner, at + "ffn_down", WIDTH)), at + "layer_output_norm");
        }
        return x;
    }

    private float[] weight(String name) {
        return weights.getOrDefault(name, new float[0]);
    }

    private double[][] attention(double[][] x, String at) {
        double[][] q = linear(x, at + "attn_q", WIDTH);
        double[][] k = linear(x, at + "attn_k", WIDTH);
        double[][] v = linear(x, at + "attn_v", WIDTH);
        double[][] mixed = new double[x.length][WIDTH];
        int each = WIDTH / HEADS;
        for (int h = 0; h < HEADS; h++) {
            for (int t = 0; t < x.length; t++) {
                double[] weight = new double[x.length];
                double all = 0;
                for (int s = 0; s < x.length; s++) {
                    double dot = 0;
                    for (int i = h * each; i < (h + 1) * each; i++) {
                        dot += q[t][i] * k[s][i];
                    }
                    weight[s] = Math.exp(dot / Math.sqrt(each));
                    all += weight[s];
                }
                for (int s = 0; s < x.length; s++) {
                    for (int i = h * each; i < (h + 1) * each; i++) {
                        mixed[t][i] += weight[s] / all * v[s][i];
                    }
                }
            }
        }
        return linear(mixed, at + "attn_output", WIDTH);
    }

    private double[][] linear(double[][] x, String name, int out) {
        float[] w = weight(name + ".weight");
        float[] b = weight(name + ".bias");
        double[][] y = new double[x.length][out];
        for (int t = 0; t < x.length; t++) {
            for (int o = 0; o < out; o++) {
                double sum = b[o];
                for (int i = 0; i < x[t].length; i++) {
                    sum += w[o * x[t].length + i] * x[t][i];
                }
                y[t][o] = sum;
            }
        }
        return y;
    }

    private double[][] normed(double[][] x, String name) {
        float[] scale = weight(name + ".weight");
        float[] shift = weight(name + ".bias");
        double[][] y = new double[x.length][WIDTH];
        for (int t = 0; t < x.length; t++) {
            double mean = Arrays.stream(x[t]).average().orElseThrow();
            double spread =
                    Math.sqrt(
                            Arrays.stream(x[t])
                                            .map(v -> (v - mean) * (v - mean))
                                            .average()
                                            .orElseThrow()
                                    + 1e-12);
            for (int i = 0; i < WIDTH; i++) {
                y[t][i] = (x[t][i] - mean) / spread * scale[i] + shift[i];
            }
        }
        return y;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] c = new double[a.length][];
        for (int t = 0; t < a.length; t++) {
            c[t] = new double[a[t].length];
            for (int i = 0; i < a[t].length; i++) {
                c[t][i] = a[t][i] + b[t][i];
            }
        }
        return c;
    }

    /// x Φ(x), with Φ by the tangent that the engine uses as well (Hendrycks and Gimpel, 2016).
    private static double gelu(double x) {
        return .5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + .044715 * x * x * x)));
    }
}
