package exemplar.compare;

import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.model.Picture;
import exemplar.model.RenderedPrompt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A prompt ready to send.
///
/// @param demonstrations ids in prompt order
/// @param sampling how the answer is drawn
/// @param pictures the images of the prompt by their SHA-256
public record Prepared(
        RenderedPrompt prompt,
        List<String> demonstrations,
        Sampling sampling,
        Map<String, Picture> pictures) {

    public Prepared {
        demonstrations = List.copyOf(demonstrations);
        pictures = Map.copyOf(pictures);
        for (RenderedPrompt.Inset inset : prompt.images()) {
            if (!pictures.containsKey(inset.image().sha256())) {
                throw new IllegalArgumentException(
                        "the image " + inset.image().sha256() + " of the prompt is not there");
            }
        }
    }

    /// A prompt without images.
    public Prepared(RenderedPrompt prompt, List<String> demonstrations, Sampling sampling) {
        this(prompt, demonstrations, sampling, Map.of());
    }

    /// Makes the prompt of a design for an item.
    @FunctionalInterface
    public interface Source {
        /// The prompt, or a sentence saying why there is none.
        Result prepare(String design, String item);
    }

    /// A prompt, or why there is none.
    public sealed interface Result {}

    /// It can be sent.
    public record Ready(Prepared prepared) implements Result {}

    /// It cannot, and this is why.
    public record Refused(String reason) implements Result {}

    /// What is sent to a model.
    public Request.Input input() {
        return prompt.isChat()
                ? new Request.Chat(prompt.messages(i -> picture(i.sha256())))
                : new Request.Completion(prompt.text());
    }

    private Picture picture(String sha256) {
        return Optional.ofNullable(pictures.get(sha256)).orElseThrow();
    }

    /// SHA-256 of everything the model is shown, hexadecimal.
    public String hash() {
        return hash(prompt);
    }

    /// The same of a prompt whose images need not be there.
    public static String hash(RenderedPrompt prompt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            prompt.turns()
                    .forEach(t ->
                            digest.update(
                                    (t.role() + ":" + t.start() + "-" + t.end() + "\n")
                                            .getBytes(StandardCharsets.UTF_8)));
            prompt.images()
                    .forEach(i ->
                            digest.update(
                                    ("image:" + i.at() + " " + i.image().sha256() + "\n")
                                            .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of()
                    .formatHex(digest.digest(prompt.text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
