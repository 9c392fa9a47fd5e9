package exemplar.ui.demonstrations;

import exemplar.ui.control.KeyCap;
import exemplar.ui.control.MasterDetail;
import exemplar.ui.demonstrations.rows.Side;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pane: toolbar, filter, table and detail. The detail stands beside the table, or as a drawer
/// over it in a narrow window.
public final class DemonstrationsView {
    /// The usual share of the table, and the width of the detail where it is a drawer.
    private static final double SHARE = 0.72;

    private static final double DRAWER = 440;

    /// Below this width of the pane the toolbar shows pictures in place of words. For text of its
    /// normal size.
    private static final double TINY = 860;

    private static final int MOST_TOLD = 1_000;

    private final Board board;
    private final RowActions actions;
    private final DetailViewModel detailModel;
    private final FindViewModel findModel;
    private final TwinsViewModel twinsModel;
    private final RowClipboard clipboard;

    @FXML private StackPane root = new StackPane();
    @FXML private Button add = new Button();
    @FXML private Button importing = new Button();
    @FXML private Button finding = new Button();
    @FXML private Button twins = new Button();
    @FXML private Button columns = new Button();
    @FXML private Label readonly = new Label();
    @FXML private ToggleButton pool = new ToggleButton();
    @FXML private ToggleButton tests = new ToggleButton();
    @FXML private Button opening = new Button();
    @FXML private HBox filterBar = new HBox();
    @FXML private StackPane finder = new StackPane();
    @FXML private BorderPane frame = new BorderPane();

    private final KeyCap findingKey = new KeyCap("Ctrl H");
    private final StackPane stage = new StackPane();
    private final MasterDetail split;

    private final ExampleTable table;
    private final DetailView detail;
    private final FindView find;
    private final DeskView desk;
    private final NothingHere empty;
    private Optional<FilterBar> filter = Optional.empty();

    public DemonstrationsView(Board board, Remembered remembered) {
        this.board = board;
        actions = new RowActions(board);
        detailModel = new DetailViewModel(board);
        findModel = new FindViewModel(board);
        twinsModel = new TwinsViewModel(board);
        clipboard = new RowClipboard(board, actions);
        table = new ExampleTable(board, actions, detailModel, remembered);
        detail = new DetailView(board, detailModel, actions, this::openDesk);
        find = new FindView(findModel, board, this::closeFinder);
        desk = new DeskView(board, twinsModel, this::closeDesk);
        empty =
                new NothingHere(
                        board,
                        actions::add,
                        this::importFiles,
                        clipboard::paste,
                        () -> writeFilter(""));
        split =
                new MasterDetail(
                        board.workspace().preferences(),
                        "demonstrations",
                        SHARE,
                        DRAWER,
                        stage,
                        detail);
    }

    ResourceBundle bundle() {
        return board.words().bundle();
    }

    /// What the pane adds to the command palette.
    List<Command> commands() {
        Wording words = board.words();
        return List.of(
                Command.of("demonstrations.add", words.text("command.add"), actions::add),
                Command.of(
                        "demonstrations.import", words.text("command.import"), this::importFiles),
                Command.of(
                        "demonstrations.paste", words.text("command.paste"), clipboard::paste),
                Command.of(
                        "demonstrations.find", words.text("command.find"), () -> openFinder(false)),
                Command.of(
                        "demonstrations.replace",
                        words.text("command.replace"),
                        () -> openFinder(true)),
                Command.of("demonstrations.twins", words.text("command.twins"), () -> openDesk("")),
                Command.of(
                        "demonstrations.filter", words.text("command.filter"), this::focusFilter));
    }

    /// The node of the pane.
    public StackPane root() {
        return root;
    }

    @FXML
    void initialize() {
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.setOnAction(event -> actions.add());
        importing.setOnAction(event -> importFiles());
        importing.setGraphic(new FontIcon(Feather.DOWNLOAD));
        importing.setTooltip(new Tooltip(importing.getText()));
        finding.setTooltip(new Tooltip(finding.getText()));
        finding.setOnAction(event -> openFinder(true));
        twins.setOnAction(event -> openDesk(""));
        columns.setGraphic(new FontIcon(Feather.COLUMNS));
        columns.setTooltip(new Tooltip(columns.getText()));
        columns.setOnAction(
                event -> table.columns().menu().show(columns, javafx.geometry.Side.BOTTOM, 0, 2));
        opening.setGraphic(new FontIcon(Feather.SIDEBAR));
        opening.setAccessibleText(board.words().text("detail.name"));
        opening.setTooltip(new Tooltip(board.words().text("detail.name")));
        opening.setOnAction(event -> openDetail());
        pool.setOnAction(event -> look(Side.POOL));
        tests.setOnAction(event -> look(Side.TESTS));
        filter = Optional.of(new FilterBar(board, filterBar));
        finder.getChildren().setAll(find);
        desk.setVisible(false);
        empty.setVisible(false);
        empty.setOnMousePressed(event -> table.requestFocus());
        stage.getChildren().setAll(table, empty, desk);
        table.use(board.study());
        new RowMenu(board, actions, clipboard).on(table);
        follow();
        table.attach();
        frame.setCenter(split);
        root.setMinWidth(0);
        // What has no room at all is cut at the end and not on both sides.
        frame.setMinWidth(0);
        opening.visibleProperty().bind(split.narrow());
        opening.managedProperty().bind(split.narrow());
        split.narrow().subscribe(narrow -> squeeze());
        root.widthProperty().subscribe(width -> squeeze());
        table.scale().subscribe(scale -> squeeze());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        refresh();
    }

