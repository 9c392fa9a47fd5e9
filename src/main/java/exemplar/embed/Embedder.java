package exemplar.embed;

import exemplar.backend.Fault;
import java.util.List;

/// Gives vectors of texts, each of length 1, so that the inner product of two is their cosine. A
/// text without content may have the zero vector. Blocking; an interrupt ends it with
/// [Fault.Cancelled] and stays set.
public interface Embedder {

    /// Names the model; vectors of different names are not comparable.
    String model();

    /// One vector for each text, in order.
    Result embed(List<String> texts);

    /// Vectors, or why there are none.
    sealed interface Result {}

    record Embedded(List<float[]> vectors) implements Result {
        public Embedded {
            vectors = List.copyOf(vectors);
        }
    }

    record NotEmbedded(Fault fault) implements Result {}

    /// How near two vectors of length 1 are: their inner product, from -1 to 1.
    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /// The same direction at length 1; the zero vector stays.
    static float[] unit(float[] vector) {
        double square = 0;
        for (float v : vector) {
            square += (double) v * v;
        }
        float[] unit = vector.clone();
        if (square > 0) {
            float scale = (float) (1 / Math.sqrt(square));
            for (int i = 0; i < unit.length; i++) {
                unit[i] *= scale;
            }
        }
        return unit;
    }
}
