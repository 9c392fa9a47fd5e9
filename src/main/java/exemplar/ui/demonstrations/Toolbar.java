package exemplar.ui.demonstrations;

import exemplar.ui.control.Hint;
import exemplar.ui.control.KeyCap;
import exemplar.ui.control.Presence;
import exemplar.ui.demonstrations.rows.Side;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands above the table: what can be done, and which of the two sides is shown.
final class Toolbar extends HBox {
    /// What the buttons do.
    ///
    /// @param columns the menu that says which columns are shown
    record Actions(
            Runnable add,
            Runnable importFiles,
            Runnable find,
            Runnable twins,
            ContextMenu columns,
            Consumer<Side> look,
            Runnable detail) {}

    private final Wording words;
    private final Button add;
    private final Button importing;
    private final Button finding;
    private final Button twins;
    private final Button columns;
    private final Button opening = named(new Button(), "opening", "icon-button");
    private final Label readonly;
    private final ToggleButton pool = named(new ToggleButton(), "pool", "chip");
    private final ToggleButton tests = named(new ToggleButton(), "tests", "chip");
    private final KeyCap findingKey = new KeyCap("Ctrl H");

    Toolbar(Wording words, Actions actions) {
        this.words = words;
        Label title = new Label(words.text("title"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        add = button("add", "secondary", new FontIcon(Feather.PLUS), actions.add());
        importing =
                button(
                        "import",
                        "secondary",
                        new FontIcon(Feather.DOWNLOAD),
                        actions.importFiles());
        finding = button("find", "quiet", findingKey, actions.find());
        twins = named(new Button(words.text("twins")), "twins", "quiet");
        twins.setOnAction(event -> actions.twins().run());
        columns =
                button(
                        "columns",
                        "quiet",
                        new FontIcon(Feather.COLUMNS),
                        () -> showBelow(actions.columns()));
        for (Button squeezed : List.of(importing, finding, columns)) {
            // Its words stay readable where only its picture is shown.
            Hint.set(squeezed, squeezed.getText());
        }
        opening.setGraphic(new FontIcon(Feather.SIDEBAR));
        opening.setAccessibleText(words.text("detail.name"));
        Hint.set(opening, words.text("detail.name"));
        opening.setOnAction(event -> actions.detail().run());
        pool.setOnAction(event -> actions.look().accept(Side.POOL));
        tests.setOnAction(event -> actions.look().accept(Side.TESTS));
        readonly = new Label(words.text("readonly"));
        readonly.getStyleClass().add("readonly");
        Presence.set(readonly, false);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        getStyleClass().add("toolbar");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        getChildren()
                .setAll(
                        title, add, importing, finding, twins, columns, room, readonly, pool, tests,
                        opening);
    }

    /// Shows how many examples each side has, which is shown, and whether anything can be changed.
    void show(Board board) {
        pool.setText(words.text("pool", board.study().pool().size()));
        tests.setText(words.text("tests", board.study().tests().size()));
        pool.setSelected(board.sideProperty().get() == Side.POOL);
        tests.setSelected(board.sideProperty().get() == Side.TESTS);
        boolean fixed = board.workspace().readOnly().isPresent();
        Presence.set(readonly, fixed);
        add.setDisable(fixed);
        importing.setDisable(fixed);
    }

    /// Offers the twins where there are any.
    void showTwins(boolean any) {
        Presence.set(twins, any);
    }

    /// In a narrow window it says less, so that nothing of it is cut.
    ///
    /// @param narrow the detail is a drawer, which a button opens
    /// @param tiny there is room for pictures only
    void squeeze(boolean narrow, boolean tiny) {
        Presence.set(opening, narrow);
        twins.setText(words.text(narrow ? "twins.short" : "twins"));
        columns.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        importing.setContentDisplay(tiny ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        finding.setGraphic(tiny ? new FontIcon(Feather.SEARCH) : findingKey);
        finding.setContentDisplay(
                tiny
                        ? ContentDisplay.GRAPHIC_ONLY
                        : narrow ? ContentDisplay.TEXT_ONLY : ContentDisplay.RIGHT);
    }

    private void showBelow(ContextMenu menu) {
        menu.show(columns, javafx.geometry.Side.BOTTOM, 0, 2);
    }

    private Button button(String key, String style, Node graphic, Runnable action) {
        Button button = named(new Button(words.text(key), graphic), key, style);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static <T extends Labeled> T named(T control, String id, String style) {
        control.setId(id);
        control.getStyleClass().add(style);
        control.setMinWidth(USE_PREF_SIZE);
        return control;
    }
}
