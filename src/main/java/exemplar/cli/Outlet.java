package exemplar.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Where results leave the process. Remembers that a write failed, which a print stream only
/// swallows: results that did not arrive must not end as success.
final class Outlet extends OutputStream {
    private final OutputStream to;
    private volatile Optional<IOException> failure = Optional.empty();

    Outlet(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        try {
            to.write(bytes, from, count);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    /// @throws OutputGone when a write failed
    void check() {
        failure.ifPresent(e -> {
            throw new OutputGone(e);
        });
    }
}
