package exemplar.template.value;

import exemplar.model.Origin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value as a template sees it. Values made with the factories here may be shared between renders
/// and threads: a template that changes a list or a dict changes a copy of its own.
public sealed interface Value
        permits Str,
                Int,
                Big,
                Real,
                Bool,
                None,
                ListValue,
                TupleValue,
                DictValue,
                DictView,
                RangeValue,
                StreamValue,
                Undefined,
                ObjectValue {

    /// The name of its type in Python, such as `str` or `dict`.
    String typeName();

    /// Whether it counts as true in a condition.
    boolean truthy();

    /// A value from JSON-like data: `Map`, `Iterable`, `CharSequence`, `Number`, `Boolean`, `null`
    /// or a [Value].
    ///
    /// @throws IllegalArgumentException for any other class
    static Value of(@Nullable Object data) {
        return of(data, Origin.TEMPLATE);
    }

    /// The same, every text and number in it coming from `origin`.
    static Value of(@Nullable Object data, Origin origin) {
        return switch (data) {
            case null -> None.NONE;
            case Value value -> value;
            case CharSequence text -> text(text.toString(), origin);
            case Boolean b -> Bool.of(b);
            case BigInteger i -> Int.of(i, origin);
            case Integer i -> Int.of(i, origin);
            case Long i -> Int.of(i, origin);
            case Short i -> Int.of(i, origin);
            case Byte i -> Int.of(i, origin);
            case BigDecimal d -> new Real(d.doubleValue(), origin);
            case Number n -> new Real(n.doubleValue(), origin);
            case Map<?, ?> map -> dict(map, origin);
            case Iterable<?> items -> {
                List<Value> list = new ArrayList<>();
                for (Object item : items) {
                    list.add(of(item, origin));
                }
                yield ListValue.frozen(list);
            }
            default ->
                    throw new IllegalArgumentException(
                            "no template value for " + data.getClass().getName());
        };
    }

    /// A text whose every character comes from `origin`.
    static Value text(String text, Origin origin) {
        return Str.of(text, origin);
    }

    /// An object that owns what is written about it: the template's own words in the body of a loop
    /// over it carry the demonstration of `owner`.
    static Value owned(Map<String, Value> members, Origin owner) {
        DictValue dict =
                new DictValue(owner.demo().map(Origin::templateOf).orElse(Origin.TEMPLATE));
        members.forEach((name, value) -> dict.put(Str.of(name), value));
        return dict.freeze();
    }

    private static Value dict(Map<?, ?> map, Origin origin) {
        DictValue dict = new DictValue();
        map.forEach((key, value) -> dict.put(of(key), of(value, origin)));
        return dict.freeze();
    }
}
