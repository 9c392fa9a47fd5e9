package exemplar.backend.gateway;

import exemplar.backend.Fault;
import exemplar.backend.TextVectors;
import java.util.Optional;

/// The way to vectors of texts by a model, or why there is none.
public sealed interface VectorWay {

    /// @param vectors paced and tried again as any question to the model is; keeps nothing
    /// @param model the model's id there
    /// @param identity names what the vectors come from, so that they can be kept; empty where
    ///   nothing may be kept
    record Open(TextVectors vectors, String model, Optional<String> identity)
            implements VectorWay {}

    /// @param fault what is missing and what to do
    record Closed(Fault fault) implements VectorWay {}
}
