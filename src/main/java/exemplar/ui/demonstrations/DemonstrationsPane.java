package exemplar.ui.demonstrations;

import exemplar.study.Study;
import exemplar.ui.control.EmptyState;
import exemplar.ui.demonstrations.rows.Picked;
import exemplar.ui.demonstrations.rows.Side;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.Session;
import exemplar.ui.shell.WorkPane;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The Demonstrations pane in the workbench. For every study that is opened it makes a board and a
/// view of its own, and lets both go when the study is closed.
public final class DemonstrationsPane implements WorkPane {
    public static final String ID = "demonstrations";

    private final Workspace workspace;
    private final Remembered remembered;
    private final Wording words = new Wording();
    private final StackPane root = new StackPane();
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
    private Optional<Board> board = Optional.empty();
    private Optional<DemonstrationsView> view = Optional.empty();
    private Optional<Session> shown = Optional.empty();
    private Subscription watching = Subscription.EMPTY;

    public DemonstrationsPane(Workspace workspace, Remembered remembered) {
        this.workspace = workspace;
        this.remembered = remembered;
        root.setId("demonstrations-pane");
        root.setMinWidth(0);
        workspace.session().subscribe(session -> use(session));
    }

    /// How the rail knows it.
    public static Definition definition() {
        return new Definition(
                ID,
                "pane.demonstrations",
                Feather.LIST,
                10,
                workspace ->
                        new DemonstrationsPane(workspace, Remembered.in(workspace.preferences())));
    }

    private void use(Optional<Session> session) {
        if (session.equals(shown) && !root.getChildren().isEmpty()) {
            return;
        }
        shown = session;
        board.ifPresent(Board::close);
        board = Optional.empty();
        view = Optional.empty();
        settled.unbind();
        settled.set(true);
        if (session.isEmpty()) {
            root.getChildren()
                    .setAll(
                            new EmptyState(
                                    Feather.FOLDER,
                                    words.text("nostudy"),
                                    words.text("nostudy.hint")));
            return;
        }
        Board made = new Board(workspace, session.get(), words);
        DemonstrationsView fresh = new DemonstrationsView(made, remembered);
        root.getChildren().setAll(fresh.root());
        settled.bind(made.settledProperty());
        board = Optional.of(made);
        view = Optional.of(fresh);
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void activate() {
        view.ifPresent(DemonstrationsView::showPicked);
        watching = workspace.place().subscribe(place -> place.ifPresent(this::go));
    }

    @Override
    public void deactivate() {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
    }

    private void go(Workspace.Place place) {
        switch (place) {
            case Workspace.Place.Demonstration(String id) -> go(Side.POOL, id);
            case Workspace.Place.Item(String id) -> go(Side.TESTS, id);
            default -> {}
        }
    }

    private void go(Side side, String id) {
        board.ifPresent(to -> {
            Study study = to.study();
            int row = side.of(study).indexOfId(id);
            if (row >= 0) {
                to.look(side);
                to.reveal(row);
                to.pick(Picked.one(row));
            }
        });
    }

    @Override
    public List<Command> commands() {
        return view.map(DemonstrationsView::commands).orElse(List.of());
    }

    @Override
    public List<Key> keys() {
        return PaneKeys.spoken(words);
    }

    @Override
    public Optional<Node> home() {
        return view.map(DemonstrationsView::home);
    }

    @Override
    public ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }
}
