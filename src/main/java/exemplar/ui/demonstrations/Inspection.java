package exemplar.ui.demonstrations;

import exemplar.evidence.Findings;
import exemplar.study.Study;
import exemplar.ui.demonstrations.rows.Side;
import exemplar.ui.fx.Jobs;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Looks for findings on all examples of a study, beside the screen. For the thread of the screen.
final class Inspection {
    private final Latest reading;
    private final Wording words;
    private final Runnable told;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<Findings> findings;
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper();
    private boolean begun;

    /// @param told called when there are new findings
    Inspection(Jobs jobs, Wording words, Study opened, Runnable told, Consumer<Exception> failed) {
        this.words = words;
        this.told = told;
        this.failed = failed;
        reading = new Latest(jobs);
        findings = new ReadOnlyObjectWrapper<>(Findings.none(opened.task()));
    }

    /// Looks for the first time, unless an edit or the end came before.
    void begin(Study study) {
        if (!begun) {
            read(study);
        }
    }

    /// Looks again; what did not change since is not read again.
    void read(Study study) {
        begun = true;
        Findings known = findings.get();
        settled.set(false);
        boolean many = study.pool().size() + study.tests().size() > Board.MANY;
        reading.start(
                many ? words.text("job.findings") : "",
                reporter ->
                        known.following(
                                study.task(),
                                Side.source(study.pool()),
                                Side.source(study.tests())),
                this::found,
                failed);
    }

    private void found(Findings now) {
        settled.set(true);
        findings.set(now);
        told.run();
    }

    /// Ends it; nothing is looked for afterwards.
    void close() {
        begun = true;
        reading.cancel();
    }

    /// What is known so far.
    ReadOnlyObjectProperty<Findings> findings() {
        return findings.getReadOnlyProperty();
    }

    /// Whether that is all there is to know.
    ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }
}
