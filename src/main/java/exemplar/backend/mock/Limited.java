package exemplar.backend.mock;

import exemplar.backend.Sampling;
import java.util.List;

/// An answer after the request's limits.
///
/// @param pieces what is said, piece by piece
/// @param cut whether the most tokens allowed ended it
record Limited(List<String> pieces, boolean cut) {

    static Limited of(String answer, Sampling sampling) {
        int end = answer.length();
        for (String stop : sampling.stop()) {
            int at = stop.isEmpty() ? -1 : answer.indexOf(stop);
            if (at >= 0) {
                end = Math.min(end, at);
            }
        }
        List<String> pieces = Pieces.of(answer.substring(0, end));
        int most = sampling.maxTokens().orElse(Integer.MAX_VALUE);
        return most < pieces.size()
                ? new Limited(List.copyOf(pieces.subList(0, most)), true)
                : new Limited(List.copyOf(pieces), false);
    }
}
