package exemplar.backend.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes GGUF files (version 3) for tests.
public final class GgufBytes {
    private static final int ALIGNMENT = 32;

    private final Little keys = new Little();
    private final List<Tensor> tensors = new ArrayList<>();
    private int count;

    private record Tensor(String name, long[] dimensions, int type, byte[] data) {}

    public GgufBytes text(String key, String value) {
        key(key, 8).text(value);
        return this;
    }

    public GgufBytes number(String key, int value) {
        key(key, 4).i32(value);
        return this;
    }

    public GgufBytes real(String key, float value) {
        key(key, 6).i32(Float.floatToRawIntBits(value));
        return this;
    }

    public GgufBytes truth(String key, boolean value) {
        key(key, 7).bytes.write(value ? 1 : 0);
        return this;
    }

    public GgufBytes texts(String key, List<String> values) {
        Little w = key(key, 9).i32(8).i64(values.size());
        values.forEach(w::text);
        return this;
    }

    public GgufBytes numbers(String key, int... values) {
        Little w = key(key, 9).i32(5).i64(values.length);
        for (int v : values) {
            w.i32(v);
        }
        return this;
    }

    public GgufBytes reals(String key, float... values) {
        Little w = key(key, 9).i32(6).i64(values.length);
        for (float v : values) {
            w.i32(Float.floatToRawIntBits(v));
        }
        return this;
    }

    private Little key(String key, int type) {
        count++;
        return keys.text(key).i32(type);
    }

    /// A tensor of 32-bit numbers, as rows of `row` of them.
    public GgufBytes tensor(String name, int row, float... values) {
        Little data = new Little();
        for (float v : values) {
            data.i32(Float.floatToRawIntBits(v));
        }
        long[] dimensions =
                row == values.length ? new long[] {row} : new long[] {row, values.length / row};
        return tensor(name, dimensions, 0, data.bytes.toByteArray());
    }

    public GgufBytes tensor(String name, long[] dimensions, int type, byte[] data) {
        tensors.add(new Tensor(name, dimensions, type, data));
        return this;
    }

    /// Bytes before the weights.
    public int header() {
        long data = 0;
        for (Tensor t : tensors) {
            data += (t.data.length + ALIGNMENT - 1L) / ALIGNMENT * ALIGNMENT;
        }
        return (int) (bytes().length - data);
    }

    public byte[] bytes() {
        Little all = new Little().i32(0x46554747).i32(3).i64(tensors.size()).i64(count);
        all.bytes.writeBytes(keys.bytes.toByteArray());
        Little data = new Little();
        for (Tensor t : tensors) {
            data.fill();
            all.text(t.name).i32(t.dimensions.length);
            for (long d : t.dimensions) {
                all.i64(d);
            }
            all.i32(t.type).i64(data.bytes.size());
            data.bytes.writeBytes(t.data);
        }
        data.fill();
        all.fill();
        all.bytes.writeBytes(data.bytes.toByteArray());
        return all.bytes.toByteArray();
    }

    private static final class Little {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Little i32(int v) {
            bytes.writeBytes(
                    ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(v).array());
            return this;
        }

        Little i64(long v) {
            bytes.writeBytes(
                    ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(v).array());
            return this;
        }

        Little text(String s) {
            byte[] b = s.getBytes(StandardCharsets.UTF_8);
            i64(b.length);
            bytes.writeBytes(b);
            return this;
        }

        void fill() {
            while (bytes.size() % ALIGNMENT != 0) {
                bytes.write(0);
            }
        }
    }
}
