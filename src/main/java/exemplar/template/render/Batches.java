package exemplar.template.render;

import exemplar.template.value.Budget;
import exemplar.template.value.Compare;
import exemplar.template.value.Int;
import exemplar.template.value.ListValue;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// What `batch` gives: the items in lists of so many, each cut off when it is asked for. Like
/// Python's it looks one item ahead of the list it gives.
final class Batches implements Iterator<Value> {
    private final Iterator<Value> items;
    private final Value size;
    private final Value fill;
    private final Budget budget;
    private List<Value> line = new ArrayList<>();
    private List<Value> whole = List.of();
    private boolean ready;
    private boolean ended;

    /// @param size how many in a list; what equals no length cuts nothing off
    /// @param fill what makes the last list as long as the others; `None` leaves it short
    Batches(Iterator<Value> items, Value size, Value fill, Budget budget) {
        this.items = items;
        this.size = size;
        this.fill = fill;
        this.budget = budget;
    }

    @Override
    public boolean hasNext() {
        while (!ready && !ended) {
            if (items.hasNext()) {
                Value item = items.next();
                if (Compare.same(Int.of(line.size()), size, budget)) {
                    give();
                }
                budget.items(1);
                line.add(item);
            } else {
                ended = true;
                if (!line.isEmpty()) {
                    fillUp();
                    give();
                }
            }
        }
        return ready;
    }

    @Override
    public Value next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        return ListValue.of(whole);
    }

    private void give() {
        whole = line;
        line = new ArrayList<>();
        ready = true;
    }

    private void fillUp() {
        Value length = Int.of(line.size());
        if (fill != None.NONE && Compare.ordered(length, size, "<", budget)) {
            int wanted = Numbers.index(size);
            budget.items(wanted);
            line.addAll(Collections.nCopies(wanted - line.size(), fill));
        }
    }
}
