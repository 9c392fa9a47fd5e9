package exemplar.study;

import exemplar.model.PromptForm;
import exemplar.study.line.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One step of a history.
///
/// @param at when its last edit was applied
/// @param bytes about what it keeps in memory that the study itself does not
record Step(
        Study before,
        Study after,
        String label,
        Optional<String> mergeKey,
        Instant at,
        long bytes) {

    static Step of(Study before, Study after, Edit edit, Instant at) {
        long bytes =
                2000
                        + weight(before.pool(), after.pool())
                        + weight(before.tests(), after.tests())
                        + text(before)
                        + text(after);
        return new Step(before, after, edit.label(), edit.mergeKey(), at, bytes);
    }

    /// Whether the next step is more of the same typing.
    boolean takesIn(Step next, Duration pause) {
        return mergeKey.isPresent()
                && mergeKey.equals(next.mergeKey)
                && Duration.between(at, next.at).compareTo(pause) < 0;
    }

    Step joined(Step next) {
        return new Step(
                before, next.after, next.label, mergeKey, next.at, Math.max(bytes, next.bytes));
    }

    /// The step once nothing joins it any more.
    Step closed() {
        return new Step(before, after, label, Optional.empty(), at, bytes);
    }

    private static long weight(Examples before, Examples after) {
        if (before == after) {
            return 0;
        }
        Patch there = Patch.between(before, after);
        Patch back = Patch.between(after, before);
        return weight(there) + weight(back) + 8L * (before.chunks.length + after.chunks.length);
    }

    private static long weight(Patch patch) {
        long bytes = 0;
        for (Patch.Part part : patch.parts()) {
            bytes += 4L * ExamplesBuilder.CHUNK;
            if (part instanceof Patch.Added added) {
                for (Line line : added.lines()) {
                    bytes += 64 + line.length();
                }
            }
        }
        return bytes;
    }

    private static long text(Study study) {
        long characters = study.task().instruction().length();
        for (var design : study.designs()) {
            characters +=
                    switch (design.form()) {
                        case PromptForm.Free free -> free.source().length();
                        case PromptForm.Parts parts ->
                                parts.system().length()
                                        + parts.instruction().length()
                                        + parts.demonstration().length()
                                        + parts.answer().length()
                                        + parts.separator().length()
                                        + parts.query().length();
                    };
        }
        return characters;
    }
}
