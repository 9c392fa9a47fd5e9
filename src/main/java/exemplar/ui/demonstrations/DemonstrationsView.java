package exemplar.ui.demonstrations;

import exemplar.ui.control.Later;
import exemplar.ui.control.MasterDetail;
import exemplar.ui.control.Presence;
import exemplar.ui.demonstrations.rows.Side;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.Workspace;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

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

    private final StackPane root = new StackPane();
    private final HBox filterBar = new HBox(8);
    private final StackPane finder = new StackPane();
    private final Toolbar toolbar;
    private final FilterBar filter;
    private final StackPane stage = new StackPane();
    private final MasterDetail split;

    private final ExampleTable table;
    private final DetailView detail;
    private final Later<FindView> find;
    private final Later<DeskView> desk;
    private boolean atDesk;
    private final NothingHere empty;

    public DemonstrationsView(Board board, Remembered remembered) {
        this.board = board;
        actions = new RowActions(board);
        detailModel = new DetailViewModel(board);
        findModel = new FindViewModel(board);
        twinsModel = new TwinsViewModel(board);
        clipboard = new RowClipboard(board, actions);
        table = new ExampleTable(board, actions, detailModel, remembered);
        detail = new DetailView(board, detailModel, actions, this::openDesk);
        find =
                new Later<>(() -> {
                    FindView made = new FindView(findModel, board, this::closeFinder);
                    finder.getChildren().setAll(made);
                    return made;
                });
        desk =
                new Later<>(() -> {
                    DeskView made = new DeskView(board, twinsModel, this::closeDesk);
                    stage.getChildren().add(made);
                    return made;
                });
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
        toolbar =
                new Toolbar(
                        board.words(),
                        new Toolbar.Actions(
                                actions::add,
                                this::importFiles,
                                () -> openFinder(true),
                                () -> openDesk(""),
                                table.columns().menu(),
                                this::look,
                                this::openDetail));
        filter = new FilterBar(board, filterBar);
        build();
        follow();
        split.narrow().subscribe(narrow -> squeeze());
        root.widthProperty().subscribe(width -> squeeze());
        table.scale().subscribe(scale -> squeeze());
        refresh();
    }

    /// What the pane adds to the command palette.
    List<Command> commands() {
        Wording words = board.words();
        return List.of(
                Command.of("demonstrations.add", words.text("command.add"), actions::add),
                Command.of(
                        "demonstrations.import", words.text("command.import"), this::importFiles),
                Command.of("demonstrations.paste", words.text("command.paste"), clipboard::paste),
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

    private void build() {
        Presence.set(finder, false);
        empty.setVisible(false);
        empty.setOnMousePressed(event -> table.requestFocus());
        stage.getChildren().setAll(table, empty);
        table.use(board.study());
        new RowMenu(board, actions, clipboard).on(table);
        table.attach();
        filterBar.setAlignment(Pos.CENTER_LEFT);
        filterBar.getStyleClass().add("filter-bar");
        BorderPane frame = new BorderPane(split);
        frame.setTop(new VBox(toolbar, filterBar, finder));
        root.getStyleClass().add("demonstrations");
        root.getStylesheets()
                .add(
                        String.valueOf(
                                getClass().getResource("/ui/demonstrations/demonstrations.css")));
        root.getChildren().setAll(frame);
        root.setMinWidth(0);
        // What has no room at all is cut at the end and not on both sides.
        frame.setMinWidth(0);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void squeeze() {
        double room = root.getWidth() / table.scale().get();
        toolbar.squeeze(split.narrow().get(), room > 0 && room < TINY);
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
                            filter.refresh();
                            if (atDesk) {
                                desk.get().refresh();
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
        board.filterProperty().addListener(on(filter::refresh));
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
        toolbar.show(board);
        boolean nothing = board.shownProperty().get().rows().length == 0;
        empty.setVisible(nothing && !atDesk);
        if (nothing) {
            empty.refresh();
        }
        filter.refresh();
        refreshTwins();
        detail.refresh();
    }

    private void refreshTwins() {
        toolbar.showTwins(!twinsModel.cases().isEmpty());
    }

    private void look(Side side) {
        board.look(side);
        refresh();
    }

    private void importFiles() {
        board.workspace().go(new Workspace.Place.Import(List.of()));
    }

    private void writeFilter(String text) {
        filter.write(text);
    }

    /// Opens find and replace.
    void openFinder(boolean replacing) {
        Presence.set(finder, true);
        find.get().open(replacing);
    }

    private void closeFinder() {
        Presence.set(finder, false);
        table.requestFocus();
    }

    private void openDesk(String id) {
        atDesk = true;
        desk.get().setVisible(true);
        table.setVisible(false);
        empty.setVisible(false);
        desk.get().open(id);
    }

    private void closeDesk() {
        atDesk = false;
        desk.get().setVisible(false);
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
        filter.focus();
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
