package exemplar.template.value;

import exemplar.model.Origin;

/// A floating-point number.
public record Real(double value, Origin origin) implements Value {
    public Real(double value) {
        this(value, Origin.TEMPLATE);
    }

    @Override
    public String typeName() {
        return "float";
    }

    @Override
    public boolean truthy() {
        return value != 0;
    }
}
