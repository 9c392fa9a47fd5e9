package exemplar.backend.label;

import java.util.Locale;

/// How a label distribution was found, best first.
public enum Method {
    /// Log-likelihood of every token of every label.
    EXACT,
    /// Log-probabilities of the likeliest next tokens, as deep as labels begin alike.
    TOPK,
    /// Frequencies of drawn answers: an estimate.
    SAMPLED;

    /// As files and commands write it.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
