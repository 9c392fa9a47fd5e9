package exemplar.backend.cache;

import exemplar.backend.Reply;
import java.time.Instant;

/// An answer in the cache, as an inspection shows it.
///
/// @param model its name on this machine when it was asked
/// @param backend who answered
/// @param at when
public record Kept(CacheKey key, String model, String backend, Instant at, Reply reply) {}
