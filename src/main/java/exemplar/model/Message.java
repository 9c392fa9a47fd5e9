package exemplar.model;

/// One message of a chat, exactly as sent.
public record Message(Role role, String content) {}
