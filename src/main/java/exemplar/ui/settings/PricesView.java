package exemplar.ui.settings;

import exemplar.backend.cost.PriceTable;
import exemplar.ui.control.Headers;
import exemplar.ui.control.InlineError;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Watching;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The price table: of when it is, where it is edited, and its rows.
final class PricesView {
    private static final int ROWS = 12;

    private final Label words = Form.wrapped("");
    private final Label file = Form.caption("");
    private final InlineError fault = new InlineError();
    private final Button edit;
    private final TableView<PriceTable.Line> lines =
            Tables.of("settings-prices", "settings.prices");
    private final MachineViewModel model;
    private final VBox view;

    PricesView(MachineViewModel model) {
        this.model = model;
        edit = Form.button("settings.prices.edit", "secondary", model::makePricesEditable);
        lines.getColumns()
                .add(Tables.column("settings.prices.host", 220, false, PriceTable.Line::host));
        lines.getColumns()
                .add(Tables.column("settings.prices.model", 200, false, PriceTable.Line::model));
        lines.getColumns()
                .add(
                        Tables.column(
                                "settings.prices.prompt",
                                80,
                                true,
                                l -> Texts.of("settings.usd", l.price().prompt())));
        lines.getColumns()
                .add(
                        Tables.column(
                                "settings.prices.answer",
                                80,
                                true,
                                l -> Texts.of("settings.usd", l.price().answer())));
        VBox.setVgrow(lines, Priority.ALWAYS);
        view =
                new VBox(
                        Headers.section(
                                Texts.of("settings.prices"),
                                Texts.of("settings.prices.caption"),
                                Headers.spring(),
                                edit),
                        Form.body(words, file, fault, lines));
    }

    VBox view() {
        return view;
    }

    void watch(Watching watching) {
        watching.value(model.prices(), p -> p.ifPresent(this::show));
    }

    private void show(MachineViewModel.Prices prices) {
        words.setText(
                prices.table()
                        .map(t ->
                                Texts.of(
                                        prices.edited()
                                                ? "settings.prices.own"
                                                : "settings.prices.bundled",
                                        t.asOf().toString(),
                                        t.lines().size()))
                        .orElse(""));
        file.setText(prices.edited() ? prices.own().toString() : "");
        Presence.set(words, prices.table().isPresent());
        Presence.set(file, prices.edited());
        Presence.set(edit, !prices.edited());
        fault.show(prices.fault());
        lines.getItems().setAll(prices.table().map(PriceTable::lines).orElse(java.util.List.of()));
        Tables.fit(lines, ROWS);
    }
}
