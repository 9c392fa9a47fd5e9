package exemplar.template.value;

/// Ends a render. It carries a sentence, not a stack: the position is added where the expression
/// that failed is known.
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String type;
    private final int at;

    private Fault(String type, String message, int at) {
        super(message, null, false, false);
        this.type = type;
        this.at = at;
    }

    /// A fault of a Python exception type such as `TypeError`.
    public static Fault of(String type, String message) {
        return new Fault(type, message, -1);
    }

    public static Fault type(String message) {
        return of("TypeError", message);
    }

    public static Fault value(String message) {
        return of("ValueError", message);
    }

    public static Fault undefined(Undefined value) {
        return new Fault("UndefinedError", value.message(), value.at());
    }

    /// A bound of the render was reached.
    public static Fault limit(String message) {
        return of("Limit", message);
    }

    /// The thread was interrupted.
    public static Fault interrupted() {
        return of("Interrupted", "rendering was cancelled");
    }

    public String type() {
        return type;
    }

    public String sentence() {
        String message = getMessage();
        return message == null ? type : message;
    }

    /// The offset in the template's source, or -1 while unknown.
    public int at() {
        return at;
    }

    /// The same fault with a position, if it has none yet.
    public Fault at(int offset) {
        return at >= 0 ? this : new Fault(type, sentence(), offset);
    }
}
