package exemplar.template.render;

import exemplar.template.python.Iteration;
import exemplar.template.value.Args;
import exemplar.template.value.Bool;
import exemplar.template.value.Compare;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The `loop` of a running `for`. It looks one item ahead only when asked.
final class LoopValue implements Function, Iterator<Value> {
    private Iterator<Value> items;
    private final Value sized;
    private final int depth;
    private final Loop loop;
    private final Optional<Frame> closure;
    private long index = -1;
    private long length = -1;
    private Value before = Undefined.ABSENT;
    private Value current = Undefined.ABSENT;
    private Value after = Undefined.ABSENT;
    private Value lastChanged = Undefined.ABSENT;

    /// @param sized what is walked over, [Undefined#ABSENT] when its length says nothing
    /// @param closure the frame around a recursive loop
    LoopValue(Iterator<Value> items, Value sized, int depth, Loop loop, Optional<Frame> closure) {
        this.items = items;
        this.sized = sized;
        this.depth = depth;
        this.loop = loop;
        this.closure = closure;
    }

    @Override
    public boolean hasNext() {
        return after != Undefined.ABSENT || items.hasNext();
    }

    @Override
    public Value next() {
        Value next = peek();
        if (next == Undefined.ABSENT) {
            throw new NoSuchElementException();
        }
        after = Undefined.ABSENT;
        index++;
        before = current;
        current = next;
        return next;
    }

    private Value peek() {
        if (after == Undefined.ABSENT && items.hasNext()) {
            after = items.next();
        }
        return after;
    }

    private long length() {
        if (length < 0) {
            if (sized != Undefined.ABSENT && Iteration.hasLength(sized)) {
                length = Iteration.length(sized);
            } else {
                List<Value> rest = Loop.rest(items, loop.state()).items();
                items = rest.iterator();
                length = rest.size() + index + 1 + (after == Undefined.ABSENT ? 0 : 1);
            }
        }
        return length;
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "index" -> Int.of(index + 1);
            case "index0" -> Int.of(index);
            case "first" -> Bool.of(index == 0);
            case "last" -> Bool.of(peek() == Undefined.ABSENT);
            case "length" -> Int.of(length());
            case "revindex" -> Int.of(length() - index);
            case "revindex0" -> Int.of(length() - index - 1);
            case "depth" -> Int.of(depth + 1);
            case "depth0" -> Int.of(depth);
            case "previtem" ->
                    index == 0 ? Undefined.because("there is no previous item", 0) : before;
            case "nextitem" -> {
                Value next = peek();
                yield next == Undefined.ABSENT
                        ? Undefined.because("there is no next item", 0)
                        : next;
            }
            case "cycle" -> new Of(name, (args, run) -> cycle(args));
            case "changed" -> new Of(name, this::changed);
            default -> Undefined.ABSENT;
        };
    }

    private Value cycle(Args args) {
        List<Value> values = args.positional();
        if (values.isEmpty()) {
            throw Fault.type("no items for cycling given");
        }
        return values.get((int) (index % values.size()));
    }

    private Value changed(Args args, Run run) {
        Value now = TupleValue.of(args.positional());
        boolean changed =
                lastChanged == Undefined.ABSENT || !Compare.equal(lastChanged, now, run.budget);
        lastChanged = now;
        return Bool.of(changed);
    }

    @Override
    public Value call(Args args, Run run) {
        Value items = args.bind("loop", 1, "iterable")[0];
        if (closure.isEmpty()) {
            throw Fault.type("The loop must have the 'recursive' marker to be called recursively.");
        }
        return loop.recursive(items, closure.get(), depth + 1);
    }

    @Override
    public String typeName() {
        return "LoopContext";
    }

    @Override
    public String print() {
        return "<LoopContext " + (index + 1) + "/" + length() + ">";
    }
}
