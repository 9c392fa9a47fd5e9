package exemplar.study;

import java.io.IOException;

/// Makes a change safe before it is acknowledged.
@FunctionalInterface
public interface Keeper {
    /// Keeps nothing: for studies without a folder.
    Keeper NOWHERE = (before, after, label) -> {};

    /// Returns when the change would survive the end of this process.
    ///
    /// @throws IOException with a sentence for a person; the change is then not made
    void keep(Study before, Study after, String label) throws IOException;
}
