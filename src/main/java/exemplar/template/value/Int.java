package exemplar.template.value;

import exemplar.model.Origin;
import java.math.BigInteger;

/// A whole number that fits 64 bits; larger ones are [Big].
public record Int(long value, Origin origin) implements Value {
    private static final Int[] SMALL = new Int[1280];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new Int(i - 256, Origin.TEMPLATE);
        }
    }

    public static Int of(long value) {
        return value >= -256 && value < 1024
                ? SMALL[(int) value + 256]
                : new Int(value, Origin.TEMPLATE);
    }

    static Int of(long value, Origin origin) {
        return origin == Origin.TEMPLATE ? of(value) : new Int(value, origin);
    }

    /// The smallest value class that holds it.
    public static Value of(BigInteger value) {
        return value.bitLength() < 64 ? of(value.longValue()) : new Big(value);
    }

    static Value of(BigInteger value, Origin origin) {
        return value.bitLength() < 64 ? of(value.longValue(), origin) : new Big(value);
    }

    @Override
    public String typeName() {
        return "int";
    }

    @Override
    public boolean truthy() {
        return value != 0;
    }
}
