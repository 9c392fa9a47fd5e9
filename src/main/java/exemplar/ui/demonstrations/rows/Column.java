package exemplar.ui.demonstrations.rows;

/// A column of the table of examples.
public sealed interface Column {
    /// What the column is remembered by; stable between versions.
    String key();

    /// An input field.
    record Field(String name) implements Column {
        @Override
        public String key() {
            return "field:" + name;
        }
    }

    /// The columns every study has.
    enum Fixed implements Column {
        ENABLED,
        PINNED,
        NUMBER,
        ID,
        GOLD,
        LANGUAGE,
        TAGS,
        FLAGS,
        TOKENS,
        LENGTH,
        NOTE,
        SOURCE;

        @Override
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
