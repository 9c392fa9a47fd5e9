package exemplar.template.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The identity of a value as a dict key or a member of a set: equal keys for values that Python
/// finds equal.
public final class Key {
    private Key() {}

    private record TupleKey(List<Object> items) {}

    private record IdentityKey(int identity, Value value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof IdentityKey key && key.value == value;
        }

        @Override
        public int hashCode() {
            return identity;
        }
    }

    /// @throws Fault for a list or dict, which cannot be keys
    public static Object of(Value value, Budget budget) {
        return switch (value) {
            case Str str -> str.text();
            case Int i -> i.value();
            case Bool b -> b == Bool.TRUE ? 1L : 0L;
            case Big b -> b.value();
            case Real r -> real(r.value());
            case None none -> none;
            case Undefined u -> Undefined.ABSENT;
            case TupleValue tuple -> {
                budget.enter();
                List<Object> items = new ArrayList<>(tuple.items().size());
                for (Value item : tuple.items()) {
                    budget.items(8);
                    items.add(of(item, budget));
                }
                budget.leave();
                yield new TupleKey(items);
            }
            case ListValue list -> throw unhashable(list);
            case DictValue dict -> throw unhashable(dict);
            case DictView view -> throw unhashable(view);
            case RangeValue range -> range;
            default -> new IdentityKey(System.identityHashCode(value), value);
        };
    }

    private static Object real(double value) {
        if (value != Math.rint(value) || Double.isInfinite(value)) {
            return value;
        }
        if (Math.abs(value) < 9e18) {
            return (long) value;
        }
        return new BigDecimal(value).toBigInteger();
    }

    private static Fault unhashable(Value value) {
        return Fault.type("unhashable type: '" + value.typeName() + "'");
    }
}
