package exemplar.template.value;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;

/// Python's `==`, `<` and `in`.
public final class Compare {
    private Compare() {}

    public static boolean equal(Value a, Value b, Budget budget) {
        if (a == b) {
            return !(a instanceof Real r && Double.isNaN(r.value()));
        }
        budget.step();
        return switch (a) {
            case Str s -> b instanceof Str t && s.text().equals(t.text());
            case Int i when b instanceof Int j -> i.value() == j.value();
            case Int i -> isNumber(b) && compareNumbers(a, b) == 0;
            case Big i -> isNumber(b) && compareNumbers(a, b) == 0;
            case Real i -> isNumber(b) && compareNumbers(a, b) == 0;
            case Bool i -> isNumber(b) && compareNumbers(a, b) == 0;
            case ListValue l -> b instanceof ListValue m && equal(l.items(), m.items(), budget);
            case TupleValue l -> b instanceof TupleValue m && equal(l.items(), m.items(), budget);
            case DictValue l -> b instanceof DictValue m && equal(l, m, budget);
            case DictView l -> b instanceof DictView m && equal(l, m, budget);
            case RangeValue r ->
                    b instanceof RangeValue s
                            && r.size() == s.size()
                            && (r.size() == 0
                                    || r.start() == s.start()
                                            && (r.size() == 1 || r.step() == s.step()));
            case Undefined u -> b instanceof Undefined;
            default -> false;
        };
    }

    private static boolean equal(List<Value> a, List<Value> b, Budget budget) {
        if (a.size() != b.size()) {
            return false;
        }
        budget.enter();
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            if (!same(a.get(i), b.get(i), budget)) {
                budget.leave();
                return false;
            }
        }
        budget.leave();
        return true;
    }

    private static boolean equal(DictValue a, DictValue b, Budget budget) {
        if (a.size() != b.size()) {
            return false;
        }
        budget.enter();
        for (DictValue.Entry entry : a.entries()) {
            Value other = b.find(Key.of(entry.key(), budget));
            if (other == Undefined.ABSENT || !same(entry.value(), other, budget)) {
                budget.leave();
                return false;
            }
        }
        budget.leave();
        return true;
    }

    private static boolean equal(DictView a, DictView b, Budget budget) {
        if (a.kind() == DictView.Kind.VALUES || a.kind() != b.kind()) {
            return false;
        }
        if (a.dict().size() != b.dict().size()) {
            return false;
        }
        for (Iterator<Value> items = a.iterator(); items.hasNext(); ) {
            if (!contains(b.iterator(), items.next(), budget)) {
                return false;
            }
        }
        return true;
    }

    /// Identity or equality, as containers compare their members.
    public static boolean same(Value a, Value b, Budget budget) {
        return a == b || equal(a, b, budget);
    }

    public static boolean contains(Iterator<Value> items, Value wanted, Budget budget) {
        while (items.hasNext()) {
            budget.step();
            if (same(items.next(), wanted, budget)) {
                return true;
            }
        }
        return false;
    }

    /// Whether `a op b` holds for an ordering operator.
    ///
    /// @param op one of `<`, `<=`, `>`, `>=`
    /// @throws Fault when Python cannot order the two
    public static boolean ordered(Value a, Value b, String op, Budget budget) {
        budget.step();
        if (a instanceof Str s && b instanceof Str t) {
            return holds(order(s.text(), t.text()), op);
        }
        if (isNumber(a) && isNumber(b)) {
            return !isNan(a) && !isNan(b) && holds(compareNumbers(a, b), op);
        }
        if (a instanceof ListValue l && b instanceof ListValue m) {
            return ordered(l.items(), m.items(), op, budget);
        }
        if (a instanceof TupleValue l && b instanceof TupleValue m) {
            return ordered(l.items(), m.items(), op, budget);
        }
        if (a instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        if (b instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        throw Fault.type(
                "'"
                        + op
                        + "' not supported between instances of '"
                        + a.typeName()
                        + "' and '"
                        + b.typeName()
                        + "'");
    }

    private static boolean ordered(List<Value> a, List<Value> b, String op, Budget budget) {
        budget.enter();
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            if (!same(a.get(i), b.get(i), budget)) {
                boolean result = ordered(a.get(i), b.get(i), op, budget);
                budget.leave();
                return result;
            }
        }
        budget.leave();
        return holds(Integer.compare(a.size(), b.size()), op);
    }

    private static boolean holds(int order, String op) {
        return switch (op) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /// By code points; Java's own order is by UTF-16 units.
    private static int order(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char c = a.charAt(i);
            char d = b.charAt(i);
            if (c != d) {
                boolean high = Character.isSurrogate(c);
                return high == Character.isSurrogate(d) ? Character.compare(c, d) : high ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    public static boolean isNumber(Value value) {
        return value instanceof Int
                || value instanceof Real
                || value instanceof Bool
                || value instanceof Big;
    }

    private static boolean isNan(Value value) {
        return value instanceof Real r && Double.isNaN(r.value());
    }

    /// -1, 0 or 1; for a NaN any value but 0.
    static int compareNumbers(Value a, Value b) {
        if (isNan(a) || isNan(b)) {
            return 1;
        }
        if (a instanceof Real x && b instanceof Real y) {
            return x.value() == y.value() ? 0 : Double.compare(x.value(), y.value());
        }
        if (a instanceof Real x && Double.isInfinite(x.value())) {
            return x.value() > 0 ? 1 : -1;
        }
        if (b instanceof Real y && Double.isInfinite(y.value())) {
            return y.value() > 0 ? -1 : 1;
        }
        if (a instanceof Real || b instanceof Real) {
            return decimal(a).compareTo(decimal(b));
        }
        return Numbers.integer(a).compareTo(Numbers.integer(b));
    }

    private static BigDecimal decimal(Value value) {
        return value instanceof Real r
                ? new BigDecimal(r.value())
                : new BigDecimal(Numbers.integer(value));
    }
}
