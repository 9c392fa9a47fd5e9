package exemplar.template.python;

import exemplar.template.value.Budget;
import exemplar.template.value.Fault;
import exemplar.template.value.ListValue;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.RangeValue;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/// `value[start:stop:step]`.
public final class Slicing {
    private final long start;
    private final long stop;
    private final long step;
    private final int count;

    private Slicing(long start, long stop, long step, int count) {
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.count = count;
    }

    /// @param start may be `None`, as may the others
    public static Value slice(Value base, Value start, Value stop, Value step, Budget budget) {
        return switch (base) {
            case Str str -> slice(str, of(start, stop, step, str.length()), budget);
            case ListValue list ->
                    ListValue.of(of(start, stop, step, list.size()).pick(list.items(), budget));
            case TupleValue tuple ->
                    TupleValue.of(
                            of(start, stop, step, tuple.items().size())
                                    .pick(tuple.items(), budget));
            case RangeValue range -> {
                if (range.size() > Integer.MAX_VALUE) {
                    throw Fault.limit("a part of such a long range");
                }
                int size = (int) range.size();
                Slicing s = of(start, stop, step, size);
                yield new RangeValue(
                        range.start() + s.start * range.step(),
                        range.start() + s.stop * range.step(),
                        range.step() * s.step);
            }
            case Undefined u -> throw Fault.undefined(u);
            default -> throw Fault.type("'" + base.typeName() + "' object is not subscriptable");
        };
    }

    /// Python's clamping of slice bounds to a sequence of `size`.
    static Slicing of(Value start, Value stop, Value step, int size) {
        long stride = step == None.NONE ? 1 : index(step);
        if (stride == 0) {
            throw Fault.value("slice step cannot be zero");
        }
        boolean up = stride > 0;
        long low = up ? 0 : -1;
        long high = up ? size : size - 1;
        long from = start == None.NONE ? up ? low : high : clamp(index(start), size, low, high);
        long to = stop == None.NONE ? up ? high : low : clamp(index(stop), size, low, high);
        long distance = up ? to - from : from - to;
        long count = distance <= 0 ? 0 : (distance - 1) / Math.abs(stride) + 1;
        return new Slicing(from, to, stride, (int) count);
    }

    private static long clamp(long index, int size, long low, long high) {
        long wanted = index < 0 ? index + size : index;
        return Math.max(low, Math.min(high, wanted));
    }

    static int index(Value value) {
        if (!Numbers.isInteger(value)) {
            throw Fault.type("slice indices must be integers or None");
        }
        return Numbers.index(value);
    }

    private List<Value> pick(List<Value> items, Budget budget) {
        budget.items(count);
        List<Value> picked = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            picked.add(items.get((int) (start + i * step)));
        }
        return picked;
    }

    private static Value slice(Str str, Slicing s, Budget budget) {
        if (s.count == 0) {
            return str.cut(0, 0);
        }
        if (s.step == 1) {
            budget.text(s.count);
            return str.sub((int) s.start, (int) s.start + s.count);
        }
        int[] offsets = new int[str.length() + 1];
        budget.items(offsets.length);
        for (int i = 1; i < offsets.length; i++) {
            int before = offsets[i - 1];
            offsets[i] = before + Character.charCount(str.text().codePointAt(before));
        }
        TextBuilder out = new TextBuilder(budget, s.count);
        for (int i = 0; i < s.count; i++) {
            int at = (int) (s.start + i * s.step);
            out.append(str, offsets[at], offsets[at + 1]);
        }
        Str result = out.build();
        return str.isMarkup() ? result.asMarkup() : result;
    }
}
