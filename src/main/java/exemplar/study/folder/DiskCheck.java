package exemplar.study.folder;

import java.util.List;

/// What a look at the files found.
public sealed interface DiskCheck {

    /// They are as they were read or written last.
    record Same() implements DiskCheck {}

    /// Another program changed some. [OpenStudy#merge] takes its changes over.
    final class Changed implements DiskCheck {
        private final List<String> files;
        private final List<Conflict> conflicts;
        private final StudyFiles read;

        Changed(List<String> files, List<Conflict> conflicts, StudyFiles read) {
            this.files = List.copyOf(files);
            this.conflicts = List.copyOf(conflicts);
            this.read = read;
        }

        /// Names of the changed files.
        public List<String> files() {
            return files;
        }

        /// What was changed here too, differently; a person has to choose. Everything else merges
        /// by itself.
        public List<Conflict> conflicts() {
            return conflicts;
        }

        StudyFiles read() {
            return read;
        }
    }

    /// The files cannot be taken over: one is gone, broken, or written by a newer version. Nothing
    /// was changed here; [OpenStudy#saveOver] would write them anew.
    ///
    /// @param reason a sentence for a person
    record Unusable(String reason) implements DiskCheck {}
}
