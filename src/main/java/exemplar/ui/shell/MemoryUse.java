package exemplar.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory this process holds.
final class MemoryUse {
    private static final Path STATUS = Path.of("/proc/self/status");

    private MemoryUse() {}

    /// Resident memory in MB where the system tells, else the memory of Java alone.
    static long megabytes() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Another system than Linux; what Java knows will do.
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
