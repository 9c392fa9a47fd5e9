package exemplar.template.render;

import exemplar.template.python.Iteration;
import exemplar.template.python.Markup;
import exemplar.template.python.Printf;
import exemplar.template.syntax.Expr.Operator;
import exemplar.template.value.Budget;
import exemplar.template.value.Compare;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.Key;
import exemplar.template.value.ListValue;
import exemplar.template.value.Numbers;
import exemplar.template.value.RangeValue;
import exemplar.template.value.Runs;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/// What operators do for each pair of types.
final class Operators {
    private Operators() {}

    static Value binary(Operator operator, Value a, Value b, Budget budget) {
        if (a instanceof Undefined u && !(operator == Operator.MODULO && b instanceof Str)) {
            throw Fault.undefined(u);
        }
        if (a instanceof Str s && operator == Operator.MODULO) {
            return Printf.format(s, b, budget);
        }
        if (b instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        if (Compare.isNumber(a) && Compare.isNumber(b)) {
            return switch (operator) {
                case ADD -> Numbers.add(a, b);
                case SUBTRACT -> Numbers.subtract(a, b);
                case MULTIPLY -> Numbers.multiply(a, b, budget);
                case DIVIDE -> Numbers.divide(a, b);
                case FLOOR -> Numbers.floorDivide(a, b);
                case MODULO -> Numbers.modulo(a, b);
                case POWER -> Numbers.power(a, b, budget);
            };
        }
        return switch (operator) {
            case ADD -> add(a, b, budget);
            case MULTIPLY -> {
                if (isSequence(a) && Numbers.isInteger(b)) {
                    yield repeat(a, Numbers.size(b), budget);
                }
                if (isSequence(b) && Numbers.isInteger(a)) {
                    yield repeat(b, Numbers.size(a), budget);
                }
                throw unsupported(operator.sign(), a, b);
            }
            default -> throw unsupported(operator.sign(), a, b);
        };
    }

    private static Fault unsupported(String sign, Value a, Value b) {
        if (sign.equals("+") && a instanceof Str) {
            return Fault.type(
                    "can only concatenate str (not \""
                            + b.typeName()
                            + "\") to str; use ~ instead of +");
        }
        return Fault.type(
                "unsupported operand type(s) for "
                        + sign
                        + ": '"
                        + a.typeName()
                        + "' and '"
                        + b.typeName()
                        + "'");
    }

    private static Value add(Value a, Value b, Budget budget) {
        if (a instanceof Str s && b instanceof Str t) {
            boolean markup = s.isMarkup() || t.isMarkup();
            Str left = markup ? Markup.escape(s, budget) : s;
            Str right = markup ? Markup.escape(t, budget) : t;
            Str sum = new TextBuilder(budget, 16).append(left).append(right).build();
            return markup ? sum.asMarkup() : sum;
        }
        if (a instanceof ListValue l && b instanceof ListValue m) {
            return ListValue.of(joined(l.items(), m.items(), budget));
        }
        if (a instanceof TupleValue l && b instanceof TupleValue m) {
            return TupleValue.of(joined(l.items(), m.items(), budget));
        }
        throw unsupported("+", a, b);
    }

    private static List<Value> joined(List<Value> a, List<Value> b, Budget budget) {
        budget.items((long) a.size() + b.size());
        List<Value> all = new ArrayList<>(a.size() + b.size());
        all.addAll(a);
        all.addAll(b);
        return all;
    }

    private static boolean isSequence(Value value) {
        return value instanceof Str || value instanceof ListValue || value instanceof TupleValue;
    }

    private static Value repeat(Value value, int times, Budget budget) {
        int count = Math.max(0, times);
        if (value instanceof Str str) {
            budget.text((long) str.text().length() * count);
            if (str.runs() instanceof Runs.Uniform) {
                return new Str(str.text().repeat(count), str.runs(), str.isMarkup());
            }
            TextBuilder out = new TextBuilder(budget);
            for (int i = 0; i < count; i++) {
                out.append(str);
            }
            return out.build();
        }
        List<Value> items =
                value instanceof ListValue list ? list.items() : ((TupleValue) value).items();
        budget.items((long) items.size() * count);
        List<Value> all = new ArrayList<>(items.size() * count);
        for (int i = 0; i < count && !items.isEmpty(); i++) {
            all.addAll(items);
        }
        return value instanceof ListValue ? ListValue.of(all) : TupleValue.of(all);
    }

    static boolean compare(String operator, Value a, Value b, Budget budget) {
        return switch (operator) {
            case "==" -> Compare.equal(a, b, budget);
            case "!=" -> !Compare.equal(a, b, budget);
            case "in" -> contains(b, a, budget);
            case "not in" -> !contains(b, a, budget);
            default -> Compare.ordered(a, b, operator, budget);
        };
    }

    /// `item in container`.
    static boolean contains(Value container, Value item, Budget budget) {
        return switch (container) {
            case Str str -> {
                if (item instanceof Undefined u) {
                    throw Fault.undefined(u);
                }
                if (!(item instanceof Str part)) {
                    throw Fault.type(
                            "'in <string>' requires string as left operand, not "
                                    + item.typeName());
                }
                budget.work(str.text().length());
                yield str.text().contains(part.text());
            }
            case DictValue dict -> dict.find(Key.of(item, budget)) != Undefined.ABSENT;
            case RangeValue range when Numbers.isInteger(item) ->
                    range.size() > 0 && inRange(range, Numbers.position(item));
            default -> {
                if (!Iteration.isIterable(container)) {
                    throw Fault.type(
                            "argument of type '" + container.typeName() + "' is not iterable");
                }
                yield Compare.contains(Iteration.over(container, budget), item, budget);
            }
        };
    }

    private static boolean inRange(RangeValue range, long value) {
        long offset = value - range.start();
        return offset % range.step() == 0
                && offset / range.step() >= 0
                && offset / range.step() < range.size();
    }
}
