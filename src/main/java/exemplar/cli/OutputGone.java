package exemplar.cli;

import java.io.IOException;
import java.util.Locale;

/// Ends a command whose results can no longer be written.
final class OutputGone extends RuntimeException {
    /// What a shell reports of a program whose reader has left, as `head` does.
    private static final int READER_LEFT = 141;

    private final boolean readerLeft;

    OutputGone(IOException cause) {
        super(String.valueOf(cause.getMessage()), cause, false, false);
        readerLeft = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    /// Says what happened, unless the reader left because it had enough.
    int explain(Console console) {
        if (readerLeft) {
            return READER_LEFT;
        }
        console.say(
                "exemplar: the results could not be written to the end: %s; make room or write them elsewhere"
                        .formatted(getMessage()));
        return Trouble.USAGE;
    }
}
