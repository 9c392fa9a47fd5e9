package exemplar.ui.shell;

import exemplar.study.Study;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Writes the study's files when the person has paused. Every edit is in the journal before that,
/// so a failure here loses nothing and is said when the person saves.
final class Autosave {
    private static final Duration SOON = Duration.seconds(4);

    /// Writing a large pool again is work for the disk; it waits for a longer pause.
    private static final Duration LATER = Duration.seconds(45);

    private static final int LARGE = 50_000;

    private final Workspace workspace;
    private final PauseTransition pause = new PauseTransition(SOON);

    Autosave(Workspace workspace) {
        this.workspace = workspace;
        pause.setOnFinished(e -> save());
        workspace.lastChange().subscribe(change -> change.ifPresent(c -> wait(c.after())));
        workspace.session().subscribe(s -> pause.stop());
    }

    private void wait(Study study) {
        pause.stop();
        pause.setDuration(study.pool().size() > LARGE ? LATER : SOON);
        pause.playFromStart();
    }

    private void save() {
        workspace
                .session()
                .get()
                .filter(s -> s.dirty() && s.readOnly().isEmpty())
                .ifPresent(session ->
                        workspace
                                .jobs()
                                .background(
                                        () -> {
                                            session.save();
                                            return session;
                                        },
                                        s -> workspace.saved(),
                                        e -> workspace.saved()));
    }
}
