package exemplar.backend;

/// What became of a request. A fault is a value, not an exception.
public sealed interface Outcome {

    /// The model answered.
    record Answered(Reply reply) implements Outcome {}

    /// It did not, or not to the end.
    ///
    /// @param partial text that had arrived before the fault; may be empty
    record Failed(Fault fault, String partial) implements Outcome {}
}
