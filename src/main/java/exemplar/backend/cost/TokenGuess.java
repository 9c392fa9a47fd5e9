package exemplar.backend.cost;

import exemplar.backend.Request;
import exemplar.model.Message;
import java.util.List;

/// How many tokens a text has, where no tokenizer is at hand: four letters of an alphabet, or one
/// other character, a token. Within a third of what common tokenizers count; always called an
/// estimate.
public final class TokenGuess {
    /// What providers count for an image of usual size.
    private static final int PICTURE = 1_000;

    private TokenGuess() {}

    /// Of a prompt, with the few tokens around each message.
    public static int of(Request.Input input) {
        return switch (input) {
            case Request.Completion(String text) -> of(text);
            case Request.Chat(List<Message> messages) ->
                    messages.stream()
                                    .mapToInt(m ->
                                            of(m.content()) + m.pictures().size() * PICTURE + 4)
                                    .sum()
                            + 3;
        };
    }

    /// Of a text.
    public static int of(String text) {
        int quarters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quarters += c < 0x250 ? 1 : c < 0x2000 ? 2 : 4;
        }
        return (quarters + 3) / 4;
    }
}
