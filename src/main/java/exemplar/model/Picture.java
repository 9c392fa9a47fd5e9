package exemplar.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/// An image of a message, exactly as sent.
///
/// @param mimeType such as `image/png`
/// @param base64 the bytes of its file
/// @param at where it stands in the message's text: before the character of this index
public record Picture(String mimeType, String base64, int at) {
    private static final Set<String> KINDS =
            Set.of("image/png", "image/jpeg", "image/webp", "image/gif");

    public Picture {
        if (!KINDS.contains(mimeType)) {
            throw new IllegalArgumentException(
                    "an image is PNG, JPEG, WebP or GIF; no model takes " + mimeType);
        }
    }

    /// One that stands before the whole text.
    public Picture(String mimeType, String base64) {
        this(mimeType, base64, 0);
    }

    /// The same image elsewhere in a text.
    public Picture at(int place) {
        return new Picture(mimeType, base64, place);
    }

    /// From the bytes of a file.
    public static Picture of(String mimeType, byte[] file) {
        return new Picture(mimeType, Base64.getEncoder().encodeToString(file));
    }

    /// Size of its file.
    public int bytes() {
        int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        return base64.length() / 4 * 3 - padding;
    }

    /// SHA-256 of its file, hexadecimal.
    public String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(Base64.getDecoder().decode(base64)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
