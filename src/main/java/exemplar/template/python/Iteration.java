package exemplar.template.python;

import exemplar.template.value.Budget;
import exemplar.template.value.DictValue;
import exemplar.template.value.DictView;
import exemplar.template.value.Fault;
import exemplar.template.value.ListValue;
import exemplar.template.value.RangeValue;
import exemplar.template.value.Str;
import exemplar.template.value.StreamValue;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/// `iter`, `len`, `list` and `reversed`.
public final class Iteration {
    private Iteration() {}

    /// Walks over any iterable value; a list may grow meanwhile, as in Python.
    ///
    /// @throws Fault for a value that cannot be walked over
    public static Iterator<Value> over(Value value, Budget budget) {
        return switch (value) {
            case ListValue list -> live(list, budget);
            case TupleValue tuple -> counted(tuple.items().iterator(), budget);
            case DictValue dict -> over(new DictView(dict, DictView.Kind.KEYS), budget);
            case DictView view -> counted(view.iterator(), budget);
            case RangeValue range -> counted(range.iterator(), budget);
            case StreamValue stream -> stream.items();
            case Str str -> characters(str.asPlain(), budget);
            case Undefined u -> Collections.emptyIterator();
            default -> throw Fault.type("'" + value.typeName() + "' object is not iterable");
        };
    }

    public static boolean isIterable(Value value) {
        return switch (value) {
            case ListValue v -> true;
            case TupleValue v -> true;
            case DictValue v -> true;
            case DictView v -> true;
            case RangeValue v -> true;
            case StreamValue v -> true;
            case Str v -> true;
            case Undefined v -> true;
            default -> false;
        };
    }

    /// The items for which a condition holds; each that is looked at costs a step.
    public static Iterator<Value> where(
            Iterator<Value> items, Predicate<Value> condition, Budget budget) {
        return new Iterator<>() {
            private Value next = Undefined.ABSENT;

            @Override
            public boolean hasNext() {
                while (next == Undefined.ABSENT && items.hasNext()) {
                    budget.step();
                    Value item = items.next();
                    next = condition.test(item) ? item : Undefined.ABSENT;
                }
                return next != Undefined.ABSENT;
            }

            @Override
            public Value next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Value item = next;
                next = Undefined.ABSENT;
                return item;
            }
        };
    }

    /// Each item costs a step.
    private static Iterator<Value> counted(Iterator<Value> items, Budget budget) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Value next() {
                budget.step();
                return items.next();
            }
        };
    }

    private static Iterator<Value> live(ListValue list, Budget budget) {
        List<Value> items = list.items();
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < items.size();
            }

            @Override
            public Value next() {
                budget.step();
                return items.get(next++);
            }
        };
    }

    private static Iterator<Value> characters(Str str, Budget budget) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < str.text().length();
            }

            @Override
            public Value next() {
                budget.step();
                int start = next;
                next += Character.charCount(str.text().codePointAt(start));
                return str.cut(start, next);
            }
        };
    }

    /// A new list of all items.
    public static List<Value> list(Value value, Budget budget) {
        return switch (value) {
            case ListValue list -> {
                budget.items(list.size());
                yield new ArrayList<>(list.items());
            }
            case TupleValue tuple -> {
                budget.items(tuple.items().size());
                yield new ArrayList<>(tuple.items());
            }
            default -> drain(over(value, budget), budget);
        };
    }

    private static List<Value> drain(Iterator<Value> items, Budget budget) {
        List<Value> list = new ArrayList<>();
        while (items.hasNext()) {
            budget.items(1);
            list.add(items.next());
        }
        return list;
    }

    /// `len(value)`.
    public static long length(Value value) {
        return switch (value) {
            case Str s -> s.length();
            case ListValue l -> l.size();
            case TupleValue t -> t.items().size();
            case DictValue d -> d.size();
            case DictView v -> v.dict().size();
            case RangeValue r -> r.size();
            case Undefined u -> 0;
            default -> throw Fault.type("object of type '" + value.typeName() + "' has no len()");
        };
    }

    public static boolean hasLength(Value value) {
        return isIterable(value) && !(value instanceof StreamValue);
    }

    /// `reversed(value)`.
    ///
    /// @throws Fault for a value without an order to reverse
    public static Iterator<Value> reversed(Value value, Budget budget) {
        return switch (value) {
            case ListValue list -> liveReversed(list, budget);
            case TupleValue tuple -> tuple.items().reversed().iterator();
            case Str str -> {
                List<Value> letters = list(str, budget).reversed();
                if (str.isMarkup()) {
                    letters = new ArrayList<>(letters);
                    letters.replaceAll(letter -> ((Str) letter).asMarkup());
                }
                yield letters.iterator();
            }
            case DictValue dict -> reversed(new DictView(dict, DictView.Kind.KEYS), budget);
            case DictView view -> view.watched(list(view, budget).reversed().iterator());
            case RangeValue r -> {
                long size = r.size();
                long last = r.start() + (size - 1) * r.step();
                yield new RangeValue(last, last - size * r.step(), -r.step()).iterator();
            }
            default -> throw Fault.type("'" + value.typeName() + "' object is not reversible");
        };
    }

    /// From where the end of the list is now; a list that shrank past the place ends it.
    private static Iterator<Value> liveReversed(ListValue list, Budget budget) {
        List<Value> items = list.items();
        return new Iterator<>() {
            private int next = items.size() - 1;

            @Override
            public boolean hasNext() {
                if (next >= items.size()) {
                    next = -1;
                }
                return next >= 0;
            }

            @Override
            public Value next() {
                budget.step();
                return items.get(next--);
            }
        };
    }

    public static boolean isReversible(Value value) {
        return isIterable(value)
                && !(value instanceof StreamValue)
                && !(value instanceof Undefined);
    }
}
