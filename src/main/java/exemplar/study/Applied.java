package exemplar.study;

/// What became of an edit.
public sealed interface Applied {

    /// It is part of the study, and of the journal where there is one.
    record Done(Change change) implements Applied {}

    /// There was nothing to change, undo or redo.
    record Nothing() implements Applied {}

    /// It was not applied; the study is as it was.
    ///
    /// @param reason a sentence for a person
    record Refused(String reason) implements Applied {}
}
