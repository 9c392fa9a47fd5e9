package exemplar.study.replace;

/// A text that counts how often it is looked at, and ends a search that looks too often: the
/// regular expressions of the JDK backtrack without limit, but every step asks the text for a
/// character.
final class PatientText implements CharSequence {
    /// Ends the search.
    static final class UsedUp extends RuntimeException {
        UsedUp() {
            super("too many steps", null, false, false);
        }
    }

    private final String text;
    private final Patience patience;
    private int looks;

    PatientText(String text, Patience patience) {
        this.text = text;
        this.patience = patience;
        patience.nextText();
    }

    @Override
    public char charAt(int index) {
        if ((++looks & 0xfff) == 0 && !patience.goesOn()) {
            throw new UsedUp();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
