package exemplar.template.value;

import exemplar.model.Origin;

/// A text. Lengths and positions are code points as in Python; origins are kept per UTF-16 code
/// unit.
public final class Str implements Value {
    public static final Str EMPTY = new Str("", Runs.PLAIN, false);

    private final String text;
    private final Runs runs;
    private final boolean markup;
    private byte width;

    public Str(String text, Runs runs, boolean markup) {
        this.text = text;
        this.runs = runs;
        this.markup = markup;
    }

    public static Str of(String text) {
        return text.isEmpty() ? EMPTY : new Str(text, Runs.PLAIN, false);
    }

    public static Str of(String text, Origin origin) {
        return new Str(text, Runs.of(origin), false);
    }

    public static Str of(String text, Runs runs) {
        return new Str(text, runs, false);
    }

    public String text() {
        return text;
    }

    public Runs runs() {
        return runs;
    }

    /// Whether it was marked as safe for HTML (`Markup` in Python).
    public boolean isMarkup() {
        return markup;
    }

    public Str asMarkup() {
        return markup ? this : new Str(text, runs, true);
    }

    public Str asPlain() {
        return markup ? new Str(text, runs, false) : this;
    }

    /// Whether every code point is one UTF-16 code unit.
    public boolean isFlat() {
        if (width == 0) {
            width = 1;
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    width = 2;
                    break;
                }
            }
        }
        return width == 1;
    }

    /// Number of code points.
    public int length() {
        return isFlat() ? text.length() : text.codePointCount(0, text.length());
    }

    /// The UTF-16 offset of code point `index`.
    public int offset(int index) {
        return isFlat() ? index : text.offsetByCodePoints(0, index);
    }

    /// The characters `[from, to)` in UTF-16 code units, with their origins.
    public Str cut(int from, int to) {
        if (from == 0 && to == text.length()) {
            return this;
        }
        return from >= to && !markup
                ? EMPTY
                : new Str(text.substring(from, to), runs.slice(from, to), markup);
    }

    /// The characters `[from, to)` in code points.
    public Str sub(int from, int to) {
        return cut(offset(from), offset(to));
    }

    /// A text made from all of this one: keeps the origins when the length is unchanged, else the
    /// only origin there was.
    public Str changed(String result) {
        return new Str(result, result.length() == text.length() ? runs : runs.merged(), markup);
    }

    @Override
    public String typeName() {
        return markup ? "Markup" : "str";
    }

    @Override
    public boolean truthy() {
        return !text.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Str str && str.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
