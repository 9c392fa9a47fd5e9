package exemplar.model;

/// The templates of a design: either named parts that the layout puts together, or one free
/// template that writes the whole prompt. All of them are Jinja2.
public sealed interface PromptForm {

    /// A structured prompt.
    ///
    /// @param system system message of a chat; in a completion it is written first
    /// @param instruction what is said before the demonstrations
    /// @param demonstration one demonstration in a completion or inside a message: its input and
    ///   its output
    /// @param answer what the model is shown to have answered, when demonstrations are chat turns
    /// @param separator literal text between instruction, demonstrations and query
    /// @param query the item being asked about; also the user's side of a demonstration turn
    record Parts(
            String system,
            String instruction,
            String demonstration,
            String answer,
            String separator,
            String query)
            implements PromptForm {}

    /// One template that writes everything.
    record Free(String source) implements PromptForm {}
}
