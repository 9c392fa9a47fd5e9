package exemplar.ui.settings;

import exemplar.backend.Abilities;
import exemplar.backend.Fault;
import exemplar.backend.gateway.Probe;
import exemplar.backend.gateway.Registration;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.InlineError;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.fx.Watching;
import exemplar.ui.shell.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The latest test of a model: how long it took, what the model can do, what it said, or why it
/// said nothing and what to do about it.
final class TrialView {
    private final SettingsViewModel model;
    private final Workspace workspace;
    private final Label when = Form.caption("");
    private final Button test = Form.button("settings.test.short", "secondary", this::test);
    private final HBox head =
            Headers.section(Texts.of("settings.trial"), "", when, Headers.spring(), test);
    private final ProgressBar bar = new ProgressBar();
    private final Label asking = new Label(Texts.of("settings.trial.asking"));
    private final HBox running = new HBox(8, bar, asking);
    private final InlineError fault = new InlineError();
    private final Label sentence = Form.wrapped("");
    private final FlowPane can = new FlowPane(6, 6);
    private final Label sample = Form.wrapped("");
    private final VBox view = new VBox();
    private Optional<Shelf.Held> shown = Optional.empty();

    TrialView(SettingsViewModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
        bar.setPrefWidth(120);
        bar.setAccessibleText(Texts.of("settings.trial.asking"));
        running.setAlignment(Pos.CENTER_LEFT);
        sample.getStyleClass().addAll("mono", "settings-sample");
        sample.setId("settings-sample");
        fault.setId("settings-fault");
        sentence.setId("settings-trial-sentence");
        test.setId("settings-test");
        can.setId("settings-abilities");
        view.getChildren().addAll(head, Form.body(running, fault, sentence, sample, can));
    }

    VBox view() {
        return view;
    }

    void watch(Watching watching) {
        watching.value(model.trials(), t -> show());
    }

    void show(Shelf.Held held) {
        shown = Optional.of(held);
        show();
    }

    private Optional<Trial> trial() {
        return shown.flatMap(s -> Optional.ofNullable(model.trials().get().get(s.name())));
    }

    private void show() {
        Optional<Trial> trial = trial();
        boolean asking = trial.filter(Trial.Running.class::isInstance).isPresent();
        Presence.set(running, asking);
        test.setText(Texts.of(asking ? "settings.stop" : "settings.test.short"));
        test.setDisable(!asking && !shown.map(s -> s.card().available()).orElse(false));
        fault.show("");
        sample.setText("");
        Optional<Probe> probe =
                trial.filter(Trial.Done.class::isInstance).map(t -> ((Trial.Done) t).probe());
        Optional<Instant> at =
                trial.filter(Trial.Done.class::isInstance)
                        .map(t -> ((Trial.Done) t).at())
                        .or(() ->
                                shown.flatMap(Shelf.Held::registration)
                                        .flatMap(Registration::probed));
        when.setText(at.map(this::time).orElse(""));
        sentence.setText(
                trial.filter(Trial.Stopped.class::isInstance).isPresent()
                        ? Texts.of("settings.trial.stopped")
                        : asking ? "" : untested());
        probe.ifPresent(this::show);
        Presence.set(sentence, !sentence.getText().isEmpty());
        Presence.set(sample, !sample.getText().isEmpty());
        can.getChildren().clear();
        shown.ifPresent(s -> chips(s.card().abilities()));
    }

    private String untested() {
        boolean known =
                shown.flatMap(Shelf.Held::registration)
                        .flatMap(Registration::abilities)
                        .isPresent();
        return Texts.of(known ? "settings.trial.before" : "settings.trial.never");
    }

    private void show(Probe probe) {
        Optional<Fault> went = probe.fault();
        fault.show(went.map(Fault::message).orElse(""));
        sentence.setText(
                went.isPresent()
                        ? ""
                        : Texts.of("settings.trial.answered", probe.latency().toMillis()));
        sample.setText(probe.sample().strip());
    }

    private void chips(Abilities abilities) {
        AbilityWords.of(abilities)
                .forEach(w -> can.getChildren().add(new FlagChip(w, FlagChip.Tone.PLAIN)));
    }

    private String time(Instant at) {
        ZoneId zone = workspace.clock().getZone();
        boolean today =
                at.atZone(zone)
                        .toLocalDate()
                        .equals(workspace.clock().instant().atZone(zone).toLocalDate());
        return Texts.of(today ? "settings.trial.today" : "settings.trial.on", Date.from(at));
    }

    private void test() {
        if (trial().orElse(null) instanceof Trial.Running(Job job)) {
            job.cancel();
        } else {
            model.test();
        }
    }
}
