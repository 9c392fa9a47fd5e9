package exemplar.compare;

import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.model.RenderedPrompt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A prompt ready to send.
///
/// @param demonstrations ids in prompt order
/// @param sampling how the answer is drawn
public record Prepared(RenderedPrompt prompt, List<String> demonstrations, Sampling sampling) {

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
                ? new Request.Chat(prompt.messages())
                : new Request.Completion(prompt.text());
    }

    /// SHA-256 of everything the model is shown, hexadecimal.
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            prompt.turns()
                    .forEach(t ->
                            digest.update(
                                    (t.role() + ":" + t.start() + "-" + t.end() + "\n")
                                            .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of()
                    .formatHex(digest.digest(prompt.text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
