package exemplar.template.render;

import exemplar.template.syntax.Scope;
import exemplar.template.syntax.Slot;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.Arrays;

/// The variables of a running routine: the template, a block, a macro or a recursive loop.
final class Frame {
    private final Value[] slots;
    private final Frame outer;

    private Frame(int size, Frame outer) {
        slots = new Value[size];
        Arrays.fill(slots, Undefined.ABSENT);
        this.outer = outer;
    }

    static Frame outermost(int size) {
        return new Frame(size);
    }

    private Frame(int size) {
        slots = new Value[size];
        Arrays.fill(slots, Undefined.ABSENT);
        outer = this;
    }

    Frame inner(int size) {
        return new Frame(size, this);
    }

    Value get(Slot slot) {
        Frame frame = this;
        for (int up = slot.up(); up > 0; up--) {
            frame = frame.outer;
        }
        return frame.slots[slot.index()];
    }

    void set(Slot slot, Value value) {
        Frame frame = this;
        for (int up = slot.up(); up > 0; up--) {
            frame = frame.outer;
        }
        frame.slots[slot.index()] = value;
    }

    /// Gives the variables of a scope their first values.
    void enter(Scope scope, Run run) {
        for (Scope.Load load : scope.loads()) {
            slots[load.index()] =
                    switch (load) {
                        case Scope.Load.Resolve(int index, String name) -> run.resolve(name);
                        case Scope.Load.Alias(int index, Slot source) -> get(source);
                        case Scope.Load.Unset u -> Undefined.ABSENT;
                    };
        }
    }
}
