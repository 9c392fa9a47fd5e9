package exemplar.study.line;

/// What is wrong with a line, for a person.
///
/// @param kind which sort of fault
/// @param what what is wrong, without file and line, such as `"gold" is a number`
/// @param advice what to do about it
public record BrokenLine(Kind kind, String what, String advice) implements Scanned {

    /// The sorts of fault.
    public enum Kind {
        /// Not the JSON object a line has to be.
        JSON,
        /// Bytes that are not UTF-8.
        ENCODING,
        /// A member with a value of the wrong type, or without an id.
        TYPE
    }
}
