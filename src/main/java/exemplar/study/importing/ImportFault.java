package exemplar.study.importing;

import java.io.IOException;

/// A file that cannot be imported at all. The message is a sentence for a person: file, what is
/// wrong, what to do.
public final class ImportFault extends IOException {
    private static final long serialVersionUID = 1;

    public ImportFault(String file, String what, String advice) {
        super(file + " " + what + (advice.isEmpty() ? "" : "; " + advice) + ".");
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
