package exemplar.study.importing;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The rows of a file, one after the other. For one thread.
interface Rows extends Closeable {

    /// The next row; empty behind the last one. An interrupt ends it with an
    /// [java.io.InterruptedIOException].
    Optional<Row> next() throws IOException;

    /// How many bytes were read so far.
    long bytes();

    /// What the person should know of the file apart from its rows; complete behind the last row.
    List<String> notes();
}
