package exemplar.model;

/// How a rendered prompt is sent.
public enum Layout {
    /// One text that the model continues.
    COMPLETION,
    /// A chat in which each demonstration is a user turn and an assistant turn.
    CHAT_TURNS,
    /// A chat with all demonstrations inside one user message.
    CHAT_MESSAGE
}
