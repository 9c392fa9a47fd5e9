package exemplar.backend.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The prices of this machine as their file says now, so that a change of it counts at once. While
/// the file cannot be read the prices before stay; where there were none, no price is known, which
/// keeps every budget shut. Whoever shows the table says what is wrong with it. Looks at the file
/// at most once a second. Safe for any number of threads.
public final class PriceFile implements Supplier<PriceTable> {
    private static final long REST = TimeUnit.SECONDS.toNanos(1);

    private static final Logger LOG = LoggerFactory.getLogger(PriceFile.class);

    private final Path settings;
    private final LongSupplier nanos;
    private Optional<FileTime> stamp = Optional.of(FileTime.fromMillis(Long.MIN_VALUE));
    private PriceTable table;
    private long looked;

    /// @param settings the folder of the person's own table
    public PriceFile(Path settings) {
        this(settings, System::nanoTime);
    }

    PriceFile(Path settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        table = PriceTable.unknown();
        look();
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
            LOG.warn("Prices cannot be read: {}", e.getMessage());
        }
    }

    private Optional<FileTime> stamp() throws IOException {
        Path own = PriceTable.own(settings);
        return Files.exists(own) ? Optional.of(Files.getLastModifiedTime(own)) : Optional.empty();
    }
}
