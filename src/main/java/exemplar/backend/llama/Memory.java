package exemplar.backend.llama;

import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory a model will take, and how much there is.
final class Memory {
    /// Tokens a model is given room for at first.
    static final int LEAST_CONTEXT = 2048;

    /// Room for the library's work buffers.
    private static final long WORK = 192L << 20;

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

    /// Weights, keys and values of the context at 16 bits, and work buffers, in bytes.
    static long needed(Gguf gguf, int context) {
        String a = gguf.architecture();
        long layers = gguf.number(a + ".block_count").orElse(32L);
        long width = gguf.number(a + ".embedding_length").orElse(4096L);
        long heads = Math.max(1, gguf.number(a + ".attention.head_count").orElse(1L));
        long kvHeads = gguf.number(a + ".attention.head_count_kv").orElse(heads);
        long perToken = 2 * 2 * layers * width * Math.min(kvHeads, heads) / heads;
        // Where all tokens see each other, so do all numbers between them at once.
        long square = Pooling.whole(gguf) ? Math.min(context, Context.MOST_WHOLE) : 0;
        return gguf.weights() + perToken * context + WORK + 4 * heads * square * square;
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
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize() * 3 / 4
                : Long.MAX_VALUE;
    }
}
