package exemplar.study.folder;

import exemplar.study.Finding;
import java.io.IOException;

/// A study that cannot be opened or written. The message is a sentence for a person.
public final class StudyFault extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Finding finding;

    public StudyFault(Finding finding) {
        super(finding.sentence());
        this.finding = finding;
    }

    public StudyFault(Finding finding, Throwable cause) {
        super(finding.sentence(), cause);
        this.finding = finding;
    }

    /// What is wrong and where.
    public Finding finding() {
        return finding;
    }
}
