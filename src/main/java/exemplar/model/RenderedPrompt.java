package exemplar.model;

import java.util.List;

/// A prompt exactly as sent, with the origin of every character.
///
/// @param layout how it is sent
/// @param text completion: the exact text. Chat: the contents of all messages, joined by one blank
///   line (those two newlines are [Origin#TEMPLATE] and not sent).
/// @param spans cover the text completely, in order, without overlap
/// @param turns chat: which part of the text each message is; completion: empty
public record RenderedPrompt(Layout layout, String text, List<Span> spans, List<Turn> turns) {

    /// One message as a range of the prompt's text.
    public record Turn(Role role, int start, int end) {}

    public RenderedPrompt {
        spans = List.copyOf(spans);
        turns = List.copyOf(turns);
    }

    /// Whether it is sent as messages.
    public boolean isChat() {
        return layout != Layout.COMPLETION;
    }

    /// The messages of a chat; empty for a completion.
    public List<Message> messages() {
        return turns.stream()
                .map(t -> new Message(t.role(), text.substring(t.start(), t.end())))
                .toList();
    }
}
