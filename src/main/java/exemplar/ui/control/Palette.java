package exemplar.ui.control;

/// The eight categorical colours: a style class `cat-1` … `cat-8` for the same thing in every pane.
/// Labels take theirs by position in the task, demonstrations by position in the prompt, languages
/// by position in the study.
public final class Palette {
    public static final int SIZE = 8;

    private Palette() {}

    /// The style class of a category, `cat-0` (no colour) for -1.
    public static String styleClass(int index) {
        return index < 0 ? "cat-0" : "cat-" + (index % SIZE + 1);
    }
}
