package exemplar.ui.settings;

import exemplar.backend.cache.Contents;
import exemplar.ui.control.Headers;
import exemplar.ui.control.InlineError;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Watching;
import java.util.Date;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The cache of answers: how much is in it and by which model, and a way to forget some of it,
/// which first says what will be lost.
final class CacheView {
    private static final int ROWS = 10;
    private static final int USUAL_DAYS = 30;

    private final MachineViewModel model;
    private final Label file = Form.caption("");
    private final Label sum = Form.wrapped("");
    private final InlineError fault = new InlineError();
    private final TableView<Contents.OfModel> models =
            Tables.of("settings-cache-models", "settings.cache");
    private final TextField days = new TextField(Integer.toString(USUAL_DAYS));
    private final Button old = Form.button("settings.cache.old", "secondary", this::old);
    private final Button ofModel = Form.button("settings.cache.model", "secondary", this::ofModel);
    private final Button everything = Form.button("settings.cache.all", "secondary", this::all);
    private final HBox ways = new HBox(8);
    private final Label losing = Form.wrapped("");
    private final Button sure = Form.button("settings.cache.forget", "danger", this::sure);
    private final HBox confirm = new HBox(8);
    private final VBox view;

    CacheView(MachineViewModel model) {
        this.model = model;
        models.getColumns()
                .add(Tables.column("settings.cache.of", 200, false, Contents.OfModel::model));
        models.getColumns()
                .add(
                        Tables.column(
                                "settings.cache.answers",
                                80,
                                true,
                                m -> String.format("%,d", m.answers())));
        models.getColumns()
                .add(
                        Tables.column(
                                "settings.cache.size",
                                80,
                                true,
                                m -> Texts.of("settings.mb", m.bytes() / 1e6)));
        models.getColumns()
                .add(
                        Tables.column(
                                "settings.cache.last",
                                120,
                                false,
                                m -> Texts.of("settings.cache.day", Date.from(m.last()))));
        models.getSelectionModel().selectedItemProperty().subscribe(m -> buttons());
        days.setId("settings-cache-days");
        days.setAccessibleText(Texts.of("settings.cache.days"));
        days.setPrefColumnCount(4);
        days.setOnAction(e -> old());
        ways.setAlignment(Pos.CENTER_LEFT);
        Label unit = new Label(Texts.of("settings.cache.days"));
        unit.getStyleClass().add("caption");
        ways.getChildren().addAll(old, days, unit, Headers.spring(), ofModel, everything);
        sure.getStyleClass().add("secondary");
        sure.setId("settings-cache-sure");
        confirm.setAlignment(Pos.CENTER_LEFT);
        confirm.getStyleClass().add("settings-confirm");
        confirm.getChildren()
                .addAll(
                        losing,
                        Headers.spring(),
                        Form.button("settings.cache.keep", "quiet", model::keepAnswers),
                        sure);
        sum.setId("settings-cache-sum");
        view =
                new VBox(
                        Headers.section(Texts.of("settings.cache"), ""),
                        Form.body(sum, file, fault, models, ways, confirm));
    }

    VBox view() {
        return view;
    }

    void watch(Watching watching) {
        watching.value(model.cache(), c -> c.ifPresent(this::show));
        watching.value(model.pruning(), this::ask);
    }

    private void show(MachineViewModel.Cache cache) {
        Contents contents = cache.contents();
        sum.setText(
                contents.answers() == 0
                        ? Texts.of("settings.cache.empty")
                        : Texts.of(
                                "settings.cache.sum",
                                contents.answers(),
                                contents.byModel().size(),
                                cache.bytes() / 1e6));
        file.setText(cache.file().toString());
        fault.show(cache.fault());
        // Where nothing is kept, nobody is told that everything is.
        Presence.set(sum, contents.answers() > 0 || cache.fault().isEmpty());
        models.getItems().setAll(contents.byModel());
        Tables.fit(models, ROWS);
        Presence.set(models, !contents.byModel().isEmpty());
        Presence.set(ways, contents.answers() > 0);
        buttons();
    }

    private void buttons() {
        ofModel.setDisable(models.getSelectionModel().isEmpty());
    }

    private void ask(Optional<MachineViewModel.Pruning> pruning) {
        Presence.set(confirm, pruning.isPresent());
        pruning.ifPresent(p -> {
            losing.setText(
                    Texts.of(
                            p.model().isPresent()
                                    ? "settings.cache.lose.model"
                                    : p.days() > 0
                                            ? "settings.cache.lose.old"
                                            : "settings.cache.lose.all",
                            p.answers(),
                            p.model().orElse(""),
                            p.days()));
            sure.setText(Texts.of("settings.cache.forget.n", p.answers()));
        });
    }

    private void old() {
        try {
            int n = Integer.parseInt(days.getText().strip());
            if (n > 0) {
                fault.show("");
                model.prepare(Optional.empty(), n);
                return;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        fault.show(Texts.of("settings.wrong.whole", 1));
    }

    private void ofModel() {
        Optional.ofNullable(models.getSelectionModel().getSelectedItem())
                .ifPresent(m -> model.prepare(Optional.of(m.model()), 0));
    }

    private void all() {
        model.prepare(Optional.empty(), 0);
    }

    private void sure() {
        model.prune();
    }
}
