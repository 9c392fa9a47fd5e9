package exemplar.backend.cache;

import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.model.Message;
import exemplar.model.Picture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What an answer is kept under: SHA-256 of everything that decides it, hexadecimal. Every part is
/// written with its length, so that no two questions run into each other.
///
/// @param hex 64 characters
public record CacheKey(String hex) {

    /// @param identity what answers, see [exemplar.backend.Backend#identity(String)]
    /// @param repeat tells repeated questions apart
    public static CacheKey of(String identity, Request request, int repeat) {
        MessageDigest digest = sha256();
        part(digest, "1");
        part(digest, identity);
        part(digest, request.model());
        switch (request.input()) {
            case Request.Completion(String text) -> {
                part(digest, "completion");
                part(digest, text);
            }
            case Request.Chat(List<Message> messages) -> {
                part(digest, "chat " + messages.size());
                for (Message m : messages) {
                    part(digest, m.role().wireName());
                    part(digest, m.content());
                    if (!m.pictures().isEmpty()) {
                        part(digest, "pictures " + m.pictures().size());
                        for (Picture p : m.pictures()) {
                            part(digest, p.mimeType());
                            part(digest, p.base64());
                            if (p.at() > 0) {
                                part(digest, "at " + p.at());
                            }
                        }
                    }
                }
            }
        }
        Sampling s = request.sampling();
        part(
                digest,
                s.temperature()
                        + " "
                        + s.topP()
                        + " "
                        + s.topK()
                        + " "
                        + s.maxTokens()
                        + " "
                        + s.seed());
        s.stop().forEach(stop -> part(digest, stop));
        part(digest, "repeat " + repeat);
        return new CacheKey(HexFormat.of().formatHex(digest.digest()));
    }

    /// Stands for what answers, and tells neither its address nor its path.
    ///
    /// @return 16 hexadecimal characters
    public static String mark(String identity) {
        byte[] all = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(all, 0, 8);
    }

    private static void part(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int n = bytes.length;
        digest.update(
                new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n});
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
