package exemplar.ui.settings;

import exemplar.backend.cost.Price;
import exemplar.backend.gateway.KeySource;
import exemplar.backend.gateway.ModelCard;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.Registration;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.InlineError;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Watching;
import exemplar.ui.shell.Workspace;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One model: whether it can be asked, what the last test found, where it is, its parameters, what
/// its server allows, what it costs. Each field takes effect by itself.
final class ModelDetail {
    private final SettingsViewModel model;
    private final KeyEntry keyEntry;
    private final KeyForm keyForm;
    private final CommitField name =
            new CommitField(Texts.of("settings.add.name"), "settings-name", this::rename);
    private final FlagChip usual = new FlagChip(Texts.of("settings.default"), FlagChip.Tone.GOOD);
    private final FlagChip ready = new FlagChip(Texts.of("settings.ready"), FlagChip.Tone.GOOD);
    private final FlagChip failed =
            new FlagChip(Texts.of("settings.trial.failed"), FlagChip.Tone.LOOK);
    private final FlagChip away = new FlagChip(Texts.of("settings.away"), FlagChip.Tone.LOOK);
    private final Label title = new Label();
    private final Label where = Form.caption("");
    private final Label named = hint("settings.named");
    private final InlineError why = new InlineError();
    private final HBox ways = new HBox(8);
    private final Button makeDefault =
            Form.button("settings.default.make", "secondary", () -> toggleDefault());
    private final Button remove = Form.button("settings.remove", "quiet", this::remove);
    private final TrialView trial;
    private final CommitField url =
            new CommitField(Texts.of("settings.add.url"), "settings-url", this::move);
    private final CommitField id =
            new CommitField(Texts.of("settings.add.model"), "settings-model", this::other);
    private final Label kind = Form.wrapped("");
    private final Label path = Form.wrapped("");
    private final Label keyWords = Form.wrapped("");
    private final Button keyChange = Form.button("settings.key.change", "link", this::changeKey);
    private final Button keyUse = Form.button("settings.key.use", "secondary", this::useKey);
    private final Button keyLeave = Form.button("settings.key.leave", "quiet", this::leaveKey);
    private final InlineError keyProblem = new InlineError();
    private final VBox keyBox;
    private final Map<Parameter, CommitField> parameters = new EnumMap<>(Parameter.class);
    private final GridPane naming = Form.grid();
    private final GridPane at = Form.grid();
    private final GridPane file = Form.grid();
    private final GridPane memories = Form.grid();
    private final VBox place;
    private final VBox settings;
    private final VBox limits;
    private final Label price = Form.wrapped("");
    private final Label memory = Form.wrapped("");
    private final VBox view;
    private Optional<Shelf.Held> shown = Optional.empty();

