package exemplar.backend.cost;

/// What tokens cost, in US dollars a million.
public record Price(double prompt, double answer) {
    public static final Price FREE = new Price(0, 0);

    /// What so many tokens cost, in US dollars.
    public double of(long promptTokens, long answerTokens) {
        return (promptTokens * prompt + answerTokens * answer) / 1_000_000;
    }
}
