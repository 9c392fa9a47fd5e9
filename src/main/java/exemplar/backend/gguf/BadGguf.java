package exemplar.backend.gguf;

import java.io.IOException;

/// A file that is no whole GGUF model, with a sentence for a person.
public final class BadGguf extends IOException {
    private static final long serialVersionUID = 1;

    public BadGguf(String sentence) {
        super(sentence);
    }
}
