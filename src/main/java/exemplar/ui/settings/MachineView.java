package exemplar.ui.settings;

import exemplar.backend.Secret;
import exemplar.backend.secret.MachineStore;
import exemplar.ui.control.Headers;
import exemplar.ui.control.InlineError;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Watching;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the machine keeps beside its models: keys, engine libraries, cached answers, prices. Two
/// columns where there is room, one otherwise.
final class MachineView {
    /// Width below which all stands in one column.
    private static final double NARROW = 1000;

    private final MachineViewModel model;
    private final KeyEntry keys;
    private final Runnable unlocked;
    private final Label keyState = Form.wrapped("");
    private final PasswordField passphrase = new PasswordField();
    private final Button unlock = Form.button("settings.key.unlock", "secondary", this::unlock);
    private final HBox unlocking = new HBox(6, passphrase, unlock);
    private final Deliberate forgotten;
    private final InlineError keyProblem = new InlineError();
    private final CacheView cache;
    private final PricesView prices;
    private final EnginesView engines;
    private final VBox left;
    private final VBox right;
    private final HBox columns = new HBox();
    private final VBox column = new VBox();
    private final ScrollPane view = new ScrollPane();

    /// @param unlocked called when the file of keys was opened
    MachineView(MachineViewModel model, KeyEntry keys, Runnable unlocked) {
        this.model = model;
        this.keys = keys;
        this.unlocked = unlocked;
        forgotten = KeyForm.forgotten(keys, unlocked);
        cache = new CacheView(model);
        prices = new PricesView(model);
        engines = new EnginesView(model);
        passphrase.setId("settings-unlock-passphrase");
        passphrase.setPromptText(Texts.of("settings.key.passphrase"));
        passphrase.setAccessibleText(Texts.of("settings.key.passphrase"));
        passphrase.setOnAction(e -> unlock());
        HBox.setHgrow(passphrase, Priority.ALWAYS);
        unlocking.setAlignment(Pos.CENTER_LEFT);
        keyState.setId("settings-key-store");
        VBox keyStore =
                new VBox(
                        Headers.section(Texts.of("settings.keys"), ""),
                        Form.body(keyState, unlocking, keyProblem, forgotten));
        left = new VBox(cache.view(), keyStore);
        right = new VBox(engines.view(), prices.view());
        right.getStyleClass().add("settings-right");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPrefWidth(10);
        right.setPrefWidth(10);
        left.setMinWidth(0);
        right.setMinWidth(0);
        view.setFitToWidth(true);
        view.setFitToHeight(true);
        view.setId("settings-machine");
        view.widthProperty().subscribe(w -> arrange(w.doubleValue() < NARROW));
        arrange(false);
    }

    private void arrange(boolean narrow) {
        Region wanted = narrow ? column : columns;
        if (view.getContent() == wanted) {
            return;
        }
        columns.getChildren().clear();
        column.getChildren().clear();
        if (narrow) {
            column.getChildren().addAll(left, right);
        } else {
            columns.getChildren().addAll(left, right);
        }
        view.setContent(wanted);
    }

    Region view() {
        return view;
    }

    void watch(Watching watching) {
        cache.watch(watching);
        prices.watch(watching);
        engines.watch(watching);
        // Before the first look there is nothing to show, not an empty table.
        watching.value(model.cache(), c -> left.setVisible(c.isPresent()));
        watching.value(model.cache(), c -> right.setVisible(c.isPresent()));
        watching.value(keys.store(), s -> keys());
        watching.value(keys.busy(), unlock::setDisable);
        watching.value(keys.problem(), keyProblem::show);
    }

    private void keys() {
        MachineStore.State state = keys.store().get().orElse(null);
        Presence.set(unlocking, keys.locked());
        forgotten.offer(keys.locked());
        keyState.setText(
                switch (state) {
                    case null -> Texts.of("settings.key.looking");
                    case MachineStore.Open(String where) -> Texts.of("settings.keys.in", where);
                    case MachineStore.Locked(var file, boolean begun) ->
                            Texts.of(
                                    begun ? "settings.keys.locked" : "settings.keys.none",
                                    file.toString());
                });
    }

    private void unlock() {
        Secret typed = Secret.of(passphrase.getText());
        passphrase.clear();
        keys.unlock(typed, unlocked);
    }
}
