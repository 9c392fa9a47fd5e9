package exemplar.template.value;

import java.math.BigInteger;

/// A whole number that does not fit 64 bits.
public record Big(BigInteger value) implements Value {
    @Override
    public String typeName() {
        return "int";
    }

    @Override
    public boolean truthy() {
        return true;
    }
}
