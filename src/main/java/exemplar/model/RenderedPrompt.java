package exemplar.model;

import java.util.List;
import java.util.function.Function;

/// A prompt exactly as sent, with the origin of every character.
///
/// @param layout how it is sent
/// @param text completion: the exact text. Chat: the contents of all messages, joined by one blank
///   line (those two newlines are [Origin#TEMPLATE] and not sent).
/// @param spans cover the text completely, in order, without overlap
/// @param turns chat: which part of the text each message is; completion: empty
/// @param images shown with the text, in the order of their places
public record RenderedPrompt(
        Layout layout, String text, List<Span> spans, List<Turn> turns, List<Inset> images) {

    /// A prompt of text alone.
    public RenderedPrompt(Layout layout, String text, List<Span> spans, List<Turn> turns) {
        this(layout, text, spans, turns, List.of());
    }

    /// An image within the text.
    ///
    /// @param at before which UTF-16 code unit of the text it stands
    /// @param example the id of the example it belongs to
    /// @param demo whether that is a demonstration, and not the item
    public record Inset(int at, StudyImage image, String example, boolean demo) {}

    /// One message as a range of the prompt's text.
    public record Turn(Role role, int start, int end) {}

    public RenderedPrompt {
        spans = List.copyOf(spans);
        turns = List.copyOf(turns);
        images = List.copyOf(images);
    }

    /// Whether it is sent as messages.
    public boolean isChat() {
        return layout != Layout.COMPLETION;
    }

    /// The texts of a chat's messages; empty for a completion. Where images are shown they are left
    /// out: what is sent is [#messages(Function)].
    public List<Message> messages() {
        return turns.stream()
                .map(t -> new Message(t.role(), text.substring(t.start(), t.end())))
                .toList();
    }

    /// The messages of a chat with their images; empty for a completion.
    ///
    /// @param pictures the bytes of each image
    public List<Message> messages(Function<StudyImage, Picture> pictures) {
        return turns.stream()
                .map(t ->
                        new Message(
                                t.role(),
                                text.substring(t.start(), t.end()),
                                imagesOf(t).stream()
                                        .map(i -> pictures.apply(i.image()).at(i.at() - t.start()))
                                        .toList()))
                .toList();
    }

    /// The images of one message.
    public List<Inset> imagesOf(Turn turn) {
        return images.isEmpty()
                ? images
                : images.stream()
                        .filter(i -> i.at() >= turn.start() && i.at() <= turn.end())
                        .toList();
    }
}
