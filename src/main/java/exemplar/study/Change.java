package exemplar.study;

import java.util.Optional;

/// What just happened to a study.
///
/// @param label the edit's label
/// @param pool the rows to select in the pool afterwards; empty when the pool did not change
/// @param tests likewise for the tests
public record Change(
        Study before,
        Study after,
        String label,
        Cause cause,
        Optional<Patch.Rows> pool,
        Optional<Patch.Rows> tests) {

    /// Why it happened.
    public enum Cause {
        EDIT,
        UNDO,
        REDO,
        /// Another program changed the files.
        DISK
    }

    /// The change from one study to another.
    public static Change between(Study before, Study after, String label, Cause cause) {
        return new Change(
                before,
                after,
                label,
                cause,
                touched(before.pool(), after.pool()),
                touched(before.tests(), after.tests()));
    }

    private static Optional<Patch.Rows> touched(Examples before, Examples after) {
        return before == after
                ? Optional.empty()
                : Optional.of(Patch.between(before, after).touched());
    }
}
