package exemplar.template.syntax;

/// Where a variable lives while a template runs. Filled in once by [Binder], before the template is
/// handed out.
public final class Slot {
    private int up;
    private int index = -1;

    void bind(int up, int index) {
        this.up = up;
        this.index = index;
    }

    /// How many routines outwards.
    public int up() {
        return up;
    }

    /// The place in that routine's frame.
    public int index() {
        return index;
    }
}
