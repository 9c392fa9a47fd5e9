package exemplar.formats;

import java.io.IOException;

/// An export that cannot be made. The message is a sentence for a person.
public final class ExportFault extends IOException {
    private static final long serialVersionUID = 1;

    public ExportFault(String sentence) {
        super(sentence);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
