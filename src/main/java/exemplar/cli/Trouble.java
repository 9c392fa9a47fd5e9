package exemplar.cli;

/// Ends a command with a sentence for the person: what is wrong and what to do about it.
final class Trouble extends RuntimeException {
    /// Findings, or trials that failed.
    static final int FINDINGS = 1;

    /// Wrong usage or bad input.
    static final int USAGE = 2;

    private final int status;

    Trouble(String sentence) {
        this(USAGE, sentence);
    }

    Trouble(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
