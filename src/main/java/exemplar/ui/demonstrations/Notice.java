package exemplar.ui.demonstrations;

/// Something said for a few seconds.
///
/// @param undoable whether it offers to undo the last step
public record Notice(String text, boolean undoable) {
    public static Notice of(String text) {
        return new Notice(text, false);
    }

    public static Notice withUndo(String text) {
        return new Notice(text, true);
    }
}
