package exemplar.backend.llama;

import exemplar.backend.gguf.Gguf;
import java.util.Arrays;

/// How the hidden states of a text's tokens become one vector.
///
/// @param kind which tokens count
record Pooling(Kind kind) {

    /// Which tokens count.
    enum Kind {
        MEAN,
        FIRST,
        LAST
    }

    /// As an embedding model's file says; the mean where it says nothing.
    static Pooling of(Gguf gguf) throws EngineFault {
        String family = gguf.architecture();
        int told = gguf.number(family + ".pooling_type").map(Long::intValue).orElse(0);
        return new Pooling(
                switch (told) {
                    case 0, 1 -> Kind.MEAN;
                    case 2 -> Kind.FIRST;
                    case 3 -> Kind.LAST;
                    default ->
                            throw new EngineFault(
                                    "This model ranks pairs of texts; it gives no vectors.");
                });
    }

    /// Whether all tokens of a text see each other, so that they are evaluated at once.
    static boolean whole(Gguf gguf) {
        return gguf.number(gguf.architecture() + ".attention.causal")
                .filter(c -> c == 0)
                .isPresent();
    }

    /// A text's tokens as far as the model takes them; the token that ends a text stays its last.
    ///
    /// @param ends the tokens of the empty text
    static int[] cut(int[] tokens, int most, int[] ends) {
        if (tokens.length <= most) {
            return tokens;
        }
        int[] taken = Arrays.copyOf(tokens, most);
        int last = tokens[tokens.length - 1];
        if (ends.length > 0 && ends[ends.length - 1] == last) {
            taken[most - 1] = last;
        }
        return taken;
    }

    /// Whether the file is of a model that was made for vectors and writes no text.
    static boolean embeddingModel(Gguf gguf) {
        return gguf.number(gguf.architecture() + ".pooling_type").filter(p -> p > 0).isPresent()
                || whole(gguf);
    }

    Pooled of(int width) {
        return new Pooled(width);
    }

    /// A vector in the making.
    final class Pooled {
        private final double[] sum;
        private int tokens;

        private Pooled(int width) {
            sum = new double[width];
        }

        void add(float[] state) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] =
                        switch (kind) {
                            case MEAN -> sum[i] + state[i];
                            case FIRST -> tokens == 0 ? state[i] : sum[i];
                            case LAST -> state[i];
                        };
            }
            tokens++;
        }

        float[] vector() {
            float[] vector = new float[sum.length];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (kind == Kind.MEAN ? sum[i] / Math.max(1, tokens) : sum[i]);
            }
            return vector;
        }
    }
}
