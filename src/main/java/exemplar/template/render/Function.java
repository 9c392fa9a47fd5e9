package exemplar.template.render;

import exemplar.template.value.Args;
import exemplar.template.value.ObjectValue;
import exemplar.template.value.Value;

/// A value that can be called.
interface Function extends ObjectValue {
    Value call(Args args, Run run);

    @Override
    default String typeName() {
        return "function";
    }

    /// A function as an expression of Java.
    record Of(String name, Body body) implements Function {
        interface Body {
            Value call(Args args, Run run);
        }

        @Override
        public Value call(Args args, Run run) {
            return body.call(args, run);
        }
    }
}
