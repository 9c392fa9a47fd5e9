package exemplar.template.render;

import static exemplar.template.render.Filters.or;
import static exemplar.template.render.Filters.text;
import static exemplar.template.render.Filters.truthy;

import exemplar.template.python.Iteration;
import exemplar.template.python.Slicing;
import exemplar.template.python.Sorting;
import exemplar.template.syntax.Expr.Operator;
import exemplar.template.value.Args;
import exemplar.template.value.Compare;
import exemplar.template.value.DictValue;
import exemplar.template.value.DictView;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.Key;
import exemplar.template.value.ListValue;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.Str;
import exemplar.template.value.StreamValue;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Filters that take a sequence apart or put it in order.
final class SequenceFilters {
    static final Map<String, Filters.Filter> ALL =
            Map.ofEntries(
                    Map.entry("join", SequenceFilters::join),
                    Map.entry("length", SequenceFilters::length),
                    Map.entry("count", SequenceFilters::length),
                    Map.entry("first", SequenceFilters::first),
                    Map.entry("last", SequenceFilters::last),
                    Map.entry("random", SequenceFilters::random),
                    Map.entry("list", SequenceFilters::list),
                    Map.entry("reverse", SequenceFilters::reverse),
                    Map.entry("sort", SequenceFilters::sort),
                    Map.entry("dictsort", SequenceFilters::dictSort),
                    Map.entry("items", SequenceFilters::items),
                    Map.entry("unique", SequenceFilters::unique),
                    Map.entry("batch", SequenceFilters::batch),
                    Map.entry("slice", SequenceFilters::slice),
                    Map.entry("groupby", SequenceFilters::groupBy),
                    Map.entry("min", (in, args, run) -> extreme(in, args, "min", run)),
                    Map.entry("max", (in, args, run) -> extreme(in, args, "max", run)),
                    Map.entry("sum", SequenceFilters::sum));

    private SequenceFilters() {}

    private static Value join(Value input, Args args, Run run) {
        Value[] given = args.bind("join", 0, "d", "attribute");
        Str separator = text(or(given[0], Str.EMPTY), run);
        UnaryOperator<Value> getter =
                Getter.of(or(given[1], None.NONE), Undefined.ABSENT, false, run);
        TextBuilder out = new TextBuilder(run.budget);
        boolean first = true;
        for (Iterator<Value> items = Iteration.over(input, run.budget);
                items.hasNext();
                first = false) {
            run.budget.step();
            Value item = getter.apply(items.next());
            if (item instanceof Undefined u) {
                run.used(u);
            }
            if (!first) {
                out.append(separator);
            }
            out.append(text(item, run));
        }
        return out.build();
    }

    private static Value length(Value input, Args args, Run run) {
        args.bind("length", 0);
        if (input instanceof Str str) {
            run.budget.work(str.text().length());
        }
        return Int.of(Iteration.length(input));
    }

    private static Value first(Value input, Args args, Run run) {
        args.bind("first", 0);
        Iterator<Value> items = Iteration.over(input, run.budget);
        return items.hasNext()
                ? items.next()
                : Undefined.because("No first item, sequence was empty.", 0);
    }

    private static Value last(Value input, Args args, Run run) {
        args.bind("last", 0);
        if (input instanceof Undefined) {
            return Undefined.because("No last item, sequence was empty.", 0);
        }
        if (input instanceof ListValue list && list.size() > 0) {
            return list.items().getLast();
        }
        Iterator<Value> items = Iteration.reversed(input, run.budget);
        return items.hasNext()
                ? items.next()
                : Undefined.because("No last item, sequence was empty.", 0);
    }

    private static Value random(Value input, Args args, Run run) {
        args.bind("random", 0);
        if (input instanceof StreamValue || input instanceof DictValue) {
            throw Fault.type("random needs a list or a text; use | list | random");
        }
        long size = Iteration.length(input);
        if (size == 0) {
            return Undefined.because("No random item, sequence was empty.", 0);
        }
        return Access.item(input, Int.of(run.random().nextLong(size)), run.budget, 0);
    }

