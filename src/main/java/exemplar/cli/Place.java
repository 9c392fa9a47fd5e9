package exemplar.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where a command writes its files: makes what is missing, and says what is wrong with the place
/// where that cannot be done.
final class Place {
    private Place() {}

    /// The folder, made with those above it.
    static Path folder(Path wanted) {
        try {
            return Files.createDirectories(wanted);
        } catch (IOException e) {
            throw refused(wanted, e);
        }
    }

    /// Writes a file and makes its folder.
    static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            folder(folder);
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /// What a failed attempt to write says about a place: that it is missing is no reason, as it
    /// was to be made.
    static Trouble refused(Path place, IOException e) {
        return new Trouble(
                switch (e) {
                    case NoSuchFileException f ->
                            place + " cannot be made there; name another place";
                    case FileAlreadyExistsException f ->
                            f.getFile() + " is a file where a folder is meant; name another place";
                    default -> FileTrouble.sentence(e);
                });
    }
}
