package exemplar.ui.shell;

import exemplar.study.Study;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// Jobs at the left (what, how far, how fast, how long, cancel), what is open, whether it is safe
/// and how much memory it takes.
final class StatusBar {
    /// Further jobs are counted, not shown.
    private static final int MOST_JOBS = 2;

    private final Workspace workspace;
    private final HBox bar = new HBox();
    private final HBox jobs = new HBox(14);
    private final Label more = new Label();
    private final Label counts = new Label();
    private final Label saved = new Label();
    private final Label memory = new Label();

    StatusBar(Workspace workspace) {
        this.workspace = workspace;
        bar.getStyleClass().add("status-bar");
        bar.setId("status-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        jobs.setAlignment(Pos.CENTER_LEFT);
        jobs.setMinWidth(0);
        counts.setId("counts");
        saved.setId("saved");
        saved.setMinWidth(Label.USE_PREF_SIZE);
        memory.setMinWidth(Label.USE_PREF_SIZE);
        Hint.set(memory, Texts.of("status.memory.what"));
        bar.getChildren().addAll(jobs, counts, Headers.spring(), saved, memory);
        workspace.jobs().running().subscribe(this::showJobs);
        showJobs();
        workspace.study().subscribe(s -> show(s));
        workspace.session().subscribe(s -> show(workspace.study().get()));
        workspace.saves().subscribe(n -> show(workspace.study().get()));
        Timeline beat = new Timeline(new KeyFrame(Duration.seconds(3), e -> measure()));
        beat.setCycleCount(Timeline.INDEFINITE);
        measure();
        // Only a bar on a screen measures.
        bar.sceneProperty()
                .flatMap(s -> s.windowProperty())
                .subscribe(window -> {
                    if (window == null) {
                        beat.stop();
                    } else {
                        beat.play();
                    }
                });
    }

    private void measure() {
        memory.setText(Texts.of("status.memory", MemoryUse.megabytes()));
    }

    /// Shows what is open and whether the files hold it.
    private void show(Optional<Study> open) {
        counts.setText(
                open.map(s -> Texts.of("status.counts", s.pool().size(), s.tests().size()))
                        .orElse(""));
        Optional<Session> session = workspace.session().get();
        if (session.isEmpty()) {
            saved.setText("");
        } else if (session.get().readOnly().isPresent()) {
            say(Texts.of("status.readonly"), Texts.of("status.readonly.what"));
        } else if (session.get().dirty()) {
            say(Texts.of("status.journal"), Texts.of("status.journal.what"));
        } else {
            say(Texts.of("status.saved"), Texts.of("status.saved.what"));
        }
    }

    private void say(String words, String meaning) {
        saved.setText(words);
        Hint.set(saved, meaning);
    }

    private void showJobs() {
        List<Job> running = workspace.jobs().running();
        jobs.getChildren().setAll(running.stream().limit(MOST_JOBS).map(JobLine::new).toList());
        if (running.size() > MOST_JOBS) {
            more.setText(Texts.of("status.more", running.size() - MOST_JOBS));
            jobs.getChildren().add(more);
        }
        jobs.setManaged(!running.isEmpty());
        jobs.setVisible(!running.isEmpty());
    }

    Parent view() {
        return bar;
    }
}
