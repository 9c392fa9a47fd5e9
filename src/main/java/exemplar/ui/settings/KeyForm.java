package exemplar.ui.settings;

import exemplar.backend.Secret;
import exemplar.backend.secret.MachineStore;
import exemplar.ui.control.Chip;
import exemplar.ui.control.InlineError;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Watching;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where a key comes from: a variable, this machine's store, or nowhere. A key typed here leaves
/// its field as soon as it is handed over.
final class KeyForm extends VBox {
    private final KeyEntry model;
    private final Map<KeyEntry.Kind, Chip> kinds = new EnumMap<>(KeyEntry.Kind.class);
    private final TextField variable = new TextField();
    private final Label variableState = Form.caption("");
    private final VBox byVariable = new VBox(4, variable, variableState);
    private final Label storeState = Form.caption("");
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final PasswordField key = new PasswordField();
    private final Button keep = Form.button("settings.key.keep", "secondary", this::keep);
    private final Button unlock = Form.button("settings.key.unlock", "secondary", this::keep);
    private final HBox opening = new HBox(6, passphrase, unlock);
    private final HBox line = new HBox(6, key, keep);
    private final Deliberate forgotten;
    private final Deliberate forget;
    private final InlineError problem = new InlineError();
    private final VBox byStore = new VBox(6);
    private final Runnable kept;
    private boolean focusing;

    /// @param kept called when the store took a key
    /// @param gone called when it forgot one
    KeyForm(KeyEntry model, Runnable kept, Runnable gone) {
        super(8);
        this.model = model;
        this.kept = kept;
        forgotten = forgotten(model, gone);
        forget =
                new Deliberate(
                        "settings.key.forget",
                        "settings.key.forget.is",
                        "settings.key.forget.do",
                        () -> model.forget(gone));
        ToggleGroup group = new ToggleGroup();
        FlowPane chips = new FlowPane(6, 6);
        for (KeyEntry.Kind kind : KeyEntry.Kind.values()) {
            Chip chip =
                    new Chip(
                            Texts.of(
                                    "settings.key.kind."
                                            + kind.name().toLowerCase(java.util.Locale.ROOT)));
            chip.setId("settings-key-" + kind.name().toLowerCase(java.util.Locale.ROOT));
            chip.setToggleGroup(group);
            chip.setOnAction(e -> {
                chip.setSelected(true);
                model.kind().set(kind);
            });
            kinds.put(kind, chip);
            chips.getChildren().add(chip);
        }
        variable.setId("settings-key-variable-name");
        variable.setAccessibleText(Texts.of("settings.key.kind.variable"));
        variable.textProperty().bindBidirectional(model.variable());
        secret(passphrase, "settings-passphrase", "settings.key.passphrase");
        secret(again, "settings-passphrase-again", "settings.key.passphrase.again");
        secret(key, "settings-key-typed", "settings.key.typed");
        HBox.setHgrow(key, Priority.ALWAYS);
        HBox.setHgrow(passphrase, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        opening.setAlignment(Pos.CENTER_LEFT);
        byStore.getChildren().addAll(storeState, opening, again, line, forgotten, forget);
        problem.setId("settings-key-problem");
        getChildren().addAll(chips, byVariable, byStore, problem);
    }

    /// The way out for who does not know the passphrase any more.
    static Deliberate forgotten(KeyEntry model, Runnable gone) {
        return new Deliberate(
                "settings.key.forgotten",
                "settings.key.forgotten.is",
                "settings.key.forgotten.do",
                () -> model.startAnew(gone));
    }

    private void secret(PasswordField field, String id, String name) {
        field.setId(id);
        field.setPromptText(Texts.of(name));
        field.setAccessibleText(Texts.of(name));
        field.setOnAction(e -> keep());
    }

    void watch(Watching watching) {
        watching.value(model.kind(), k -> show());
        watching.value(model.variable(), v -> show());
        watching.value(model.store(), s -> show());
        watching.value(model.kept(), k -> show());
        watching.value(model.entry(), e -> show());
        watching.value(model.busy(), b -> show());
        watching.value(model.problem(), problem::show);
    }

    private void show() {
        KeyEntry.Kind kind = model.kind().get();
        kinds.forEach((k, chip) -> chip.setSelected(k == kind));
        Presence.set(byVariable, kind == KeyEntry.Kind.VARIABLE);
        Presence.set(byStore, kind == KeyEntry.Kind.STORED);
        String name = model.variable().get().strip();
        variableState.setText(
                name.isEmpty()
                        ? Texts.of("settings.key.variable.name")
                        : !model.variableNamed()
                                ? Texts.of("settings.key.variable.wrong")
                                : Texts.of(
                                        model.variableSet()
                                                ? "settings.key.variable.set"
                                                : "settings.key.variable.unset",
                                        name));
        keep.setDisable(model.busy().get());
        unlock.setDisable(model.busy().get());
        keep.setText(Texts.of(model.kept().get() ? "settings.key.replace" : "settings.key.keep"));
        Optional<MachineStore.State> store = model.store().get();
        boolean locked = store.filter(MachineStore.Locked.class::isInstance).isPresent();
        // A file that is there is opened first; a key is typed when it is known where it goes.
        Presence.set(opening, locked);
        Presence.set(unlock, model.locked());
        Presence.set(again, locked && !model.locked());
        Presence.set(line, !model.locked());
        forgotten.offer(model.locked());
        forget.offer(!locked && model.kept().get());
        storeState.setText(store.map(this::words).orElse(Texts.of("settings.key.looking")));
        takeFocus();
    }

    /// Puts the focus where something is to be typed, once it is known what that is.
    void focus() {
        focusing = true;
        show();
    }

    private void takeFocus() {
        if (focusing && model.store().get().isPresent()) {
            focusing = false;
            switch (model.kind().get()) {
                case VARIABLE -> variable.requestFocus();
                case STORED -> (opening.isVisible() ? passphrase : key).requestFocus();
                case NONE -> kinds.values().iterator().next().requestFocus();
            }
        }
    }

    private String words(MachineStore.State state) {
        return switch (state) {
            case MachineStore.Open(String where) ->
                    Texts.of(
                            model.kept().get() ? "settings.key.kept" : "settings.key.keeps",
                            where,
                            model.entry().get());
            case MachineStore.Locked(var file, boolean begun) ->
                    Texts.of(
                            begun ? "settings.key.locked" : "settings.key.nochain",
                            String.valueOf(file.getFileName()));
        };
    }

    private void keep() {
        boolean locked = opening.isVisible();
        problem.show("");
        if (again.isVisible() && !again.getText().equals(passphrase.getText())) {
            problem.show(Texts.of("settings.key.passphrase.differs"));
            return;
        }
        Optional<Secret> said =
                locked ? Optional.of(Secret.of(passphrase.getText())) : Optional.empty();
        Secret typed = Secret.of(key.getText());
        boolean unlocking = model.locked();
        clear();
        focusing = unlocking;
        if (unlocking) {
            model.unlock(said.orElseThrow(), kept);
        } else {
            model.keep(typed, said, kept);
        }
    }

    /// Forgets what was typed.
    void clear() {
        key.clear();
        passphrase.clear();
        again.clear();
    }
}
