package exemplar.ui.shell;

import exemplar.ui.control.Hint;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import java.time.Duration;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A job in the status bar: what, how far, how fast, how long, cancel.
final class JobLine extends HBox {
    private final Job job;
    private final ProgressBar progress = new ProgressBar();
    private final Label words = new Label();

    JobLine(Job job) {
        super(8);
        this.job = job;
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(job.title());
        title.getStyleClass().add("job-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        words.setMinWidth(0);
        progress.setAccessibleText(job.title());
        Button cancel = new Button(Texts.of("status.cancel"));
        cancel.getStyleClass().add("link");
        // However long the words are, the way out of it stays.
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setAccessibleText(Texts.of("status.cancel.named", job.title()));
        cancel.setOnAction(e -> job.cancel());
        getChildren().addAll(title, progress, words, cancel);
        job.version().subscribe(v -> refresh());
        // Slow work reports seldom; what is left of the time is told anew all the same.
        Timeline beat = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), e -> refresh()));
        beat.setCycleCount(Timeline.INDEFINITE);
        sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        beat.stop();
                    } else {
                        beat.play();
                    }
                });
    }

    private void refresh() {
        progress.setProgress(job.share().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        String now = words(job);
        words.setText(now);
        Hint.set(words, now);
    }

    static String words(Job job) {
        Job.Progress p = job.progress().get();
        StringBuilder words = new StringBuilder();
        if (p.total() > 0) {
            words.append(
                    switch (p.unit()) {
                        case THINGS -> Texts.of("status.of", p.done(), p.total());
                        case MEGABYTES -> Texts.of("status.of.mb", p.done(), p.total());
                        case SHARES -> Texts.of("status.share", 100 * p.done() / p.total());
                    });
            if (p.done() > 0 && p.unit() != Job.Unit.SHARES) {
                words.append(" · ")
                        .append(
                                Texts.of(
                                        p.unit() == Job.Unit.MEGABYTES
                                                ? "status.rate.mb"
                                                : "status.rate",
                                        job.rate()));
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
}
