package exemplar.template.syntax;

import java.util.List;
import java.util.Map;

/// A template that could be read.
///
/// @param scope its variables; its slots are those of the outermost frame
/// @param blocks by name
/// @param uses of variables the template does not set itself, in the order of the source
public record Program(
        Source source,
        List<Stmt> body,
        Scope scope,
        Map<String, Stmt.Block> blocks,
        List<Use> uses) {

    /// A place where a variable of the context is used. `at` is an offset in [Source#text].
    public record Use(String name, int at) {}
}
