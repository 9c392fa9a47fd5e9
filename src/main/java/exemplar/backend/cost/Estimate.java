package exemplar.backend.cost;

import java.time.LocalDate;
import java.util.List;

/// What a run will take, before anything is sent.
///
/// @param calls questions in all
/// @param cached those that are answered already and cost nothing
/// @param promptTokens of the calls that are not cached, an estimate
/// @param most tokens their answers have at most
/// @param low US dollars if every answer has one token
/// @param high US dollars if every answer is as long as allowed
/// @param unpriced models whose price is not known; what they cost is in neither sum
/// @param unlimited models whose answers have no limit; their sums take [#USUAL_MOST] tokens each
/// @param asOf the day of the prices
public record Estimate(
        int calls,
        int cached,
        long promptTokens,
        long most,
        double low,
        double high,
        List<String> unpriced,
        List<String> unlimited,
        LocalDate asOf) {

    /// How long an answer is taken to be at most where nothing limits it.
    public static final int USUAL_MOST = 4096;

    public Estimate {
        unpriced = List.copyOf(unpriced);
        unlimited = List.copyOf(unlimited);
    }
}
