package exemplar.template.render;

import exemplar.template.python.Casing;
import exemplar.template.value.Int;
import exemplar.template.value.ListValue;
import exemplar.template.value.None;
import exemplar.template.value.Str;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Reaches into items by the `attribute` of filters: dotted paths whose numbers are indexes.
final class Getter {
    private Getter() {}

    /// @param attribute a path, a number, or nothing
    /// @param otherwise instead of what is missing on the way, or [Undefined#ABSENT]
    static UnaryOperator<Value> of(Value attribute, Value otherwise, boolean ignoreCase, Run run) {
        List<Value> path = path(attribute);
        return item -> {
            Value value = item;
            for (Value part : path) {
                value = Access.item(value, part, run.budget, 0);
                if (value instanceof Undefined && otherwise != Undefined.ABSENT) {
                    value = otherwise;
                }
            }
            return ignoreCase ? lowered(value) : value;
        };
    }

    /// A list of the values of several paths, separated by commas.
    static UnaryOperator<Value> several(Value attribute, boolean ignoreCase, Run run) {
        List<UnaryOperator<Value>> getters = new ArrayList<>();
        if (attribute instanceof Str str) {
            for (String path : str.text().split(",", -1)) {
                getters.add(of(Str.of(path), Undefined.ABSENT, ignoreCase, run));
            }
        } else {
            getters.add(of(attribute, Undefined.ABSENT, ignoreCase, run));
        }
        return item -> {
            List<Value> values = new ArrayList<>(getters.size());
            getters.forEach(getter -> values.add(getter.apply(item)));
            return ListValue.of(values);
        };
    }

    private static List<Value> path(Value attribute) {
        if (attribute == Undefined.ABSENT || attribute == None.NONE) {
            return List.of();
        }
        if (!(attribute instanceof Str str)) {
            return List.of(attribute);
        }
        List<Value> path = new ArrayList<>();
        for (String part : str.text().split("\\.", -1)) {
            boolean number = !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
            path.add(number ? Int.of(new BigInteger(part)) : Str.of(part));
        }
        return path;
    }

    private static Value lowered(Value value) {
        return value instanceof Str str ? Casing.change(str, "lower") : value;
    }
}
