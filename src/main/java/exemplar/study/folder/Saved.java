package exemplar.study.folder;

import java.util.List;

/// What became of saving.
public sealed interface Saved {

    /// The files say what the study said when saving began.
    ///
    /// @param files names of those that were written; none when nothing had changed
    record Done(List<String> files) implements Saved {}

    /// Another program changed these files since they were read; nothing was written. Ask
    /// [OpenStudy#checkDisk].
    record ChangedOnDisk(List<String> files) implements Saved {}

    /// It could not be written; what was saved before and the journal are intact.
    ///
    /// @param reason a sentence for a person
    record Failed(String reason) implements Saved {}
}
