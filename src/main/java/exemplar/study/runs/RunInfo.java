package exemplar.study.runs;

import java.time.Instant;
import java.util.List;

/// One execution of a comparison.
///
/// @param id counts up from 1 within the study
/// @param items ids of the test items asked, in order
/// @param cells how many cells the plan has
/// @param answered how many of them have an answer so far; failed and stopped ones have none
public record RunInfo(
        long id,
        Instant started,
        List<String> designs,
        List<String> models,
        List<String> items,
        int repeats,
        int cells,
        int answered) {}
