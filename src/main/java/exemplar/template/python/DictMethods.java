package exemplar.template.python;

import exemplar.template.value.Args;
import exemplar.template.value.Budget;
import exemplar.template.value.DictValue;
import exemplar.template.value.DictView;
import exemplar.template.value.Fault;
import exemplar.template.value.Key;
import exemplar.template.value.None;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The methods of `dict`.
public final class DictMethods {
    static final Set<String> NAMES =
            Set.of(
                    "get",
                    "items",
                    "keys",
                    "values",
                    "update",
                    "pop",
                    "popitem",
                    "setdefault",
                    "clear",
                    "copy",
                    "fromkeys");

    private DictMethods() {}

    static Value call(DictValue self, String name, Args args, Budget budget) {
        return switch (name) {
            case "get" -> {
                List<Value> given = args.only("get", 1, 2);
                Value found = self.find(Key.of(given.get(0), budget));
                yield found == Undefined.ABSENT ? otherwise(given) : found;
            }
            case "items" -> view(self, DictView.Kind.ITEMS, name, args);
            case "keys" -> view(self, DictView.Kind.KEYS, name, args);
            case "values" -> view(self, DictView.Kind.VALUES, name, args);
            case "update" -> {
                update(self, args, budget);
                yield None.NONE;
            }
            case "pop" -> {
                List<Value> given = args.only("pop", 1, 2);
                Value found = self.remove(Key.of(given.get(0), budget));
                if (found == Undefined.ABSENT && given.size() == 1) {
                    throw Fault.of("KeyError", Repr.of(given.get(0)));
                }
                yield found == Undefined.ABSENT ? given.get(1) : found;
            }
            case "popitem" -> popItem(self, args, budget);
            case "setdefault" -> {
                List<Value> given = args.only("setdefault", 1, 2);
                Object key = Key.of(given.get(0), budget);
                Value found = self.find(key);
                if (found == Undefined.ABSENT) {
                    found = otherwise(given);
                    budget.items(1);
                    self.put(key, given.get(0), found);
                }
                yield found;
            }
            case "clear" -> {
                args.only("clear", 0, 0);
                self.clear();
                yield None.NONE;
            }
            case "copy" -> {
                args.only("copy", 0, 0);
                yield copy(self, budget);
            }
            default -> fromKeys(args.only("fromkeys", 1, 2), budget);
        };
    }

    private static Value otherwise(List<Value> given) {
        return given.size() > 1 ? given.get(1) : None.NONE;
    }

    private static Value view(DictValue self, DictView.Kind kind, String name, Args args) {
        args.only(name, 0, 0);
        return new DictView(self, kind);
    }

    private static DictValue copy(DictValue self, Budget budget) {
        DictValue copy = new DictValue();
        putAll(copy, self, budget);
        return copy;
    }

    private static void putAll(DictValue into, DictValue from, Budget budget) {
        budget.items(from.size());
        for (DictValue.Entry entry : List.copyOf(from.entries())) {
            into.put(Key.of(entry.key(), budget), entry.key(), entry.value());
        }
    }

    private static Value popItem(DictValue self, Args args, Budget budget) {
        args.only("popitem", 0, 0);
        if (self.size() == 0) {
            throw Fault.of("KeyError", "popitem(): dictionary is empty");
        }
        List<DictValue.Entry> entries = new ArrayList<>(self.entries());
        budget.items(entries.size());
        DictValue.Entry last = entries.getLast();
        self.remove(Key.of(last.key(), budget));
        return TupleValue.of(last.key(), last.value());
    }

    private static Value fromKeys(List<Value> given, Budget budget) {
        DictValue dict = new DictValue();
        for (Iterator<Value> keys = Iteration.over(given.get(0), budget); keys.hasNext(); ) {
            Value key = keys.next();
            budget.items(1);
            dict.put(Key.of(key, budget), key, otherwise(given));
        }
        return dict;
    }

    /// `update` and `dict(...)`: from a mapping or pairs, then from named arguments.
    public static void update(DictValue self, Args args, Budget budget) {
        if (args.positional().size() > 1) {
            throw Fault.type("dict expected at most 1 argument");
        }
        if (!args.positional().isEmpty()) {
            Value from = args.positional().get(0);
            if (from instanceof DictValue dict) {
                putAll(self, dict, budget);
            } else {
                pairs(self, from, budget);
            }
        }
        for (Map.Entry<String, Value> entry : args.named().entrySet()) {
            budget.items(1);
            self.put(entry.getKey(), Str.of(entry.getKey()), entry.getValue());
        }
    }

    private static void pairs(DictValue self, Value from, Budget budget) {
        int index = 0;
        for (Iterator<Value> items = Iteration.over(from, budget); items.hasNext(); index++) {
            List<Value> pair = Iteration.list(items.next(), budget);
            if (pair.size() != 2) {
                throw Fault.value(
                        "dictionary update sequence element #"
                                + index
                                + " has length "
                                + pair.size()
                                + "; 2 is required");
            }
            budget.items(1);
            self.put(Key.of(pair.get(0), budget), pair.get(0), pair.get(1));
        }
    }
}
