package exemplar.model;

import java.util.List;

/// One message of a chat, exactly as sent.
///
/// @param pictures shown before the text, in this order; only a user's message has any
public record Message(Role role, String content, List<Picture> pictures) {

    public Message {
        pictures = List.copyOf(pictures);
        if (!pictures.isEmpty() && role != Role.USER) {
            throw new IllegalArgumentException("only a message of the user shows images");
        }
    }

    /// A message of text alone.
    public Message(Role role, String content) {
        this(role, content, List.of());
    }
}
