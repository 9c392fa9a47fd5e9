package exemplar.template.render;

import exemplar.model.Origin;
import exemplar.template.python.Iteration;
import exemplar.template.render.Executor.Flow;
import exemplar.template.syntax.Stmt;
import exemplar.template.value.Fault;
import exemplar.template.value.ListValue;
import exemplar.template.value.Str;
import exemplar.template.value.StreamValue;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.Iterator;
import java.util.Optional;

/// Runs a `for` loop.
final class Loop {
    private final Run run;
    private final Stmt.For loop;

    Loop(Run run, Stmt.For loop) {
        this.run = run;
        this.loop = loop;
    }

    Flow run(Frame frame) {
        Value items = run.executor.value(loop.items(), frame);
        if (items instanceof Undefined u) {
            run.used(u);
        }
        if (loop.recursive()) {
            Str text = recursive(items, frame, 0);
            run.out().append(text, run.ambient());
            return Flow.NEXT;
        }
        return body(items, frame, 0, Optional.empty());
    }

    /// The text of one level of a recursive loop.
    Str recursive(Value items, Frame closure, int depth) {
        run.budget.enter();
        Frame frame = closure.inner(loop.scope().slots());
        TextBuilder own = new TextBuilder(run.budget);
        TextBuilder former = run.changeOut(own);
        body(items, frame, depth, Optional.of(closure));
        run.changeOut(former);
        run.budget.leave();
        return own.build();
    }

    private Flow body(Value items, Frame frame, int depth, Optional<Frame> closure) {
        Iterator<Value> all;
        try {
            all =
                    loop.test().isPresent()
                            ? filtered(items, frame)
                            : Iteration.over(items, run.budget);
        } catch (Fault fault) {
            throw fault.at(loop.items().at());
        }
        boolean empty = true;
        boolean extended = loop.scope().hasLoop();
        Optional<LoopValue> state = Optional.empty();
        Iterator<Value> source = all;
        if (extended) {
            Value sized = loop.test().isPresent() ? Undefined.ABSENT : items;
            LoopValue value = new LoopValue(all, sized, depth, this, closure);
            state = Optional.of(value);
            source = value;
        }
        Origin outside = run.ambient();
        Flow result = Flow.NEXT;
        while (source.hasNext()) {
            Value item = source.next();
            frame.enter(loop.scope(), run);
            state.ifPresent(value -> frame.set(loop.loopSlot(), value));
            run.executor.assign(loop.target(), item, frame, false);
            run.ambient(Executor.ownerOf(item, outside));
            Flow flow = run.executor.all(loop.body(), frame);
            if (flow == Flow.BREAK) {
                break;
            }
            empty &= flow == Flow.CONTINUE;
        }
        run.ambient(outside);
        if (empty && !loop.otherwise().isEmpty()) {
            frame.enter(loop.elseScope(), run);
            result = run.executor.all(loop.otherwise(), frame);
        }
        return result;
    }

    /// The items for which the loop's own test holds.
    private Iterator<Value> filtered(Value items, Frame frame) {
        Iterator<Value> all = Iteration.over(items, run.budget);
        frame.enter(loop.testScope(), run);
        return Iteration.where(
                all,
                item -> {
                    run.executor.assign(loop.testTarget(), item, frame, false);
                    return run.evaluator.test(loop.test().orElseThrow(), frame);
                },
                run.budget);
    }

    /// The items that are left, as a list.
    static ListValue rest(Iterator<Value> items, Run run) {
        return ListValue.of(Iteration.list(StreamValue.generator(items), run.budget));
    }

    Run state() {
        return run;
    }
}
