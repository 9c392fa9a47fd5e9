package exemplar.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Puts an export on the disk and reads it again.
public final class Writing {
    private Writing() {}

    /// What was written.
    ///
    /// @param files where
    /// @param losses what the format cannot say
    /// @param differences where the second reading differs from the prompts; empty when all is well
    public record Written(List<Path> files, List<String> losses, List<String> differences) {
        public Written {
            files = List.copyOf(files);
            losses = List.copyOf(losses);
            differences = List.copyOf(differences);
        }
    }

    /// Writes a design in a format, each file beside its place and then moved there.
    ///
    /// @param out see [#places]
    /// @throws ExportFault with a sentence, when it cannot be exported or written
    public static Written write(Exporter exporter, Subject subject, Path out) throws IOException {
        Exported exported = exporter.export(subject);
        List<Path> paths = places(exported, out);
        List<ExportFile> again = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            ExportFile file = exported.files().get(i);
            put(paths.get(i), file.text());
            again.add(new ExportFile(file.name(), Files.readString(paths.get(i))));
        }
        return new Written(paths, exported.losses(), exporter.differences(again, subject));
    }

    /// Where the files of an export go, in their order. A single one goes to `out` itself unless
    /// that is a folder, and of two the second beside it when `out` has an ending; several go into
    /// `out` as a folder.
    ///
    /// @throws ExportFault when there is nothing to write, or `out` is a file and a folder is meant
    public static List<Path> places(Exported exported, Path out) throws ExportFault {
        List<ExportFile> files = exported.files();
        if (files.isEmpty()) {
            throw new ExportFault(
                    "There is no item to export a prompt of; import test items first.");
        }
        boolean inFolder =
                Files.isDirectory(out)
                        || files.size() > 2
                        || (files.size() == 2 && !hasEnding(out));
        if (inFolder && Files.exists(out) && !Files.isDirectory(out)) {
            throw new ExportFault(
                    out
                            + " is a file, and "
                            + files.size()
                            + " files are to be written; name a folder.");
        }
        List<Path> places = new ArrayList<>();
        for (ExportFile file : files) {
            places.add(
                    inFolder ? out.resolve(file.name()) : companion(out, file, places.isEmpty()));
        }
        return places;
    }

    private static boolean hasEnding(Path out) {
        return String.valueOf(out.getFileName()).indexOf('.') > 0;
    }

    /// The second of two files stands beside the first, under its name.
    private static Path companion(Path out, ExportFile file, boolean main) {
        if (main) {
            return out;
        }
        String name = String.valueOf(out.getFileName());
        int dot = name.lastIndexOf('.');
        return out.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "." + file.name());
    }

    private static void put(Path path, String text) throws ExportFault {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder == null) {
                throw new ExportFault(path + " is no place for a file.");
            }
            Files.createDirectories(folder);
            // Not a temporary file of the system's making: that would be for its owner alone, and
            // an export is there to be handed on.
            Path beside = folder.resolve(".export-" + UUID.randomUUID() + ".tmp");
            try {
                Files.write(
                        beside,
                        text.getBytes(StandardCharsets.UTF_8),
                        StandardOpenOption.CREATE_NEW);
                Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            if (e instanceof ExportFault fault) {
                throw fault;
            }
            ExportFault fault =
                    new ExportFault("%s could not be written: %s.".formatted(path, reason(e)));
            fault.initCause(e);
            throw fault;
        }
    }

    private static String reason(IOException e) {
        String said =
                e instanceof FileSystemException f && f.getReason() != null
                        ? f.getReason()
                        : String.valueOf(e.getMessage());
        if (said.toLowerCase(Locale.ROOT).contains("no space left")) {
            return "the disk is full; free some space and try again";
        }
        return switch (e) {
            case NoSuchFileException f -> "nothing can be made in that place; name another one";
            case AccessDeniedException f ->
                    "you may not write to " + f.getFile() + "; name a place of your own";
            case FileAlreadyExistsException f ->
                    f.getFile() + " is a file where a folder is meant; name another place";
            case DirectoryNotEmptyException f ->
                    f.getFile() + " is a folder where a file is meant; name another place";
            default -> said;
        };
    }
}
