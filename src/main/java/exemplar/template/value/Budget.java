package exemplar.template.value;

/// What one render may use. Every loop, call and growing value takes from it; when it is used up,
/// or the thread is interrupted, a [Fault] ends the render.
public final class Budget {
    /// For work whose size is bounded otherwise.
    public static final Budget UNLIMITED =
            new Budget(
                    Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, Integer.MAX_VALUE, 3_600_000_000_000L);

    private static final int SLICE = 512;
    private static final int DEPTH = 400;
    private static final int ITEM = 8;

    private final long deadline;
    private final int longestText;
    private long steps;
    private long characters;
    private int slice = SLICE;
    private int depth;

    /// @param steps nodes evaluated
    /// @param characters characters and list items made in all
    /// @param longestText characters of one text
    /// @param nanos wall-clock time
    public Budget(long steps, long characters, int longestText, long nanos) {
        this.steps = steps;
        this.characters = characters;
        this.longestText = longestText;
        this.deadline = System.nanoTime() + nanos;
    }

    /// One unit of work.
    public void step() {
        if (--slice < 0) {
            steps(SLICE);
            slice = SLICE;
        }
    }

    private void steps(int used) {
        steps -= used;
        if (steps < 0) {
            throw Fault.limit("the template does too much work; shorten its loops");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw Fault.interrupted();
        }
        if (System.nanoTime() - deadline > 0) {
            throw Fault.limit("the template takes too long; shorten its loops");
        }
    }

    /// A text of so many characters is about to be made.
    public void text(long length) {
        if (length > longestText) {
            throw Fault.limit(
                    "the template makes a text of more than " + longestText + " characters");
        }
        spend(length);
    }

    /// A text of `length` characters is about to grow by `added`.
    public void grow(int length, int added) {
        if (length > longestText - added) {
            throw Fault.limit(
                    "the template makes a text of more than " + longestText + " characters");
        }
        spend(added);
    }

    /// Work in proportion to the length of a text.
    public void work(int length) {
        if (length >= 256) {
            steps(length / 64);
        } else {
            step();
        }
    }

    /// So many list items, or so much other memory, is about to be made.
    public void items(long count) {
        if (count > longestText / ITEM) {
            throw Fault.limit(
                    "the template makes a list of more than " + longestText / ITEM + " items");
        }
        spend(count * ITEM);
    }

    private void spend(long amount) {
        if (amount < 0 || amount > characters) {
            throw Fault.limit("the template uses too much memory");
        }
        characters -= amount;
        if (amount >= SLICE) {
            steps((int) Math.min(amount / 16, 1 << 20));
        } else {
            step();
        }
    }

    /// One call deeper.
    public void enter() {
        if (++depth > DEPTH) {
            depth = 0;
            throw Fault.of("RecursionError", "the template calls itself more than 400 levels deep");
        }
    }

    public void leave() {
        depth--;
    }
}
