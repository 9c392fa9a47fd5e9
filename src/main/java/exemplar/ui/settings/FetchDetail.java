package exemplar.ui.settings;

import exemplar.backend.catalogue.Entry;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.fx.Watching;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A model that can be fetched: what it is, how large, under which licence, and the fetch itself.
final class FetchDetail {
    private final SettingsViewModel model;
    private final Label title = new Label();
    private final Label size = Form.wrapped("");
    private final Label from = Form.wrapped("");
    private final Label licence = Form.wrapped("");
    private final Label checksum = Form.wrapped("");
    private final CheckBox accept = new CheckBox(Texts.of("settings.fetch.accept"));
    private final Button fetch = Form.button("settings.fetch", "primary", this::fetch);
    private final Label begun = Form.caption("");
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = Form.caption("");
    private final Button stop = Form.button("settings.stop", "quiet", this::stop);
    private final HBox running = new HBox(8, bar, stop);
    private final VBox view;
    private Optional<Shelf.Fetchable> shown = Optional.empty();
    private Subscription following = () -> {};

    FetchDetail(SettingsViewModel model) {
        this.model = model;
        title.getStyleClass().add("settings-title");
        accept.setId("settings-fetch-accept");
        accept.setWrapText(true);
        accept.setOnAction(e -> buttons());
        running.setAlignment(Pos.CENTER_LEFT);
        bar.setPrefWidth(220);
        bar.setAccessibleText(Texts.of("settings.fetch"));
        GridPane grid = Form.grid();
        Form.row(grid, 0, "settings.fetch.size", size);
        Form.row(grid, 1, "settings.fetch.from", from);
        Form.row(grid, 2, "settings.fetch.licence", licence);
        Form.row(grid, 3, "settings.fetch.checksum", checksum);
        view =
                new VBox(
                        Headers.section(Texts.of("settings.fetch.title"), ""),
                        Form.body(title, grid, accept, begun, fetch, running, progress));
        view.setId("settings-fetch-detail");
        view.getStyleClass().add("settings-detail");
    }

    Region view() {
        return view;
    }

    void watch(Watching watching) {
        watching.value(model.fetches(), f -> follow());
        watching.until(() -> following.unsubscribe());
    }

    void show(Shelf.Fetchable row) {
        boolean other = shown.filter(s -> s.name().equals(row.name())).isEmpty();
        shown = Optional.of(row);
        Entry entry = row.entry();
        if (other) {
            accept.setSelected(false);
        }
        title.setText(entry.title());
        size.setText(
                entry.bytes() > 0
                        ? Texts.of("settings.mb", entry.bytes() / 1e6)
                        : Texts.of("settings.fetch.size.unknown"));
        from.setText(entry.url().getHost());
        licence.setText(entry.licence() + '\n' + entry.terms());
        checksum.setText(
                entry.sha256()
                        .map(s -> "SHA-256 " + s)
                        .orElse(Texts.of("settings.fetch.checksum.hub")));
        begun.setText(row.begun() > 0 ? Texts.of("settings.fetch.begun", row.begun() / 1e6) : "");
        fetch.setText(Texts.of(row.begun() > 0 ? "settings.fetch.resume" : "settings.fetch"));
        follow();
    }

    private void buttons() {
        boolean busy = job().isPresent();
        boolean ask = shown.map(Shelf.Fetchable::ask).orElse(false);
        Presence.set(accept, ask && !busy);
        Presence.set(begun, !begun.getText().isEmpty() && !busy);
        Presence.set(fetch, !busy);
        Presence.set(running, busy);
        Presence.set(progress, busy);
        fetch.setDisable(ask && !accept.isSelected());
    }

    private Optional<Job> job() {
        return shown.flatMap(s -> Optional.ofNullable(model.fetches().get().get(s.name())));
    }

    private void follow() {
        following.unsubscribe();
        following = () -> {};
        buttons();
        job().ifPresent(job -> following = job.version().subscribe(v -> show(job)));
    }

    private void show(Job job) {
        bar.setProgress(job.share().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        Job.Progress p = job.progress().get();
        progress.setText(
                p.total() > 0
                        ? Texts.of(
                                "settings.fetch.at",
                                p.done(),
                                p.total(),
                                job.rate(),
                                job.left().map(d -> d.toSeconds()).orElse(0L))
                        : p.message());
    }

    private void fetch() {
        model.fetch();
    }

    private void stop() {
        job().ifPresent(Job::cancel);
    }
}
