package exemplar.model;

import java.util.ArrayList;
import java.util.List;

/// One message of a chat, exactly as sent.
///
/// @param pictures in the order of their places in the text; only a user's message has any
public record Message(Role role, String content, List<Picture> pictures) {

    public Message {
        pictures = List.copyOf(pictures);
        if (!pictures.isEmpty() && role != Role.USER) {
            throw new IllegalArgumentException("only a message of the user shows images");
        }
        int before = 0;
        for (Picture picture : pictures) {
            if (picture.at() < before || picture.at() > content.length()) {
                throw new IllegalArgumentException("an image stands outside of its message");
            }
            before = picture.at();
        }
    }

    /// A message of text alone.
    public Message(Role role, String content) {
        this(role, content, List.of());
    }

    /// A stretch of a message.
    public sealed interface Part {}

    public record Words(String text) implements Part {}

    public record Shown(Picture picture) implements Part {}

    /// Text and images as they follow each other; no empty text among them.
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (Picture picture : pictures) {
            if (picture.at() > from) {
                parts.add(new Words(content.substring(from, picture.at())));
                from = picture.at();
            }
            parts.add(new Shown(picture));
        }
        if (from < content.length()) {
            parts.add(new Words(content.substring(from)));
        }
        return parts;
    }
}
