package exemplar.template.render;

import exemplar.template.python.Methods;
import exemplar.template.value.Args;
import exemplar.template.value.Value;

/// A method taken from its object but not called yet.
record Method(Value self, String name) implements Function {
    @Override
    public Value call(Args args, Run run) {
        return Methods.call(self, name, args, run.budget);
    }

    @Override
    public String typeName() {
        return "builtin_function_or_method";
    }
}
