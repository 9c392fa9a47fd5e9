package exemplar.template.value;

import exemplar.model.Origin;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A dict in insertion order. Keys are found by [Key], so that `1`, `1.0` and `True` are one key.
public final class DictValue implements Value {
    private final Map<Object, Entry> entries = new LinkedHashMap<>();
    private final Origin owner;
    private boolean frozen;

    /// A key with its value; a changed value keeps the key's place.
    public static final class Entry {
        private final Value key;
        private Value value;

        Entry(Value key, Value value) {
            this.key = key;
            this.value = value;
        }

        public Value key() {
            return key;
        }

        public Value value() {
            return value;
        }
    }

    public DictValue() {
        this(Origin.TEMPLATE);
    }

    DictValue(Origin owner) {
        this.owner = owner;
    }

    /// The origin of the template's words in the body of a loop over it.
    public Origin owner() {
        return owner;
    }

    DictValue freeze() {
        frozen = true;
        return this;
    }

    public int size() {
        return entries.size();
    }

    public Collection<Entry> entries() {
        return entries.values();
    }

    /// The value of a text key, or [Undefined#ABSENT].
    public Value get(String key) {
        return find(key);
    }

    /// The value of a key from [Key#of], or [Undefined#ABSENT].
    public Value find(Object key) {
        Entry entry = entries.get(key);
        return entry == null ? Undefined.ABSENT : entry.value;
    }

    /// Sets the value of a key that needs no budget to hash.
    public void put(Value key, Value value) {
        put(Key.of(key, Budget.UNLIMITED), key, value);
    }

    public void put(Object hashed, Value key, Value value) {
        check();
        @Nullable Entry entry = entries.get(hashed);
        if (entry == null) {
            entries.put(hashed, new Entry(key, value));
        } else {
            entry.value = value;
        }
    }

    /// Removes a key and gives its value, or [Undefined#ABSENT].
    public Value remove(Object key) {
        check();
        @Nullable Entry entry = entries.remove(key);
        return entry == null ? Undefined.ABSENT : entry.value;
    }

    public void clear() {
        check();
        entries.clear();
    }

    private void check() {
        if (frozen) {
            throw Thaw.NEEDED;
        }
    }

    DictValue thawed(Thaw thaw) {
        DictValue copy = new DictValue(owner);
        thaw.remember(this, copy);
        entries.forEach((key, entry) ->
                copy.entries.put(key, new Entry(entry.key, thaw.copy(entry.value))));
        return copy;
    }

    @Override
    public String typeName() {
        return "dict";
    }

    @Override
    public boolean truthy() {
        return !entries.isEmpty();
    }
}
