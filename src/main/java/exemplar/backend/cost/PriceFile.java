package exemplar.backend.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The prices of this machine as their file says now, so that a change of it counts at once. While
/// the file cannot be read the prices before stay; whoever shows the table says what is wrong with
/// it. Looks at the file at most once a second. Safe for any number of threads.
public final class PriceFile implements Supplier<PriceTable> {
    private static final long REST = TimeUnit.SECONDS.toNanos(1);

    private final Path settings;
    private final LongSupplier nanos;
    private Optional<FileTime> stamp;
    private PriceTable table;
    private long looked;

    /// @throws IOException with file and reason when the person's own table cannot be read
    public PriceFile(Path settings) throws IOException {
        this(settings, System::nanoTime);
    }

    PriceFile(Path settings, LongSupplier nanos) throws IOException {
        this.settings = settings;
        this.nanos = nanos;
        stamp = stamp();
        table = PriceTable.in(settings);
        looked = nanos.getAsLong();
    }

    @Override
    public synchronized PriceTable get() {
        long now = nanos.getAsLong();
        if (now - looked >= REST) {
            looked = now;
            look();
        }
        return table;
    }

    private void look() {
        try {
            Optional<FileTime> found = stamp();
            if (!found.equals(stamp)) {
                stamp = found;
                table = PriceTable.in(settings);
            }
        } catch (IOException e) {
            // Looked at again once it is written anew.
        }
    }

    private Optional<FileTime> stamp() throws IOException {
        Path own = PriceTable.own(settings);
        return Files.exists(own) ? Optional.of(Files.getLastModifiedTime(own)) : Optional.empty();
    }
}
