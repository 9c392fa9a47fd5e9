package exemplar.template.python;

import exemplar.template.value.Args;
import exemplar.template.value.Budget;
import exemplar.template.value.Compare;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.ListValue;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.Repr;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// The methods of `list` and `tuple`.
final class ListMethods {
    static final Set<String> NAMES =
            Set.of(
                    "append", "extend", "insert", "pop", "remove", "clear", "index", "count",
                    "sort", "reverse", "copy");

    private ListMethods() {}

    static Value call(TupleValue self, String name, Args args, Budget budget) {
        return name.equals("count")
                ? count(self.items(), args, budget)
                : index(self.items(), "tuple", args, budget);
    }

    static Value call(ListValue self, String name, Args args, Budget budget) {
        switch (name) {
            case "append" -> {
                Value item = args.only(name, 1, 1).get(0);
                budget.items(1);
                self.change().add(item);
            }
            case "extend" -> {
                List<Value> more = Iteration.list(args.only(name, 1, 1).get(0), budget);
                self.change().addAll(more);
            }
            case "insert" -> {
                List<Value> given = args.only(name, 2, 2);
                int wanted = Numbers.size(given.get(0));
                int at = wanted < 0 ? Math.max(0, wanted + self.size()) : wanted;
                budget.items(1);
                self.change().add(Math.min(at, self.size()), given.get(1));
            }
            case "pop" -> {
                return pop(self, args.only(name, 0, 1));
            }
            case "remove" -> {
                int at = find(self.items(), args.only(name, 1, 1).get(0), 0, self.size(), budget);
                if (at < 0) {
                    throw Fault.value("list.remove(x): x not in list");
                }
                self.change().remove(at);
            }
            case "clear" -> {
                args.only(name, 0, 0);
                self.change().clear();
            }
            case "index" -> {
                return index(self.items(), "list", args, budget);
            }
            case "count" -> {
                return count(self.items(), args, budget);
            }
            case "sort" -> {
                Value[] given = new Args(List.of(), args.named()).bind(name, 0, "key", "reverse");
                if (!args.positional().isEmpty() || !isNone(given[0])) {
                    throw Fault.type("sort() here takes only reverse; use | sort(attribute=...)");
                }
                List<Value> sorted =
                        Sorting.sorted(self.items(), Sorting.reverse(given[1]), budget);
                List<Value> items = self.change();
                items.clear();
                items.addAll(sorted);
            }
            case "reverse" -> {
                args.only(name, 0, 0);
                Collections.reverse(self.change());
            }
            default -> {
                args.only(name, 0, 0);
                budget.items(self.size());
                return ListValue.of(new ArrayList<>(self.items()));
            }
        }
        return None.NONE;
    }

    private static boolean isNone(Value value) {
        return value == Undefined.ABSENT || value == None.NONE;
    }

    private static Value pop(ListValue self, List<Value> given) {
        if (self.size() == 0) {
            throw Fault.of("IndexError", "pop from empty list");
        }
        int wanted = given.isEmpty() ? -1 : Numbers.size(given.get(0));
        int at = wanted < 0 ? wanted + self.size() : wanted;
        if (at < 0 || at >= self.size()) {
            throw Fault.of("IndexError", "pop index out of range");
        }
        return self.change().remove(at);
    }

    private static Value count(List<Value> items, Args args, Budget budget) {
        Value wanted = args.only("count", 1, 1).get(0);
        return Int.of(items.stream().filter(item -> Compare.same(item, wanted, budget)).count());
    }

    private static Value index(List<Value> items, String type, Args args, Budget budget) {
        List<Value> given = args.only("index", 1, 3);
        int from = given.size() > 1 ? bound(given.get(1), items.size()) : 0;
        int to = given.size() > 2 ? bound(given.get(2), items.size()) : items.size();
        int at = find(items, given.get(0), from, to, budget);
        if (at < 0) {
            throw Fault.value(
                    type.equals("list")
                            ? Repr.of(given.get(0)) + " is not in list"
                            : "tuple.index(x): x not in tuple");
        }
        return Int.of(at);
    }

    private static int bound(Value value, int size) {
        int wanted = Slicing.index(value);
        return Math.clamp(wanted < 0 ? wanted + size : wanted, 0, size);
    }

    private static int find(List<Value> items, Value wanted, int from, int to, Budget budget) {
        for (int i = from; i < to && i < items.size(); i++) {
            if (Compare.same(items.get(i), wanted, budget)) {
                return i;
            }
        }
        return -1;
    }
}
