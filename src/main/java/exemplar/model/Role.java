package exemplar.model;

import java.util.Locale;

/// Who says a message of a chat.
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /// The name in every wire format and template: `system`, `user`, `assistant`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
