package exemplar.study.folder;

/// What was found in the journal when a study was opened: edits that had not been saved when the
/// program ended.
///
/// @param edits how many
/// @param lastLabel what the last one did
/// @param exact whether they are exactly as they were. When not, another program had changed the
///   files meanwhile: new and changed examples were put back by their ids, removals and moves were
///   not, and the journal was kept under another name.
public record Restored(int edits, String lastLabel, boolean exact) {}
