package exemplar.study.runs;

import exemplar.backend.label.LabelDistribution;
import java.time.Instant;
import java.util.List;

/// What a model thinks of the labels of one example, and how that was found. Kept forever; never
/// changed.
///
/// @param part where the example is
/// @param example its id there
/// @param model the model's name on this machine
/// @param design the design whose prompt was scored
/// @param calibration how the bias to labels was taken out, such as `contextual`; empty where it
///   was not, and the distribution is then the raw one
/// @param distribution the one to read
/// @param raw as the model gave it
/// @param demonstrations ids in prompt order; never the example itself
/// @param promptHash SHA-256 of the exact prompt, hexadecimal
/// @param prompt its text
/// @param source stands for what answered under the model's name, and what else the scores depend
///   on; empty in files of earlier versions
/// @param millis from asking to the end
/// @param at when
public record LabelEvidence(
        Part part,
        String example,
        String model,
        String design,
        String calibration,
        LabelDistribution distribution,
        LabelDistribution raw,
        List<String> demonstrations,
        String promptHash,
        String prompt,
        String source,
        long millis,
        Instant at) {

    /// Where an example is.
    public enum Part {
        POOL,
        TESTS
    }

    public LabelEvidence {
        demonstrations = List.copyOf(demonstrations);
    }
}
