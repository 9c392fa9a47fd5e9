package exemplar.template.render;

import exemplar.template.value.ObjectValue;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/// A `namespace(...)`: attributes that can be set from inner scopes.
final class Namespace implements ObjectValue {
    private final Map<String, Value> attributes = new LinkedHashMap<>();

    void set(String name, Value value) {
        attributes.put(name, value);
    }

    @Override
    public Value attribute(String name) {
        return attributes.getOrDefault(name, Undefined.ABSENT);
    }

    @Override
    public String typeName() {
        return "Namespace";
    }

    @Override
    public String print() {
        StringBuilder out = new StringBuilder("<Namespace {");
        attributes.forEach((name, value) ->
                out.append(out.length() > 12 ? ", " : "")
                        .append(Repr.of(Str.of(name)))
                        .append(": ")
                        .append(Repr.of(value)));
        return out.append("}>").toString();
    }
}
