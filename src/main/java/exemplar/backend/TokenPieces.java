package exemplar.backend;

import java.io.IOException;
import java.util.List;

/// A backend that cuts texts into the tokens of its own models. Blocking; may have to load the
/// model first.
public interface TokenPieces {

    /// The pieces the tokens of a text stand for, which together are the text.
    ///
    /// @throws IOException with a sentence for a person when the model cannot be read
    List<String> pieces(String model, String text) throws IOException;
}
