package exemplar.ui.settings;

import exemplar.backend.llama.EngineLibraries;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.fx.Watching;
import java.io.File;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.Subscription;

/// The engine libraries: which there are, which is used, another one from a folder or fetched, and
/// the way back.
final class EnginesView {
    private final MachineViewModel model;
    private final VBox cards = new VBox(6);
    private final MenuButton install = new MenuButton(Texts.of("settings.engine.install"));
    private final ProgressBar bar = new ProgressBar();
    private final Label step = Form.caption("");
    private final Button stop = Form.button("settings.stop", "quiet", this::stop);
    private final HBox running = new HBox(8, bar, step, stop);
    private final Label said = Form.wrapped("");
    private final VBox view;
    private Subscription following = () -> {};

    EnginesView(MachineViewModel model) {
        this.model = model;
        install.getStyleClass().add("secondary");
        install.setId("settings-engine-install");
        item("settings.engine.fetch", () -> model.fetchEngine(Optional.empty()));
        item("settings.engine.fetch.cuda", () -> model.fetchEngine(Optional.of("cuda")));
        item("settings.engine.fetch.vulkan", () -> model.fetchEngine(Optional.of("vulkan")));
        item("settings.engine.folder", this::folder);
        running.setAlignment(Pos.CENTER_LEFT);
        bar.setPrefWidth(120);
        said.setId("settings-engine-said");
        bar.setAccessibleText(Texts.of("settings.engine.install"));
        view =
                new VBox(
                        Headers.section(
                                Texts.of("settings.engine"),
                                Texts.of("settings.engine.caption"),
                                Headers.spring(),
                                install),
                        Form.body(cards, running, said));
    }

    private void item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        install.getItems().add(item);
    }

    VBox view() {
        return view;
    }

    void watch(Watching watching) {
        watching.value(model.engines(), e -> show());
        watching.value(model.installing(), this::follow);
        watching.value(
                model.said(),
                s -> {
                    said.setText(s);
                    Presence.set(said, !s.isEmpty());
                });
        watching.until(() -> following.unsubscribe());
    }

    private void show() {
        boolean busy = model.installing().get().isPresent();
        install.setDisable(busy);
        cards.getChildren().clear();
        for (EngineLibraries.Card card : model.engines().get()) {
            Label name = new Label(card.name());
            name.getStyleClass().add("strong");
            Label version =
                    Form.caption(
                            card.version().isEmpty()
                                    ? Texts.of("settings.engine.untried")
                                    : "llama.cpp " + card.version());
            HBox line = new HBox(8, name, version, Headers.spring());
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("settings-line");
            if (!card.fault().isEmpty()) {
                line.getChildren()
                        .add(new FlagChip(Texts.of("settings.engine.broken"), FlagChip.Tone.BAD));
            }
            if (card.used()) {
                line.getChildren()
                        .add(new FlagChip(Texts.of("settings.engine.inuse"), FlagChip.Tone.GOOD));
            } else {
                Button use =
                        Form.button(
                                "settings.engine.use", "secondary", () -> model.use(card.name()));
                use.setId("settings-engine-use-" + card.name());
                use.setAccessibleText(use.getText() + " " + card.name());
                use.setDisable(busy);
                line.getChildren().add(use);
            }
            cards.getChildren().add(line);
            if (!card.fault().isEmpty()) {
                Label fault =
                        Form.wrapped(Texts.of("settings.engine.fallen", card.name(), card.fault()));
                fault.setId("settings-engine-fallen");
                cards.getChildren().add(fault);
            }
        }
    }

    private void follow(Optional<Job> job) {
        following.unsubscribe();
        following = () -> {};
        show();
        Presence.set(running, job.isPresent());
        job.ifPresent(j ->
                following = j.version().subscribe(v -> step.setText(j.progress().get().message())));
    }

    private void stop() {
        model.installing().get().ifPresent(Job::cancel);
    }

    private void folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("settings.engine.folder"));
        Optional.ofNullable(chooser.showDialog(view.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(model::install);
    }
}
