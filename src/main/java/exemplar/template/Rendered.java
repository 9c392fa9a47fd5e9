package exemplar.template;

import exemplar.model.Span;
import exemplar.template.syntax.Problem;
import java.util.List;
import java.util.Optional;

/// A rendered text with the origin of every character.
///
/// @param text up to where rendering ended
/// @param spans cover the text completely, in order, without overlap; neighbours differ in origin
/// @param problems what went wrong, in the order it was found; a fatal one is the last
public record Rendered(String text, List<Span> spans, List<Problem> problems) {

    /// What ended rendering early, if anything did.
    public Optional<Problem> failure() {
        return problems.stream().filter(Problem::isFatal).findFirst();
    }
}