    /// In a narrow window the toolbar says less, so that nothing of it is cut.
    private void squeeze() {
        boolean narrow = split.narrow().get();
        finding.setContentDisplay(narrow ? ContentDisplay.TEXT_ONLY : ContentDisplay.RIGHT);
        twins.setText(board.words().text(narrow ? "twins.short" : "twins"));
        columns.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        boolean tiny = root.getWidth() > 0 && root.getWidth() < TINY * table.scale().get();
        importing.setContentDisplay(tiny ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        finding.setGraphic(tiny ? new FontIcon(Feather.SEARCH) : findingKey);
        if (tiny) {
            finding.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
    }

    private void follow() {
        board.pickedProperty().addListener(on(this::tellSelected));
        board.shownProperty()
                .addListener(
                        on(() -> {
                            table.show(board.shownProperty().get());
                            refresh();
                        }));
        board.pickedProperty()
                .addListener(
                        on(() -> {
                            table.pick(board.pickedProperty().get());
                            detail.refresh();
                        }));
        board.findingsProperty()
                .addListener(
                        on(() -> {
                            table.readFlags();
                            detail.refreshFindings();
                            filter.ifPresent(FilterBar::refresh);
                            if (desk.isVisible()) {
                                desk.refresh();
                            }
                            refreshTwins();
                        }));
        board.tokens()
                .version()
                .addListener(
                        on(() -> {
                            table.readTokens();
                            detail.refreshTokens();
                        }));
        board.filterProperty().addListener(on(() -> filter.ifPresent(FilterBar::refresh)));
        board.studyProperty().addListener(on(() -> table.use(board.study())));
    }

    /// Other panes look at what is selected here; of very many, at the first ones.
    private void tellSelected() {
        Side side = board.sideProperty().get();
        List<String> ids =
                board.pickedProperty().get().rows().stream()
                        .limit(MOST_TOLD)
                        .filter(row -> row < board.examples().size())
                        .mapToObj(row -> board.examples().line(row).id())
                        .toList();
        if (side == Side.POOL) {
            board.workspace().selected().set(ids);
        } else if (!ids.isEmpty()) {
            board.workspace().item().set(ids.getFirst());
        }
    }

    private static <T> ChangeListener<T> on(Runnable action) {
        return (observed, before, now) -> action.run();
    }

    /// Everything that depends on which rows there are.
    private void refresh() {
        Wording words = board.words();
        pool.setText(words.text("pool", board.study().pool().size()));
        tests.setText(words.text("tests", board.study().tests().size()));
        pool.setSelected(board.sideProperty().get() == Side.POOL);
        tests.setSelected(board.sideProperty().get() == Side.TESTS);
        boolean nothing = board.shownProperty().get().rows().length == 0;
        empty.setVisible(nothing && !desk.isVisible());
        if (nothing) {
            empty.refresh();
        }
        filter.ifPresent(FilterBar::refresh);
        boolean fixed = board.workspace().readOnly().isPresent();
        readonly.setVisible(fixed);
        readonly.setManaged(fixed);
        add.setDisable(fixed);
        importing.setDisable(fixed);
        refreshTwins();
        detail.refresh();
    }

    private void refreshTwins() {
        int cases = twinsModel.cases().size();
        twins.setVisible(cases > 0);
        twins.setManaged(cases > 0);
    }

    private void look(Side side) {
        board.look(side);
        refresh();
    }

    private void importFiles() {
        board.workspace().go(new Workspace.Place.Import(List.of()));
    }

    private void writeFilter(String text) {
        filter.ifPresent(bar -> bar.write(text));
    }

    /// Opens find and replace.
    void openFinder(boolean replacing) {
        finder.setVisible(true);
        finder.setManaged(true);
        find.open(replacing);
    }

    private void closeFinder() {
        finder.setVisible(false);
        finder.setManaged(false);
        table.requestFocus();
    }

    private void openDesk(String id) {
        desk.setVisible(true);
        table.setVisible(false);
        empty.setVisible(false);
        desk.open(id);
    }

    private void closeDesk() {
        desk.setVisible(false);
        table.setVisible(true);
        refresh();
        table.requestFocus();
    }

    private void pressed(KeyEvent key) {
        boolean writing = key.getTarget() instanceof TextInputControl;
        boolean done = PaneKeys.of(key, writing, this);
        if (done) {
            key.consume();
        }
    }

    /// The selected rows on the clipboard and back.
    RowClipboard clipboard() {
        return clipboard;
    }

    /// The next hit, or the one before.
    void step(int by) {
        findModel.step(by);
    }

    /// Puts the caret into the filter.
    void focusFilter() {
        filter.ifPresent(bar -> bar.field().requestFocus());
    }

    /// Shows or hides the drawer with the detail; puts the caret into the detail when it shows.
    void openDetail() {
        split.open().set(!split.narrow().get() || !split.open().get());
        if (split.open().get()) {
            detail.edit();
        } else {
            table.requestFocus();
        }
    }

    /// Hides the drawer.
    ///
    /// @return whether there was one to hide
    boolean closeDrawer() {
        boolean open = split.narrow().get() && split.open().get();
        if (open) {
            split.open().set(false);
            table.requestFocus();
        }
        return open;
    }

    /// The table, where most is done by key.
    Node home() {
        return table;
    }

    /// Scrolls to what is selected once the pane has taken its place on the screen.
    void showPicked() {
        board.workspace().jobs().screen().afterPaint(table::showPicked);
    }

    /// Whether the table has the focus.
    boolean isInTable() {
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        return focused == table;
    }
}
