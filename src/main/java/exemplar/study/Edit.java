package exemplar.study;

import java.util.Optional;
import java.util.function.UnaryOperator;

/// One step of work on a study, as undo will name it.
///
/// @param label what it does, in the form that follows "Undo", such as `replace in 214
///   demonstrations`
/// @param mergeKey edits with the same key that follow each other without a pause are one step: the
///   letters typed into one field. Put the word's position into the key to end a step with a word.
/// @param change from the study before to the study after; returns its argument when there is
///   nothing to do
public record Edit(String label, Optional<String> mergeKey, UnaryOperator<Study> change) {

    /// A step of its own.
    public static Edit of(String label, UnaryOperator<Study> change) {
        return new Edit(label, Optional.empty(), change);
    }

    /// A step that joins the one before it when that had the same key a moment ago.
    public static Edit typing(String label, String mergeKey, UnaryOperator<Study> change) {
        return new Edit(label, Optional.of(mergeKey), change);
    }
}
