package exemplar.template.syntax;

import java.util.List;

/// The variables that start anew when a part of a template is entered. Filled in once by [Binder].
public final class Scope {
    /// How a variable gets its first value.
    public sealed interface Load {
        /// The place in the frame.
        int index();

        /// From the render's context.
        record Resolve(int index, String name) implements Load {}

        /// From a variable of an outer scope.
        record Alias(int index, Slot source) implements Load {}

        /// Nothing yet.
        record Unset(int index) implements Load {}
    }

    /// A variable a scoped block can see.
    public record Visible(String name, Slot slot) {}

    private List<Load> loads = List.of();
    private List<Visible> visible = List.of();
    private int slots;
    private boolean loop;

    void bind(List<Load> found) {
        loads = List.copyOf(found);
    }

    void see(List<Visible> found) {
        visible = List.copyOf(found);
    }

    void routine(int size) {
        slots = size;
    }

    void usesLoop() {
        loop = true;
    }

    public List<Load> loads() {
        return loads;
    }

    /// The variables around a scoped block.
    public List<Visible> visible() {
        return visible;
    }

    /// Number of variables in the frame, if this scope is a routine with a frame of its own.
    public int slots() {
        return slots;
    }

    /// Whether the body of a loop looks at `loop`.
    public boolean hasLoop() {
        return loop;
    }
}
