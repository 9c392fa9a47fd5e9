package exemplar.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/// Says why a file or folder could not be used, and what to do.
final class FileTrouble {
    private FileTrouble() {}

    static String sentence(IOException e) {
        return switch (e) {
            case NoSuchFileException f -> "there is no file or folder " + f.getFile();
            case AccessDeniedException f -> "no permission to use " + f.getFile();
            case FileAlreadyExistsException f ->
                    f.getFile() + " is there already; name another one";
            case NotDirectoryException f -> f.getFile() + " is no folder; name one";
            case FileSystemException f when f.getReason() != null ->
                    f.getFile() + ": " + reason(f.getReason());
            default -> {
                String said = String.valueOf(e.getMessage());
                yield said.isEmpty() || e.getMessage() == null
                        ? "a file could not be read or written"
                        : reason(said);
            }
        };
    }

    private static String reason(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left")) {
            return "the disk is full; free some space and try again";
        }
        if (lower.contains("read-only file system")) {
            return "the disk is read-only; name a place that can be written to";
        }
        if (lower.equals("is a directory")) {
            return "is a folder where a file is meant; name a file";
        }
        if (lower.equals("not a directory")) {
            return "is a file where a folder is meant; name a folder";
        }
        return said;
    }
}
