package exemplar.template.value;

/// A value with attributes and behaviour of its own: functions, macros, `loop`, namespaces.
public non-sealed interface ObjectValue extends Value {

    /// The value of an attribute, or [Undefined#ABSENT].
    default Value attribute(String name) {
        return Undefined.ABSENT;
    }

    /// How Python would print it. Objects whose print shows a memory address refuse.
    default String print() {
        throw Fault.of(
                "TypeError",
                "printing a "
                        + typeName()
                        + " shows a memory address in Python; call it or print a part of it");
    }

    @Override
    default boolean truthy() {
        return true;
    }
}
