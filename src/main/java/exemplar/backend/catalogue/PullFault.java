package exemplar.backend.catalogue;

import java.io.IOException;

/// A model could not be fetched, with a sentence for a person.
public final class PullFault extends IOException {
    private static final long serialVersionUID = 1;

    public PullFault(String sentence) {
        super(sentence);
    }
}
