package exemplar.template.render;

import exemplar.template.syntax.Stmt;
import exemplar.template.value.Args;
import exemplar.template.value.Fault;
import exemplar.template.value.ObjectValue;
import exemplar.template.value.Value;

/// The `self` of a template: its blocks, to render them once more.
record BlockNames() implements ObjectValue {

    @Override
    public Value attribute(String name) {
        return new Again(name);
    }

    @Override
    public String typeName() {
        return "TemplateReference";
    }

    @Override
    public String print() {
        return "<TemplateReference None>";
    }

    /// One block, rendered when called.
    private record Again(String name) implements Function {
        @Override
        public Value call(Args args, Run run) {
            Stmt.Block block = run.program.blocks().get(name);
            if (block == null) {
                throw Fault.of("UndefinedError", "this template has no block '" + name + "'");
            }
            return run.executor.again(block);
        }
    }
}
