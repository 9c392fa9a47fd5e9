package exemplar.template.value;

import java.util.Iterator;

/// What `keys()`, `values()` and `items()` of a dict give: a live view of it.
public record DictView(DictValue dict, Kind kind) implements Value {
    /// Which part of the entries it shows.
    public enum Kind {
        KEYS("dict_keys"),
        VALUES("dict_values"),
        ITEMS("dict_items");

        private final String typeName;

        Kind(String typeName) {
            this.typeName = typeName;
        }
    }

    public Value show(DictValue.Entry entry) {
        return switch (kind) {
            case KEYS -> entry.key();
            case VALUES -> entry.value();
            case ITEMS -> TupleValue.of(entry.key(), entry.value());
        };
    }

    public Iterator<Value> iterator() {
        Iterator<DictValue.Entry> entries = dict.entries().iterator();
        return watched(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public Value next() {
                        return show(entries.next());
                    }
                });
    }

    /// The same items while the dict keeps its size; a fault, as in Python, when it does not.
    public Iterator<Value> watched(Iterator<Value> items) {
        int size = dict.size();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (dict.size() != size) {
                    throw Fault.of("RuntimeError", "dictionary changed size during iteration");
                }
                return items.hasNext();
            }

            @Override
            public Value next() {
                return items.next();
            }
        };
    }

    @Override
    public String typeName() {
        return kind.typeName;
    }

    @Override
    public boolean truthy() {
        return dict.truthy();
    }
}
