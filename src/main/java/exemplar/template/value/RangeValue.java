package exemplar.template.value;

import java.util.Iterator;

/// A range of whole numbers, never written out.
public record RangeValue(long start, long stop, long step) implements Value {

    /// How many numbers it has.
    public long size() {
        if (step > 0 ? start >= stop : start <= stop) {
            return 0;
        }
        long distance = step > 0 ? stop - start : start - stop;
        long stride = step > 0 ? step : -step;
        return Long.divideUnsigned(distance - 1, stride) + 1;
    }

    public Int get(long index) {
        return Int.of(start + index * step);
    }

    public Iterator<Value> iterator() {
        long size = size();
        return new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Value next() {
                return get(next++);
            }
        };
    }

    @Override
    public String typeName() {
        return "range";
    }

    @Override
    public boolean truthy() {
        return size() > 0;
    }
}
