package exemplar.backend.openai;

import exemplar.backend.Abilities;

/// How a server differs from the protocol's common ground.
///
/// @param newTokenLimit whether the most tokens of a chat go by `max_completion_tokens`, as
///   OpenAI's own newer models want, instead of `max_tokens`
/// @param topK whether it knows `top_k`, which is no part of the protocol
/// @param seedMember how it calls a seed; empty where it knows none
/// @param usageInStream whether it understands the request to count tokens of a streamed answer
/// @param continuesMessages whether it goes on with a begun message of the assistant on
///   `continue_final_message`
/// @param usual what its models usually can, before they were probed
public record Dialect(
        boolean newTokenLimit,
        boolean topK,
        String seedMember,
        boolean usageInStream,
        boolean continuesMessages,
        Abilities usual) {

    /// A server nothing is known about.
    public static final Dialect COMMON =
            new Dialect(
                    false,
                    true,
                    "seed",
                    true,
                    false,
                    new Abilities(true, true, true, false, 5, false, false, true, 0));
}
