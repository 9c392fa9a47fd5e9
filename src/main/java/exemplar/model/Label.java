package exemplar.model;

/// One answer a classification task allows.
///
/// @param name how the study names it, as written in gold outputs
/// @param verbalizer the word the prompt shows and the model is asked to say
public record Label(String name, String verbalizer) {

    /// A label that is said as it is named.
    public static Label of(String name) {
        return new Label(name, name);
    }
}
