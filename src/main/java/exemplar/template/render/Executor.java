package exemplar.template.render;

import exemplar.model.Origin;
import exemplar.template.python.Iteration;
import exemplar.template.syntax.Expr;
import exemplar.template.syntax.Scope;
import exemplar.template.syntax.Stmt;
import exemplar.template.syntax.Target;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs statements.
final class Executor {
    /// How a list of statements ended.
    enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    private final Run run;
    private final Evaluator evaluator;

    Executor(Run run) {
        this.run = run;
        this.evaluator = run.evaluator;
    }

    void template() {
        Scope scope = run.program.scope();
        Frame frame = Frame.outermost(scope.slots());
        frame.enter(scope, run);
        all(run.program.body(), frame);
    }

    Flow all(List<Stmt> body, Frame frame) {
        for (int i = 0; i < body.size(); i++) {
            Flow flow = one(body.get(i), frame);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow one(Stmt statement, Frame frame) {
        run.budget.step();
        switch (statement) {
            case Stmt.Words words -> run.out().append(words.text(), run.ambient());
            case Stmt.Print print -> write(value(print.value(), frame));
            case Stmt.If condition -> {
                for (Stmt.Branch branch : condition.branches()) {
                    if (run.truthy(value(branch.test(), frame))) {
                        return all(branch.body(), frame);
                    }
                }
                return all(condition.otherwise(), frame);
            }
            case Stmt.For loop -> {
                return new Loop(run, loop).run(frame);
            }
            case Stmt.Set set -> {
                Value value = value(set.value(), frame);
                checkMembers(set.target(), frame);
                assign(set.target(), value, frame, set.export());
            }
            case Stmt.SetBlock set -> {
                return setBlock(set, frame);
            }
            case Stmt.Macro macro -> {
                Value value = new Macro(macro.signature(), macro.name(), frame);
                frame.set(macro.slot(), value);
                if (macro.export()) {
                    run.export(macro.name(), value);
                }
            }
            case Stmt.CallBlock call -> {
                Value caller = new Macro(call.signature(), "", frame);
                write(called(call.call(), frame, caller));
            }
            case Stmt.FilterBlock filter -> {
                return filterBlock(filter, frame);
            }
            case Stmt.With with -> {
                return with(with, frame);
            }
            case Stmt.Scoped scoped -> {
                frame.enter(scoped.scope(), run);
                return all(scoped.body(), frame);
            }
            case Stmt.Block block -> block(block, frame);
            case Stmt.Do task -> value(task.value(), frame);
            case Stmt.Break b -> {
                return Flow.BREAK;
            }
            case Stmt.Continue c -> {
                return Flow.CONTINUE;
            }
        }
        return Flow.NEXT;
    }

    /// The value of an expression; where problems are collected, a missing value instead of the
    /// fault about it.
    Value value(Expr expr, Frame frame) {
        try {
            return evaluator.value(expr, frame);
        } catch (Fault fault) {
            return run.survive(fault);
        }
    }

    private Value called(Expr.Call call, Frame frame, Value caller) {
        try {
            return evaluator.call(call, frame, Optional.of(caller));
        } catch (Fault fault) {
            return run.survive(fault.at(call.at()));
        }
    }

    private void write(Value value) {
        if (value instanceof Undefined u) {
            run.used(u);
            return;
        }
        Str text = value instanceof Str str ? str : Repr.str(value, run.budget);
        run.out().append(text, run.ambient());
    }

    void assign(Target target, Value value, Frame frame, boolean export) {
        switch (target) {
            case Target.Variable variable -> {
                frame.set(variable.slot(), value);
                if (export && !run.program.blocks().isEmpty()) {
                    run.export(variable.name(), value);
                }
            }
            case Target.Member member -> {
                if (frame.get(member.slot()) instanceof Namespace namespace) {
                    namespace.set(member.attribute(), value);
                }
            }
            case Target.Several several -> unpack(several, value, frame, export);
        }
    }

    private void checkMembers(Target target, Frame frame) {
        switch (target) {
            case Target.Variable v -> {}
            case Target.Member member -> {
                if (!(frame.get(member.slot()) instanceof Namespace)) {
                    throw Fault.of(
                                    "TemplateRuntimeError",
                                    "cannot assign attribute on non-namespace object; make it with"
                                            + " namespace()")
                            .at(member.at());
                }
            }
            case Target.Several several ->
                    several.parts().forEach(part -> checkMembers(part, frame));
        }
    }

    private void unpack(Target.Several target, Value value, Frame frame, boolean export) {
        try {
            Iterator<Value> items = Iteration.over(value, run.budget);
            int wanted = target.parts().size();
            Value[] parts = new Value[wanted];
            for (int i = 0; i < wanted; i++) {
                if (!items.hasNext()) {
                    throw Fault.value(
                            "not enough values to unpack (expected " + wanted + ", got " + i + ")");
                }
                parts[i] = items.next();
            }
            if (items.hasNext()) {
                throw Fault.value("too many values to unpack (expected " + wanted + ")");
            }
            for (int i = 0; i < wanted; i++) {
                assign(target.parts().get(i), parts[i], frame, export);
            }
        } catch (Fault fault) {
            throw fault.at(target.at());
        }
    }

    private Flow setBlock(Stmt.SetBlock set, Frame frame) {
        frame.enter(set.scope(), run);
        TextBuilder own = new TextBuilder(run.budget);
        TextBuilder former = run.changeOut(own);
        Flow flow = all(set.body(), frame);
        if (flow != Flow.NEXT) {
            run.changeOut(former);
            return flow;
        }
        Value value = set.filter().isPresent() ? value(set.filter().get(), frame) : own.build();
        run.changeOut(former);
        checkMembers(set.target(), frame);
        assign(set.target(), value, frame, set.export());
        return Flow.NEXT;
    }

    private Flow filterBlock(Stmt.FilterBlock filter, Frame frame) {
        frame.enter(filter.scope(), run);
        TextBuilder own = new TextBuilder(run.budget);
        TextBuilder former = run.changeOut(own);
        Flow flow = all(filter.body(), frame);
        Value value = flow == Flow.NEXT ? value(filter.filter(), frame) : Str.EMPTY;
        run.changeOut(former);
        if (!(value instanceof Str || value instanceof Undefined)) {
            throw Fault.type(
                    "sequence item: expected str instance, "
                            + value.typeName()
                            + " found; end the filters of a block with one that gives a text");
        }
        write(value);
        return flow;
    }

    private Flow with(Stmt.With with, Frame frame) {
        frame.enter(with.scope(), run);
        Origin outside = run.ambient();
        Origin owner = outside;
        for (int i = 0; i < with.targets().size(); i++) {
            Value value = value(with.values().get(i), frame);
            assign(with.targets().get(i), value, frame, false);
            owner = ownerOf(value, owner);
        }
        run.ambient(owner);
        Flow flow = all(with.body(), frame);
        run.ambient(outside);
        return flow;
    }

    /// Whose words are written about `value`: its owner, that of the only owned member of a tuple,
    /// or else `around`.
    static Origin ownerOf(Value value, Origin around) {
        if (value instanceof DictValue dict) {
            return dict.owner() == Origin.TEMPLATE ? around : dict.owner();
        }
        if (value instanceof TupleValue tuple && tuple.items().size() < 8) {
            for (Value item : tuple.items()) {
                if (item instanceof DictValue dict && dict.owner() != Origin.TEMPLATE) {
                    return dict.owner();
                }
            }
        }
        return around;
    }

    /// The text of a block, as it is outside of every scope.
    Str again(Stmt.Block block) {
        TextBuilder own = new TextBuilder(run.budget);
        TextBuilder former = run.changeOut(own);
        inside(block);
        run.changeOut(former);
        return own.build();
    }

    private void inside(Stmt.Block block) {
        run.budget.enter();
        Frame own = Frame.outermost(block.scope().slots());
        own.enter(block.scope(), run);
        all(block.body(), own);
        run.budget.leave();
    }

    private void block(Stmt.Block block, Frame frame) {
        Map<String, Value> former = run.exported();
        if (block.scoped()) {
            Map<String, Value> seen = new HashMap<>(former);
            for (Scope.Visible visible : block.scope().visible()) {
                Value value = frame.get(visible.slot());
                if (value != Undefined.ABSENT) {
                    seen.put(visible.name(), value);
                }
            }
            run.changeExported(seen);
        }
        inside(block);
        run.changeExported(former);
    }
}
