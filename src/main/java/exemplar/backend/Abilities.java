package exemplar.backend;

/// What a model can do.
///
/// @param chat replies to messages
/// @param completion continues a raw text
/// @param streaming sends the answer piece by piece
/// @param labelScores gives exact log-likelihoods of given continuations
/// @param topLogProbabilities how many alternatives with log-probabilities it tells for each token
///   of its answer; 0 for none
/// @param images accepts images
/// @param embeddings gives vectors of texts
/// @param seed repeats an answer for the same seed
/// @param several gives several answers to one request, whose prompt is paid for once
/// @param context most tokens of prompt and answer together; 0 when unknown
public record Abilities(
        boolean chat,
        boolean completion,
        boolean streaming,
        boolean labelScores,
        int topLogProbabilities,
        boolean images,
        boolean embeddings,
        boolean seed,
        boolean several,
        int context) {

    /// Nothing, as far as is known.
    public static final Abilities UNKNOWN =
            new Abilities(false, false, false, false, 0, false, false, false, 0);

    /// What a model can do that gives one answer to a request.
    public Abilities(
            boolean chat,
            boolean completion,
            boolean streaming,
            boolean labelScores,
            int topLogProbabilities,
            boolean images,
            boolean embeddings,
            boolean seed,
            int context) {
        this(
                chat,
                completion,
                streaming,
                labelScores,
                topLogProbabilities,
                images,
                embeddings,
                seed,
                false,
                context);
    }

    /// Whether it gives vectors of texts and nothing else: it can be asked no question and scores
    /// no label.
    public boolean vectorsOnly() {
        return embeddings && !chat && !completion;
    }

    /// The same with these ways to probabilities.
    public Abilities withProbabilities(boolean labelScores, int topLogProbabilities) {
        return new Abilities(
                chat,
                completion,
                streaming,
                labelScores,
                topLogProbabilities,
                images,
                embeddings,
                seed,
                several,
                context);
    }
}
