package exemplar.ui.demonstrations.table;

import java.util.BitSet;
import javafx.collections.ObservableListBase;

/// The set bits of a [BitSet] as a read-only list of numbers, for those who ask a selection model
/// for lists. Reading in order is fast; nothing is copied.
final class BitList extends ObservableListBase<Integer> {
    private final BitSet bits;
    private int size;
    private int lastAt = -1;
    private int lastBit = -1;

    BitList(BitSet bits) {
        this.bits = bits;
    }

    /// Tells listeners that the bits are others now. What exactly changed is not told: rows on the
    /// screen ask for themselves.
    void changed() {
        beginChange();
        size = bits.cardinality();
        lastAt = -1;
        lastBit = -1;
        if (size > 0) {
            nextUpdate(0);
        } else {
            nextRemove(0, 0);
        }
        endChange();
    }

    @Override
    public Integer get(int at) {
        if (at < 0 || at >= size) {
            throw new IndexOutOfBoundsException(at);
        }
        if (at < lastAt) {
            lastAt = -1;
            lastBit = -1;
        }
        while (lastAt < at) {
            lastBit = bits.nextSetBit(lastBit + 1);
            lastAt++;
        }
        return lastBit;
    }

    @Override
    public int size() {
        return size;
    }
}
