package exemplar.backend.cache;

import java.time.Instant;
import java.util.List;

/// How much the cache holds.
///
/// @param byModel most answers first
public record Contents(long answers, long bytes, List<OfModel> byModel) {

    public Contents {
        byModel = List.copyOf(byModel);
    }

    /// The part of one model.
    ///
    /// @param bytes of requests and replies
    public record OfModel(String model, long answers, long bytes, Instant first, Instant last) {}
}
