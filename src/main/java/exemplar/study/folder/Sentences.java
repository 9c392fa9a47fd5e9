package exemplar.study.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/// What the file system says, in words for a person.
final class Sentences {
    private Sentences() {}

    /// Why something could not be written, and that nothing is lost.
    static String notWritten(Path file, IOException e) {
        if (e instanceof StudyFault) {
            return String.valueOf(e.getMessage());
        }
        return file
                + " could not be written: "
                + reason(e)
                + ". What was saved before is untouched.";
    }

    static String reason(Exception e) {
        if (e instanceof AccessDeniedException || e instanceof ReadOnlyFileSystemException) {
            return "the folder is read-only for you; copy the study to a folder of yours";
        }
        if (e instanceof NoSuchFileException) {
            return "the folder is not there any more";
        }
        String said = String.valueOf(e.getMessage());
        if (e instanceof FileSystemException fault && fault.getReason() != null) {
            said = fault.getReason();
        }
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space")) {
            return "the disk is full; free some space and try again";
        }
        if (lower.contains("quota")) {
            return "your quota on this disk is used up; free some space and try again";
        }
        if (lower.contains("read-only file system")) {
            return "the disk is read-only; copy the study to a folder of yours";
        }
        return said;
    }
}
