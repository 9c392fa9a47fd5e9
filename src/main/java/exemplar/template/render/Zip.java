package exemplar.template.render;

import exemplar.template.value.Budget;
import exemplar.template.value.Fault;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// What `zip` gives. Like Python's it asks one after the other: an item that was taken before
/// another one had none is gone.
final class Zip implements Iterator<Value> {
    private final List<Iterator<Value>> all;
    private final boolean strict;
    private final Budget budget;
    private Optional<Value> ready = Optional.empty();

    Zip(List<Iterator<Value>> all, boolean strict, Budget budget) {
        this.all = all;
        this.strict = strict;
        this.budget = budget;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty()) {
            ready = take();
        }
        return ready.isPresent();
    }

    @Override
    public Value next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Value items = ready.orElseThrow();
        ready = Optional.empty();
        return items;
    }

    private Optional<Value> take() {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        budget.items(all.size());
        List<Value> items = new ArrayList<>(all.size());
        for (Iterator<Value> one : all) {
            if (!one.hasNext()) {
                if (strict && (!items.isEmpty() || all.stream().anyMatch(Iterator::hasNext))) {
                    throw Fault.value("zip() arguments have different lengths");
                }
                return Optional.empty();
            }
            items.add(one.next());
        }
        return Optional.of(TupleValue.of(items));
    }
}
