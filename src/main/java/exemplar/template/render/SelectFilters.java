package exemplar.template.render;

import exemplar.template.python.Iteration;
import exemplar.template.syntax.Suggestion;
import exemplar.template.value.Args;
import exemplar.template.value.Fault;
import exemplar.template.value.None;
import exemplar.template.value.Str;
import exemplar.template.value.StreamValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Filters that apply a filter or a test to each item. Their results are computed when walked over.
final class SelectFilters {
    static final Map<String, Filters.Filter> ALL =
            Map.of(
                    "map", (in, args, run) -> StreamValue.lazy(() -> map(in, args, run)),
                    "select", (in, args, run) -> select(in, args, true, false, run),
                    "reject", (in, args, run) -> select(in, args, false, false, run),
                    "selectattr", (in, args, run) -> select(in, args, true, true, run),
                    "rejectattr", (in, args, run) -> select(in, args, false, true, run),
                    "attr", SelectFilters::attribute);

    private SelectFilters() {}

    private static Iterator<Value> map(Value input, Args args, Run run) {
        if (!input.truthy()) {
            return Collections.emptyIterator();
        }
        UnaryOperator<Value> change = change(args, run);
        Iterator<Value> items = Iteration.over(input, run.budget);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Value next() {
                run.budget.step();
                return change.apply(items.next());
            }
        };
    }

    private static UnaryOperator<Value> change(Args args, Run run) {
        if (args.positional().isEmpty() && args.named().containsKey("attribute")) {
            Map<String, Value> named = new LinkedHashMap<>(args.named());
            Value attribute = named.remove("attribute");
            Value otherwise = named.remove("default");
            if (!named.isEmpty()) {
                throw Fault.of(
                        "FilterArgumentError",
                        "Unexpected keyword argument '" + named.keySet().iterator().next() + "'");
            }
            boolean none = otherwise == null || otherwise == None.NONE;
            return Getter.of(
                    attribute == null ? None.NONE : attribute,
                    none || otherwise == null ? Undefined.ABSENT : otherwise,
                    false,
                    run);
        }
        if (args.positional().isEmpty()) {
            throw Fault.of("FilterArgumentError", "map requires a filter argument");
        }
        String name = name(args.positional().getFirst(), "filter");
        if (!Filters.exists(name)) {
            throw Fault.of(
                    "TemplateRuntimeError", Suggestion.unknown("filter", name, Filters.names()));
        }
        Args rest = args.without(1);
        return item -> Filters.apply(name, item, rest, run);
    }

    private static String name(Value value, String what) {
        if (value instanceof Str str) {
            return str.text();
        }
        throw Fault.of(
                "TemplateRuntimeError",
                "the name of a " + what + " must be a text; put it in quotes");
    }

    private static Value select(
            Value input, Args args, boolean wanted, boolean attribute, Run run) {
        return StreamValue.lazy(() -> selected(input, args, wanted, attribute, run));
    }

    private static Iterator<Value> selected(
            Value input, Args args, boolean wanted, boolean attribute, Run run) {
        if (!input.truthy()) {
            return Collections.emptyIterator();
        }
        int off = attribute ? 1 : 0;
        if (args.positional().size() < off) {
            throw Fault.of("FilterArgumentError", "Missing parameter for attribute name");
        }
        UnaryOperator<Value> getter =
                attribute
                        ? Getter.of(args.positional().getFirst(), Undefined.ABSENT, false, run)
                        : UnaryOperator.identity();
        if (args.positional().size() == off) {
            return Iteration.where(
                    Iteration.over(input, run.budget),
                    item -> getter.apply(item).truthy() == wanted,
                    run.budget);
        }
        String name = name(args.positional().get(off), "test");
        Tests.Test test = Tests.ALL.get(name);
        if (test == null) {
            throw Fault.of(
                    "TemplateRuntimeError", Suggestion.unknown("test", name, Tests.ALL.keySet()));
        }
        Args rest = args.without(off + 1);
        return Iteration.where(
                Iteration.over(input, run.budget),
                item -> test.holds(getter.apply(item), rest, run) == wanted,
                run.budget);
    }

    private static Value attribute(Value input, Args args, Run run) {
        String name = name(args.bind("attr", 1, "name")[0], "attribute");
        if (input instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        Value found = Access.own(input, name);
        return found == Undefined.ABSENT ? Undefined.member(input, Str.of(name), 0) : found;
    }
}
