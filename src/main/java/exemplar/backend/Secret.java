package exemplar.backend;

import java.util.Collection;

/// A key or password. Prints as dots wherever it is printed; [#reveal()] is called where it goes
/// onto the wire or into a keychain, and nowhere else.
public final class Secret {
    /// What stands in a text where a secret stood.
    public static final String REDACTED = "•••";

    /// A shorter text cannot be told from ordinary words and is not looked for in replies.
    private static final int SHORTEST_SOUGHT = 6;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /// Takes a key as typed or pasted; blanks around it are no part of it.
    public static Secret of(String value) {
        return new Secret(value.strip());
    }

    /// The key itself. Never log, store or show what this gives.
    public String reveal() {
        return value;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /// The text without any of the secrets, should a server have repeated one.
    public static String redact(String text, Collection<Secret> secrets) {
        String clean = text;
        for (Secret secret : secrets) {
            if (secret.value.length() >= SHORTEST_SOUGHT) {
                clean = clean.replace(secret.value, REDACTED);
            }
        }
        return clean;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret s && s.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
