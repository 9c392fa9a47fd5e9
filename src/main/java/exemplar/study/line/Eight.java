package exemplar.study.line;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looking at eight bytes at a time. Each test sets the highest bit of the bytes it is about; bytes
/// behind the first such one may be marked wrongly, so only the first counts.
public final class Eight {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Eight() {}

    /// The eight bytes from there on.
    static long at(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /// Marks bytes that are zero.
    static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGHS;
    }

    /// Which of the eight the first mark is on.
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /// The first place that ends a string or is more than a plain ASCII character: a quote, a
    /// backslash, a control character, a byte beyond ASCII; or a place before it, within the last
    /// eight.
    static int pastPlain(byte[] bytes, int from, int end) {
        int i = from;
        for (; i + 8 <= end; i += 8) {
            long eight = at(bytes, i);
            long marks =
                    zeros(eight ^ ONES * '"')
                            | zeros(eight ^ ONES * '\\')
                            | (eight - ONES * 0x20) & ~eight & HIGHS
                            | eight & HIGHS;
            if (marks != 0) {
                return i + first(marks);
            }
        }
        return i;
    }

    /// The first newline in `bytes[from, end)`, or `end`.
    public static int newline(byte[] bytes, int from, int end) {
        int i = from;
        for (; i + 8 <= end; i += 8) {
            long marks = zeros(at(bytes, i) ^ ONES * '\n');
            if (marks != 0) {
                return i + first(marks);
            }
        }
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i;
    }
}
