package exemplar.template.syntax;

import java.util.List;

/// What a value can be assigned to.
public sealed interface Target {
    int at();

    record Variable(String name, Slot slot, int at) implements Target {}

    /// An attribute of a namespace.
    record Member(String name, Slot slot, String attribute, int at) implements Target {}

    record Several(List<Target> parts, int at) implements Target {}
}
