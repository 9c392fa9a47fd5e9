package exemplar.template.value;

/// `True` or `False`.
public enum Bool implements Value {
    TRUE,
    FALSE;

    public static Bool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public String typeName() {
        return "bool";
    }

    @Override
    public boolean truthy() {
        return this == TRUE;
    }
}
