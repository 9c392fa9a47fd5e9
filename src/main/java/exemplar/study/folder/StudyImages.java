package exemplar.study.folder;

import exemplar.model.Picture;
import exemplar.model.RenderedPrompt;
import exemplar.model.RenderedPrompt.Inset;
import exemplar.model.StudyImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The images of a study, read from its folder when a prompt shows them. What kind of image a file
/// is, its first bytes say and not its name. Safe for any number of threads; reads the disk.
public final class StudyImages {
    /// The folder of images within the study's.
    public static final String FOLDER = "images";

    /// Larger files are refused; providers take less than that.
    static final long LARGEST = 20_000_000;

    private static final long MOST_KEPT = 64_000_000;
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".webp");

    private final Path folder;
    private final Map<String, Picture> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /// @param study the study's folder
    public StudyImages(Path study) {
        this.folder = study.resolve(FOLDER);
    }

    /// An image, or why it cannot be shown.
    public sealed interface Read {}

    public record Found(Picture picture) implements Read {}

    /// @param reason the second half of a sentence about the image, without its full stop
    public record Unreadable(String reason) implements Read {}

    /// What a prompt shows, or why it cannot be sent.
    public sealed interface Shown {}

    /// @param pictures by their SHA-256; all that the prompt shows
    public record All(Map<String, Picture> pictures) implements Shown {
        public All {
            pictures = Map.copyOf(pictures);
        }
    }

    /// @param reason a sentence that names the example
    public record Missing(String reason) implements Shown {}

    /// Reads everything that a prompt shows.
    public Shown of(RenderedPrompt prompt) {
        if (prompt.images().isEmpty()) {
            return new All(Map.of());
        }
        if (!prompt.isChat()) {
            return new Missing(
                    "Not sent: '%s' shows an image, and a text to be continued shows none. Choose a chat layout."
                            .formatted(prompt.images().getFirst().example()));
        }
        Map<String, Picture> pictures = new HashMap<>();
        for (Inset inset : prompt.images()) {
            switch (read(inset.image())) {
                case Found(Picture picture) -> pictures.put(inset.image().sha256(), picture);
                case Unreadable(String reason) -> {
                    return new Missing(
                            "Not sent: the image %s of '%s' %s."
                                    .formatted(inset.image().shortName(), inset.example(), reason));
                }
            }
        }
        return new All(pictures);
    }

    /// Reads one image.
    public Read read(StudyImage image) {
        if (!image.isNamed()) {
            return new Unreadable(
                    "is named by no SHA-256 of 64 hexadecimal digits; correct it in the study's file");
        }
        synchronized (kept) {
            Picture known = kept.get(image.sha256());
            if (known != null) {
                return new Found(known);
            }
        }
        Optional<Path> file =
                ENDINGS.stream()
                        .map(e -> folder.resolve(image.sha256() + e))
                        .filter(Files::isRegularFile)
                        .findFirst();
        if (file.isEmpty()) {
            return new Unreadable(
                    "is not in the study's folder “"
                            + FOLDER
                            + "”; put the file back, or take the image from the example");
        }
        try {
            long bytes = Files.size(file.get());
            if (bytes > LARGEST) {
                return new Unreadable(
                        "has %,d MB, and more than %,d MB are not sent; make it smaller"
                                .formatted(bytes / 1_000_000, LARGEST / 1_000_000));
            }
            return checked(image, Files.readAllBytes(file.get()));
        } catch (IOException e) {
            return new Unreadable("cannot be read: " + e.getMessage());
        }
    }

    private Read checked(StudyImage image, byte[] file) {
        Optional<String> type = type(file);
        if (type.isEmpty()) {
            return new Unreadable(
                    "is no PNG, JPEG, GIF or WebP file; convert it and take it in again");
        }
        Picture picture = Picture.of(type.get(), file);
        if (!picture.sha256().equals(image.sha256())) {
            return new Unreadable(
                    "was changed since it was taken in; put the old file back, or take the new one in");
        }
        keep(image.sha256(), picture);
        return new Found(picture);
    }

    private void keep(String sha256, Picture picture) {
        synchronized (kept) {
            if (kept.put(sha256, picture) == null) {
                size += picture.base64().length();
            }
            var oldest = kept.entrySet().iterator();
            while (size > MOST_KEPT && oldest.hasNext()) {
                size -= oldest.next().getValue().base64().length();
                oldest.remove();
            }
        }
    }

    /// The kind of an image by its first bytes; empty for anything no model takes.
    static Optional<String> type(byte[] file) {
        if (begins(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (begins(file, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (begins(file, 0, "GIF87a") || begins(file, 0, "GIF89a")) {
            return Optional.of("image/gif");
        }
        return begins(file, 0, "RIFF") && begins(file, 8, "WEBP")
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    private static boolean begins(byte[] file, int at, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= file.length || file[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