    private static Value list(Value input, Args args, Run run) {
        args.bind("list", 0);
        return ListValue.of(Iteration.list(input, run.budget));
    }

    private static Value reverse(Value input, Args args, Run run) {
        args.bind("reverse", 0);
        if (input instanceof Str str) {
            return Slicing.slice(str, None.NONE, None.NONE, Int.of(-1), run.budget);
        }
        if (input instanceof Undefined) {
            return new StreamValue(Collections.emptyIterator(), "reversed");
        }
        if (Iteration.isReversible(input)) {
            String type = input.typeName() + "_reverseiterator";
            return new StreamValue(Iteration.reversed(input, run.budget), type);
        }
        if (!Iteration.isIterable(input)) {
            throw Fault.of("FilterArgumentError", "argument must be iterable");
        }
        List<Value> items = Iteration.list(input, run.budget);
        Collections.reverse(items);
        return ListValue.of(items);
    }

    private static Value sort(Value input, Args args, Run run) {
        Value[] given = args.bind("sort", 0, "reverse", "case_sensitive", "attribute");
        UnaryOperator<Value> key =
                Getter.several(or(given[2], None.NONE), !truthy(given[1], false), run);
        List<Value> items = Iteration.list(input, run.budget);
        return ListValue.of(Sorting.sorted(items, key, Sorting.reverse(given[0]), run.budget));
    }

    private static Value dictSort(Value input, Args args, Run run) {
        Value[] given = args.bind("dictsort", 0, "case_sensitive", "by", "reverse");
        String by = given[1] instanceof Str s ? s.text() : "key";
        if (!by.equals("key") && !by.equals("value")) {
            throw Fault.of(
                    "FilterArgumentError", "You can only sort by either \"key\" or \"value\"");
        }
        UnaryOperator<Value> key =
                Getter.of(
                        Int.of(by.equals("key") ? 0 : 1),
                        Undefined.ABSENT,
                        !truthy(given[0], false),
                        run);
        return ListValue.of(
                Sorting.sorted(pairs(input), key, Sorting.reverse(given[2]), run.budget));
    }

