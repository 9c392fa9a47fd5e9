package exemplar.backend.llama;

import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory a model will take, and how much there is.
final class Memory {
    /// Tokens a model is given room for at first.
    static final int LEAST_CONTEXT = 2048;

    /// Room for the library's work buffers, apart from scores and attention.
    private static final long WORK = 96L << 20;

    private static final long MOST_KEPT = 512L << 20;

    private Memory() {}

    /// Refuses a model that would not fit.
    static void require(Gguf gguf, int context) throws EngineFault {
        if (needed(gguf, context) > available()) {
            throw new EngineFault(sentence(gguf, context));
        }
    }

    /// What it takes and what there is, for a person.
    static String sentence(Gguf gguf, int context) {
        long needed = needed(gguf, context);
        long available = available();
        return "This model needs about %,d MB of memory with a context of %,d tokens, and %,d MB are free.%s"
                .formatted(
                        needed >> 20,
                        context,
                        available >> 20,
                        needed > available
                                ? " Close other programs, or take a smaller model."
                                : "");
    }

    /// The context a model is loaded with.
    static int first(Gguf gguf) {
        return gguf.contextLength() > 0
                ? Math.min(LEAST_CONTEXT, gguf.contextLength())
                : LEAST_CONTEXT;
    }

    /// Weights, keys and values of the context at 16 bits, and work buffers, in bytes.
    static long needed(Gguf gguf, int context) {
        String a = gguf.architecture();
        long layers = gguf.number(a + ".block_count").orElse(32L);
        long width = gguf.number(a + ".embedding_length").orElse(4096L);
        long heads = Math.max(1, gguf.number(a + ".attention.head_count").orElse(1L));
        long kvHeads = gguf.number(a + ".attention.head_count_kv").orElse(heads);
        long key = gguf.number(a + ".attention.key_length").orElse(width / heads);
        long value = gguf.number(a + ".attention.value_length").orElse(key);
        double cells = 2.0 * layers * kvHeads * (key + value) * context;
        double work;
        if (Pooling.whole(gguf)) {
            // Where all tokens see each other, so do all numbers between them at once.
            double square = Math.min(context, Context.MOST_WHOLE);
            work = 4.0 * heads * square * square;
        } else {
            work = 4.0 * Context.MOST * gguf.number("tokenizer.ggml.tokens.length").orElse(0L);
        }
        // In floating point, as a damaged file may name any number.
        return (long) Math.min(Long.MAX_VALUE / 2, gguf.weights() + cells + work + WORK);
    }

    /// What may be used to keep evaluated beginnings of prompts, in bytes.
    static long toKeep() {
        return Math.min(MOST_KEPT, available() / 8);
    }

    /// Bytes that programs may still take.
    static long available() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (line.startsWith("MemAvailable:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
        } catch (IOException | NumberFormatException e) {
            // No such file elsewhere than on Linux.
        }
        return all() / 4 * 3;
    }

    /// Bytes this machine has.
    static long all() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : Long.MAX_VALUE;
    }
}
