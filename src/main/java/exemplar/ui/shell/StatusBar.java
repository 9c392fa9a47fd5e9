package exemplar.ui.shell;

import exemplar.study.Study;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// Jobs at the left (what, how far, how fast, how long, cancel), what is open and whether it is
/// safe at the right.
final class StatusBar {
    private final Workspace workspace;
    private final HBox bar = new HBox();
    private final HBox jobs = new HBox(14);
    private final Label counts = new Label();
    private final Label saved = new Label();
    private final Map<Job, HBox> lines = new HashMap<>();

    StatusBar(Workspace workspace) {
        this.workspace = workspace;
        bar.getStyleClass().add("status-bar");
        bar.setId("status-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        jobs.setAlignment(Pos.CENTER_LEFT);
        saved.setId("saved");
        saved.setMinWidth(Label.USE_PREF_SIZE);
        bar.getChildren().addAll(jobs, counts, Headers.spring(), saved);
        workspace
                .jobs()
                .running()
                .addListener(
                        (ListChangeListener<Job>)
                                change -> {
                                    while (change.next()) {
                                        change.getRemoved().forEach(this::remove);
                                        change.getAddedSubList().forEach(this::add);
                                    }
                                });
        workspace.study().subscribe(this::show);
    }

    /// Shows what is open and whether the files hold it.
    void show(Optional<Study> open) {
        counts.setText(
                open.map(s -> Texts.of("status.counts", s.pool().size(), s.tests().size()))
                        .orElse(""));
        saved.setText(
                workspace
                        .session()
                        .get()
                        .map(s ->
                                s.readOnly().isPresent()
                                        ? Texts.of("status.readonly")
                                        : s.dirty()
                                                ? Texts.of("status.journal")
                                                : Texts.of("status.saved"))
                        .orElse(""));
    }

    private void add(Job job) {
        ProgressBar progress = new ProgressBar();
        Label words = new Label();
        Button cancel = new Button(Texts.of("status.cancel"));
        cancel.getStyleClass().add("link");
        cancel.setOnAction(e -> job.cancel());
        HBox line = new HBox(8, new Label(job.title()), progress, words, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        lines.put(job, line);
        jobs.getChildren().add(line);
        job.version()
                .subscribe(() -> {
                    progress.setProgress(job.share().orElse(ProgressBar.INDETERMINATE_PROGRESS));
                    words.setText(words(job));
                });
    }

    private static String words(Job job) {
        Job.Progress p = job.progress().get();
        StringBuilder words = new StringBuilder();
        if (p.total() > 0) {
            words.append(Texts.of("status.of", p.done(), p.total()));
            if (p.done() > 0) {
                words.append(" · ").append(Texts.of("status.rate", job.rate()));
            }
            job.left().ifPresent(left -> words.append(" · ").append(duration(left)));
        }
        if (!p.message().isEmpty()) {
            words.append(words.isEmpty() ? "" : " · ").append(p.message());
        }
        return words.toString();
    }

    private static String duration(Duration left) {
        return left.toMinutes() > 0
                ? Texts.of("status.left.min", left.toMinutes())
                : Texts.of("status.left.s", left.toSeconds());
    }

    private void remove(Job job) {
        HBox line = lines.remove(job);
        if (line != null) {
            jobs.getChildren().remove(line);
        }
    }

    Parent view() {
        return bar;
    }
}
