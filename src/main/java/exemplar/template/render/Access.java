package exemplar.template.render;

import exemplar.template.python.Methods;
import exemplar.template.python.Slicing;
import exemplar.template.value.Budget;
import exemplar.template.value.DictValue;
import exemplar.template.value.DictView;
import exemplar.template.value.Fault;
import exemplar.template.value.Key;
import exemplar.template.value.ListValue;
import exemplar.template.value.Numbers;
import exemplar.template.value.ObjectValue;
import exemplar.template.value.RangeValue;
import exemplar.template.value.Str;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.List;

/// `base.name` and `base[key]` by Jinja2's rules: a dot prefers attributes, brackets prefer items,
/// each falls back to the other, and what is not there is undefined.
final class Access {
    private Access() {}

    static Value attribute(Value base, String name, int at) {
        Value own = own(base, name);
        if (own != Undefined.ABSENT) {
            return own;
        }
        if (base instanceof DictValue dict) {
            Value item = dict.get(name);
            if (item != Undefined.ABSENT) {
                return item;
            }
        }
        return missing(base, Str.of(name), at);
    }

    /// An attribute, not an item, or [Undefined#ABSENT].
    static Value own(Value base, String name) {
        if (base instanceof ObjectValue object) {
            return object.attribute(name);
        }
        if (Methods.has(base, name)) {
            return new Method(base, name);
        }
        if (base instanceof TupleValue tuple && !tuple.names().isEmpty()) {
            int index = tuple.names().indexOf(name);
            return index < 0 ? Undefined.ABSENT : tuple.items().get(index);
        }
        return Methods.property(base, name);
    }

    private static Value missing(Value base, Value key, int at) {
        if (base instanceof Undefined undefined) {
            throw Fault.undefined(undefined);
        }
        if (key instanceof Str name && name.text().startsWith("__")) {
            throw Fault.of(
                    "SecurityError", "'" + name.text() + "' is closed to templates for safety");
        }
        return Undefined.member(base, key, at);
    }

    static Value item(Value base, Value key, Budget budget, int at) {
        Value found =
                switch (base) {
                    case DictValue dict ->
                            isHashable(key) ? dict.find(Key.of(key, budget)) : Undefined.ABSENT;
                    case ListValue list -> at(list.items(), key);
                    case TupleValue tuple -> at(tuple.items(), key);
                    case Str str when Numbers.isInteger(key) -> character(str, key, budget);
                    case RangeValue range when Numbers.isInteger(key) ->
                            number(range, Numbers.position(key));
                    default -> Undefined.ABSENT;
                };
        if (found != Undefined.ABSENT) {
            return found;
        }
        if (key instanceof Str name) {
            Value own = own(base, name.text());
            if (own != Undefined.ABSENT) {
                return own;
            }
        }
        return missing(base, key, at);
    }

    private static boolean isHashable(Value key) {
        return switch (key) {
            case ListValue v -> false;
            case DictValue v -> false;
            case DictView v -> false;
            case TupleValue tuple -> tuple.items().stream().allMatch(Access::isHashable);
            default -> true;
        };
    }

    private static Value at(List<Value> items, Value key) {
        if (!Numbers.isInteger(key)) {
            return Undefined.ABSENT;
        }
        int wanted = Numbers.index(key);
        int index = wanted < 0 ? wanted + items.size() : wanted;
        return index >= 0 && index < items.size() ? items.get(index) : Undefined.ABSENT;
    }

    private static Value character(Str str, Value key, Budget budget) {
        if (!str.isFlat()) {
            budget.work(str.text().length());
        }
        int size = str.length();
        int wanted = Numbers.index(key);
        int index = wanted < 0 ? wanted + size : wanted;
        return index >= 0 && index < size ? str.sub(index, index + 1) : Undefined.ABSENT;
    }

    private static Value number(RangeValue range, long wanted) {
        long size = range.size();
        long index = wanted < 0 ? wanted + size : wanted;
        return index >= 0 && index < size ? range.get(index) : Undefined.ABSENT;
    }

    static Value slice(Value base, Value start, Value stop, Value step, Budget budget) {
        if (base instanceof DictValue) {
            throw Fault.type("unhashable type: 'slice'");
        }
        return Slicing.slice(base, start, stop, step, budget);
    }
}