    ModelDetail(SettingsViewModel model, KeyEntry keyEntry, Workspace workspace) {
        this.model = model;
        this.keyEntry = keyEntry;
        keyForm = new KeyForm(keyEntry, this::useKey, this::lostKey);
        trial = new TrialView(model, workspace);
        title.getStyleClass().add("settings-title");
        title.setMinWidth(0);
        why.setId("settings-why");
        ready.setId("settings-ready");
        failed.setId("settings-failed");
        HBox head = new HBox(8, title, usual, ready, failed, away);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(8, makeDefault, remove);
        buttons.setAlignment(Pos.CENTER_LEFT);
        HBox keyLine = new HBox(8, keyWords, keyChange);
        keyLine.setAlignment(Pos.CENTER_LEFT);
        HBox keyButtons = new HBox(8, keyUse, keyLeave);
        keyBox = new VBox(8, keyForm, keyProblem, keyButtons);
        Form.row(naming, 0, "settings.add.name", new VBox(4, name, hint("settings.name.hint")));
        Form.row(at, 0, "settings.kind", kind);
        Form.row(at, 1, "settings.add.url", url);
        Form.row(at, 2, "settings.add.model", id);
        Form.row(at, 3, "settings.add.key", new VBox(8, keyLine, keyBox));
        Form.row(file, 0, "settings.add.file", path);
        place = section("settings.place", "", Form.body(naming, at, file));
        settings =
                section(
                        "settings.parameters",
                        Texts.of("settings.parameters.caption"),
                        Form.body(fields(true)));
        limits =
                section(
                        "settings.limits",
                        Texts.of("settings.limits.caption"),
                        Form.body(fields(false)));
        GridPane costs = Form.grid();
        Form.row(costs, 0, "settings.price", price);
        Form.row(memories, 0, "settings.memory", memory);
        VBox cost = section("settings.costs", "", Form.body(costs, memories));
        VBox top = Form.body(head, where, named, why, ways, buttons);
        top.setId("settings-head");
        VBox all = new VBox(top, trial.view(), place, settings, limits, cost);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setId("settings-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        view = new VBox(scroll);
        view.setId("settings-model-detail");
        view.getStyleClass().add("settings-detail");
    }

    private static VBox section(String title, String caption, Node body) {
        return new VBox(Headers.section(Texts.of(title), caption), body);
    }

    private static Label hint(String key) {
        return Form.caption(Texts.of(key));
    }

    /// Short fields stand side by side as far as there is room.
    private FlowPane fields(boolean ofAnswers) {
        FlowPane flow = new FlowPane(12, 10);
        for (Parameter parameter : Parameter.values()) {
            if (parameter.ofAnswers() == ofAnswers) {
                String words = Texts.of(parameter.key());
                CommitField field =
                        new CommitField(
                                words,
                                parameter.key().replace('.', '-'),
                                typed -> set(parameter, typed));
                field.field().setPromptText(Texts.of(open(parameter)));
                Label caption = Form.caption(words);
                caption.setLabelFor(field.field());
                VBox box = new VBox(3, caption, field);
                box.getStyleClass()
                        .add(parameter == Parameter.STOP ? "settings-wide" : "settings-short");
                parameters.put(parameter, field);
                flow.getChildren().add(box);
            }
        }
        return flow;
    }

    private static String open(Parameter parameter) {
        return parameter == Parameter.STOP
                ? "settings.parameter.stop.hint"
                : parameter.ofAnswers() ? "settings.parameter.open" : "settings.limit.open";
    }

    Region view() {
        return view;
    }

    void watch(Watching watching) {
        keyForm.watch(watching);
        trial.watch(watching);
        watching.value(keyEntry.kind(), k -> keyProblem.show(""));
        watching.value(keyEntry.variable(), v -> keyProblem.show(""));
        watching.value(model.trials(), t -> state());
        watching.value(model.facts(), f -> facts());
    }

    /// A model whose last test failed is not called ready, though it may be asked.
    private void state() {
        boolean available = shown.filter(held -> held.card().available()).isPresent();
        boolean fault = shown.filter(held -> model.failed(held.name())).isPresent();
        Presence.set(ready, available && !fault);
        Presence.set(failed, available && fault);
        Presence.set(away, !available);
    }

    /// Puts the focus into the name.
    void focusName() {
        name.field().requestFocus();
        name.field().selectAll();
    }

    void show(Shelf.Held held) {
        boolean other = shown.filter(s -> s.name().equals(held.name())).isEmpty();
        shown = Optional.of(held);
        ModelCard card = held.card();
        title.setText(held.name());
        Presence.set(usual, held.usual());
        state();
        where.setText(
                Texts.of(
                        "settings.where.sentence",
                        ModelCell.where(held),
                        AbilityWords.scores(card.abilities())));
        Presence.set(named, model.named(held.name()));
        why.show(card.unavailable().orElse(""));
        makeDefault.setText(
                Texts.of(held.usual() ? "settings.default.end" : "settings.default.make"));
        Presence.set(remove, held.registration().isPresent());
        trial.show(held);
        fields(held, other);
        facts();
        if (other) {
            Presence.set(keyBox, false);
        }
    }

    private void fields(Shelf.Held held, boolean other) {
        Optional<Registration> editable = held.editable();
        Optional<Registration.Server> server = held.server();
        put(name, held.name(), other);
        Presence.set(naming, held.registration().isPresent());
        Presence.set(settings, editable.isPresent());
        Presence.set(limits, server.isPresent());
        editable.ifPresent(r -> parameters.forEach((p, f) -> put(f, p.read(r), other)));
        boolean onServer = server.isPresent();
        server.ifPresent(s -> {
            kind.setText(Preset.named(s.preset()).map(Preset::title).orElse(s.preset()));
            put(url, s.baseUrl().toString(), other);
            put(id, s.model(), other);
        });
        String shownPath =
                editable.map(Registration::target)
                        .filter(Registration.File.class::isInstance)
                        .map(t -> ((Registration.File) t).path().toString())
                        .orElse("");
        path.setText(shownPath);
        Presence.set(file, !shownPath.isEmpty());
        Presence.set(at, onServer);
        Presence.set(place, onServer || !shownPath.isEmpty());
    }

    private static void put(CommitField field, String text, boolean other) {
        if (other) {
            field.begin(text);
        } else {
            field.show(text);
        }
    }

    private void facts() {
        Optional<Facts> facts =
                model.facts()
                        .get()
                        .filter(f -> shown.map(s -> s.name().equals(f.name())).orElse(false));
        ways.getChildren().clear();
        facts.ifPresent(f -> {
            price.setText(
                    f.price()
                            .map(p ->
                                    p.equals(Price.FREE)
                                            ? Texts.of("settings.price.free")
                                            : Texts.of(
                                                    "settings.price.is",
                                                    p.prompt(),
                                                    p.answer(),
                                                    f.pricesOf().toString()))
                            .orElse(Texts.of("settings.price.unknown", f.pricesOf().toString())));
            memory.setText(f.memory());
            keyWords.setText(keyWords(f));
            if (f.toConfirm()) {
                ways.getChildren()
                        .add(Form.button("settings.host.confirm", "secondary", model::confirmHost));
            }
            if (!f.keyThere() && !f.toConfirm()) {
                ways.getChildren()
                        .add(
                                Form.button(
                                        f.locked() ? "settings.key.unlock" : "settings.key.enter",
                                        "secondary",
                                        this::changeKey));
            }
        });
        Presence.set(memories, !memory.getText().isEmpty());
        Presence.set(ways, !ways.getChildren().isEmpty());
    }

    private String keyWords(Facts facts) {
        return KeyWords.of(
                shown.flatMap(Shelf.Held::server)
                        .map(Registration.Server::key)
                        .orElseGet(KeySource.None::new),
                facts);
    }

    // --- What the person does --------------------------------------------------------------------

    private void rename(String typed) {
        String wanted = typed.strip();
        String own = shown.map(Shelf.Held::name).orElse("");
        model.wrongName(wanted, own)
                .ifPresent(sentence -> {
                    throw new IllegalArgumentException(sentence);
                });
        model.edit(Texts.of("settings.edit.name"), r -> r.withName(wanted));
    }

    private void set(Parameter parameter, String typed) {
        model.edit(Texts.of(parameter.key()), r -> parameter.set(typed, r));
    }

    private void move(String typed) {
        URI uri;
        try {
            uri = URI.create(typed.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Texts.of("settings.wrong.url"), e);
        }
        server(Texts.of("settings.add.url"), s -> at(s, uri, s.model()));
    }

    private void other(String typed) {
        if (typed.isBlank()) {
            throw new IllegalArgumentException(Texts.of("settings.wrong.nomodel"));
        }
        server(Texts.of("settings.add.model"), s -> at(s, s.baseUrl(), typed.strip()));
    }

    /// Throws with a sentence when the address is none.
    private static Registration.Target at(Registration.Server s, URI url, String id) {
        return Preset.named(s.preset())
                .orElseThrow(() -> new IllegalArgumentException(Texts.of("settings.wrong.preset")))
                .register("x", Optional.of(url), id, Optional.of(s.key()))
                .target();
    }

    private interface Move {
        Registration.Target of(Registration.Server server);
    }

    private void server(String what, Move move) {
        model.edit(
                what,
                r -> r.target() instanceof Registration.Server s ? r.withTarget(move.of(s)) : r);
    }

    private void toggleDefault() {
        shown.ifPresent(s -> model.makeDefault(!s.usual()));
    }

    private void remove() {
        model.remove();
    }

    private void changeKey() {
        shown.flatMap(Shelf.Held::server)
                .ifPresent(s -> {
                    keyEntry.begin(
                            s.key(),
                            Optional.ofNullable(s.baseUrl().getAuthority()).orElse(s.preset()));
                    Presence.set(keyBox, true);
                    keyProblem.show("");
                    keyForm.focus();
                });
    }

    private void useKey() {
        switch (keyEntry.source()) {
            case KeyEntry.NotYet(String sentence) -> keyProblem.show(sentence);
            case KeyEntry.Source(KeySource key) -> {
                leaveKey();
                model.edit(Texts.of("settings.add.key"), r -> r.withKey(key));
                model.keysChanged(Optional.of(key));
            }
        }
    }

    private void lostKey() {
        model.keysChanged(shown.flatMap(Shelf.Held::server).map(Registration.Server::key));
    }

    private void leaveKey() {
        keyForm.clear();
        Presence.set(keyBox, false);
    }
}
