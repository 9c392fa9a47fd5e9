package exemplar.ui.compare;

import exemplar.ui.control.Headers;
import exemplar.ui.control.Icons;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Says which models of the comparison are not on this machine, each with what can be done: ask
/// another in its place, or leave it out.
final class AbsentBar extends VBox {
    private final CompareViewModel model;

    AbsentBar(CompareViewModel model) {
        this.model = model;
        setId("compare-absent");
        show(new AbsentModels.Found(java.util.List.of(), java.util.List.of()));
    }

    void show(AbsentModels.Found found) {
        getChildren().setAll(found.absent().stream().map(name -> line(name, found)).toList());
        Presence.set(this, !found.absent().isEmpty());
    }

    private HBox line(String name, AbsentModels.Found found) {
        Label words = new Label(Texts.of("compare.absent", name));
        words.setWrapText(true);
        words.setMinWidth(0);
        MenuButton other = new MenuButton(Texts.of("compare.absent.other"));
        other.getStyleClass().add("secondary");
        other.setMinWidth(USE_PREF_SIZE);
        other.setMnemonicParsing(false);
        for (String there : found.there()) {
            MenuItem item = new MenuItem(there);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> model.replace(name, there));
            other.getItems().add(item);
        }
        Button without = new Button(Texts.of("compare.absent.without"));
        without.getStyleClass().add("quiet");
        without.setMinWidth(USE_PREF_SIZE);
        without.setOnAction(e -> model.leaveOut(name));
        HBox line =
                new HBox(
                        Icons.of(Feather.ALERT_CIRCLE, 14),
                        words,
                        Headers.spring(),
                        other,
                        without);
        line.getStyleClass().addAll("banner", "proposal");
        return line;
    }
}