    private static List<Value> pairs(Value input) {
        if (input instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        if (!(input instanceof DictValue dict)) {
            throw Fault.of(
                    "AttributeError", "'" + input.typeName() + "' object has no attribute 'items'");
        }
        return dict.entries().stream()
                .<Value>map(entry -> TupleValue.of(entry.key(), entry.value()))
                .toList();
    }

    private static Value items(Value input, Args args, Run run) {
        args.bind("items", 0);
        return StreamValue.lazy(() -> {
            if (input instanceof Undefined) {
                return Collections.emptyIterator();
            }
            if (!(input instanceof DictValue dict)) {
                throw Fault.type("Can only get item pairs from a mapping.");
            }
            return Iteration.over(new DictView(dict, DictView.Kind.ITEMS), run.budget);
        });
    }

    private static Value unique(Value input, Args args, Run run) {
        Value[] given = args.bind("unique", 0, "case_sensitive", "attribute");
        UnaryOperator<Value> getter =
                Getter.of(or(given[1], None.NONE), Undefined.ABSENT, !truthy(given[0], false), run);
        Set<Object> seen = new HashSet<>();
        return StreamValue.lazy(() ->
                Iteration.where(
                        Iteration.over(input, run.budget),
                        item -> seen.add(Key.of(getter.apply(item), run.budget)),
                        run.budget));
    }

    private static Value batch(Value input, Args args, Run run) {
        Value[] given = args.bind("batch", 1, "linecount", "fill_with");
        Value fill = or(given[1], None.NONE);
        return StreamValue.lazy(
                () -> new Batches(Iteration.over(input, run.budget), given[0], fill, run.budget));
    }

    private static Value slice(Value input, Args args, Run run) {
        Value[] given = args.bind("slice", 1, "slices", "fill_with");
        Value fill = or(given[1], None.NONE);
        return StreamValue.lazy(() -> columns(input, given[0], fill, run).iterator());
    }

    private static List<Value> columns(Value input, Value count, Value fill, Run run) {
        List<Value> all = Iteration.list(input, run.budget);
        int slices = Numbers.index(count);
        if (slices == 0) {
            throw Fault.of("ZeroDivisionError", "integer division or modulo by zero");
        }
        run.budget.items(Math.max(0, slices));
        List<Value> columns = new ArrayList<>();
        int each = Math.floorDiv(all.size(), slices);
        int longer = Math.floorMod(all.size(), slices);
        int offset = 0;
        for (int i = 0; i < slices; i++) {
            int start = offset + i * each;
            offset += i < longer ? 1 : 0;
            List<Value> column = new ArrayList<>(all.subList(start, offset + (i + 1) * each));
            if (fill != None.NONE && i >= longer) {
                column.add(fill);
            }
            columns.add(ListValue.of(column));
        }
        return columns;
    }

    private static Value groupBy(Value input, Args args, Run run) {
        Value[] given = args.bind("groupby", 1, "attribute", "default", "case_sensitive");
        boolean ignoreCase = !truthy(given[2], false);
        Value otherwise = or(given[1], None.NONE) == None.NONE ? Undefined.ABSENT : given[1];
        UnaryOperator<Value> key = Getter.of(given[0], otherwise, ignoreCase, run);
        UnaryOperator<Value> shown = Getter.of(given[0], otherwise, false, run);
        List<Value> sorted =
                Sorting.sorted(Iteration.list(input, run.budget), key, false, run.budget);
        List<Value> groups = new ArrayList<>();
        List<Value> group = new ArrayList<>();
        Value current = Undefined.ABSENT;
        for (Value item : sorted) {
            Value next = key.apply(item);
            if (current == Undefined.ABSENT || !Compare.same(current, next, run.budget)) {
                group = new ArrayList<>();
                Value name = ignoreCase ? shown.apply(item) : next;
                groups.add(
                        new TupleValue(
                                List.of(name, ListValue.of(group)), List.of("grouper", "list")));
                current = next;
            }
            group.add(item);
        }
        return ListValue.of(groups);
    }

    private static Value extreme(Value input, Args args, String which, Run run) {
        Value[] given = args.bind(which, 0, "case_sensitive", "attribute");
        UnaryOperator<Value> key =
                Getter.of(or(given[1], None.NONE), Undefined.ABSENT, !truthy(given[0], false), run);
        Iterator<Value> items = Iteration.over(input, run.budget);
        if (!items.hasNext()) {
            return Undefined.because("No aggregated item, sequence was empty.", 0);
        }
        Value best = items.next();
        Value bestKey = key.apply(best);
        while (items.hasNext()) {
            Value item = items.next();
            Value itemKey = key.apply(item);
            String op = which.equals("min") ? "<" : ">";
            if (Compare.ordered(itemKey, bestKey, op, run.budget)) {
                best = item;
                bestKey = itemKey;
            }
        }
        return best;
    }

    private static Value sum(Value input, Args args, Run run) {
        Value[] given = args.bind("sum", 0, "attribute", "start");
        UnaryOperator<Value> getter =
                Getter.of(or(given[0], None.NONE), Undefined.ABSENT, false, run);
        Value total = or(given[1], Int.of(0));
        if (total instanceof Str) {
            throw Fault.type("sum() can't sum strings; use | join");
        }
        for (Iterator<Value> items = Iteration.over(input, run.budget); items.hasNext(); ) {
            total = Operators.binary(Operator.ADD, total, getter.apply(items.next()), run.budget);
        }
        return total;
    }
}
