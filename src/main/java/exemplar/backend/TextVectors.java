package exemplar.backend;

import java.util.List;

/// A backend that gives vectors of texts. Blocking and interruptible as [Answerer] is.
public interface TextVectors {

    /// One vector for each text, in order.
    Vectors vectors(String model, List<String> texts);

    /// Vectors, or why there are none.
    sealed interface Vectors {}

    /// All of one length.
    record Found(List<float[]> vectors) implements Vectors {
        public Found {
            vectors = List.copyOf(vectors);
        }
    }

    record NotFound(Fault fault) implements Vectors {}
}
