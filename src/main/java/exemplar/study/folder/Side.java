package exemplar.study.folder;

/// Whose version of something counts when it was changed here and on the disk.
public enum Side {
    MINE,
    THEIRS
}
