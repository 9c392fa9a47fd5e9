package exemplar.study.replace;

/// How many characters a regular expression may look at, over and over, before a search is given
/// up. A count, not a clock, so that the same search always ends the same way. An interrupt ends it
/// too.
public final class Patience {
    /// Enough for any sensible pattern on one long text; about a second.
    public static final long PER_TEXT = 100_000_000;

    private final long perText;
    private long left;

    private Patience(long perText) {
        this.perText = perText;
        this.left = perText;
    }

    /// The default, per text.
    public static Patience perText() {
        return new Patience(PER_TEXT);
    }

    /// That many looks at characters per text.
    public static Patience ofLooks(long perText) {
        return new Patience(perText);
    }

    void nextText() {
        left = perText;
    }

    /// Whether the next 4,096 looks are still allowed.
    boolean goesOn() {
        left -= 4096;
        return left > 0 && !Thread.currentThread().isInterrupted();
    }
}
