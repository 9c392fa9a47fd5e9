package exemplar.template.value;

/// What a name or member that does not exist evaluates to.
public final class Undefined implements Value {
    /// Marks "nothing there" inside the engine; never seen by a template.
    public static final Undefined ABSENT = new Undefined("absent", None.NONE, None.NONE, false, 0);

    private final String hint;
    private final Value base;
    private final Value key;
    private final boolean name;
    private final int at;

    private Undefined(String hint, Value base, Value key, boolean name, int at) {
        this.hint = hint;
        this.base = base;
        this.key = key;
        this.name = name;
        this.at = at;
    }

    /// A variable nobody set. `at` is the offset in the template's source.
    public static Undefined variable(String name, int at) {
        return new Undefined("", None.NONE, Str.of(name), true, at);
    }

    /// A member `base` does not have.
    public static Undefined member(Value base, Value key, int at) {
        return new Undefined("", base, key, false, at);
    }

    /// Anything else, explained by a sentence.
    public static Undefined because(String hint, int at) {
        return new Undefined(hint, None.NONE, None.NONE, false, at);
    }

    /// Whether a variable is missing, not a member of something.
    public boolean isVariable() {
        return name;
    }

    public int at() {
        return at;
    }

    /// What is missing, in Python Jinja's words.
    public String message() {
        if (!hint.isEmpty()) {
            return hint;
        }
        if (name) {
            return Repr.of(key) + " is undefined";
        }
        String owner = base == None.NONE ? "None" : base.typeName() + " object";
        return key instanceof Str
                ? "'" + owner + "' has no attribute " + Repr.of(key)
                : owner + " has no element " + Repr.of(key);
    }

    @Override
    public String typeName() {
        return "Undefined";
    }

    @Override
    public boolean truthy() {
        return false;
    }
}
