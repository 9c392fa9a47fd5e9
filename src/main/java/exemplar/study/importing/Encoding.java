package exemplar.study.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How the bytes of a file are letters, and how that is known.
///
/// @param mark bytes of the byte order mark at the beginning
/// @param confidence 0 to 100; 100 unless it is a guess
public record Encoding(Charset charset, int mark, Known known, int confidence) {

    /// How it is known.
    public enum Known {
        /// A byte order mark says so.
        MARK,
        /// All bytes are valid.
        VALID,
        /// It looks most likely.
        GUESS,
        /// The person said so.
        CHOSEN
    }

    static final Encoding TEXT = new Encoding(StandardCharsets.UTF_8, 0, Known.VALID, 100);

    /// For a person, such as `windows-1252 (a guess, 43 %)`.
    public String sentence() {
        return charset.displayName()
                + switch (known) {
                    case MARK -> " (byte order mark)";
                    case VALID, CHOSEN -> "";
                    case GUESS -> " (a guess, " + confidence + " %)";
                };
    }
}
