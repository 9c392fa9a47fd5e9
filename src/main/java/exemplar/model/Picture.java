package exemplar.model;

import java.util.Base64;
import java.util.Set;

/// An image of a message, exactly as sent.
///
/// @param mimeType such as `image/png`
/// @param base64 the bytes of its file
public record Picture(String mimeType, String base64) {
    private static final Set<String> KINDS =
            Set.of("image/png", "image/jpeg", "image/webp", "image/gif");

    public Picture {
        if (!KINDS.contains(mimeType)) {
            throw new IllegalArgumentException(
                    "an image is PNG, JPEG, WebP or GIF; no model takes " + mimeType);
        }
    }

    /// From the bytes of a file.
    public static Picture of(String mimeType, byte[] file) {
        return new Picture(mimeType, Base64.getEncoder().encodeToString(file));
    }
}
