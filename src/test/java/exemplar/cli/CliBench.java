package exemplar.cli;

import exemplar.backend.Backend;
import exemplar.backend.Places;
import exemplar.backend.catalogue.Catalogue;
import exemplar.backend.catalogue.Entry;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Machine;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Runs commands as a machine would that has the mock and what is registered in its folder.
final class CliBench implements Services, AutoCloseable {
    private final Path home;
    private final List<Supplier<? extends Backend>> more;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();
    private Optional<Gateway> gateway = Optional.empty();
    private List<Entry> catalogue = Catalogue.all();
    private boolean answer;

    CliBench(Path home) {
        this(home, List.of());
    }

    CliBench(Path home, List<Supplier<? extends Backend>> more) {
        this.home = home;
        this.more = more;
    }

    /// Runs one command; what it wrote is there until the next.
    int run(String... arguments) {
        out.reset();
        return runTo(out, arguments);
    }

    /// Runs one command whose results go there.
    int runTo(OutputStream results, String... arguments) {
        err.reset();
        return Cli.run(
                this,
                new Console(
                        results,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        question -> {
                            asked.add(question);
                            return answer;
                        }),
                arguments);
    }

    /// Answers every question to the person so; no unless said.
    void answer(boolean yes) {
        answer = yes;
    }

    /// What the person was asked so far.
    List<String> asked() {
        return asked;
    }

    void catalogue(Entry... entries) {
        catalogue = List.of(entries);
    }

    @Override
    public List<Entry> catalogue() {
        return catalogue;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Gateway gateway() {
        if (gateway.isEmpty()) {
            try {
                gateway =
                        Optional.of(
                                Machine.gateway(
                                        places(),
                                        more,
                                        target -> new Opener.Unavailable("No files here."),
                                        RetryPolicy.OFF));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return gateway.get();
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public Places places() {
        return new Places(home.resolve("config"), home.resolve("cache"));
    }

    @Override
    public List<Path> samples() {
        return List.of();
    }

    @Override
    public List<String> panes() {
        return List.of("prompt", "broken");
    }

    @Override
    public List<Path> shots(Path study, Path to, Shot shot) throws IOException {
        if (shot.panes().contains("broken")) {
            throw new IOException("the picture of the pane 'broken' was not taken: it fell over");
        }
        return List.of();
    }

    @Override
    public void close() {
        gateway.ifPresent(Gateway::close);
    }
}
