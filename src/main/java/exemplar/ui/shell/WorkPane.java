package exemplar.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// A pane of the workbench. Made on first use, shown many times: what it watches it subscribes to
/// in [#activate] and lets go in [#deactivate].
public interface WorkPane {

    /// How the rail knows a pane before it is made.
    ///
    /// @param id stable, such as `demonstrations`
    /// @param titleKey key of its name on the rail
    /// @param order position on the rail; below 100 follows the way of the data, 100 and more
    ///   stands after a divider, 1000 and more at the bottom; negative: not on the rail, shown when
    ///   something leads to it
    /// @param make makes the pane
    /// @param badge how much waits there for a person, 0 for nothing
    record Definition(
            String id,
            String titleKey,
            Feather icon,
            int order,
            Function<Workspace, WorkPane> make,
            Function<Workspace, ObservableValue<? extends Number>> badge) {

        /// A pane where nothing ever waits.
        public Definition(
                String id,
                String titleKey,
                Feather icon,
                int order,
                Function<Workspace, WorkPane> make) {
            this(id, titleKey, icon, order, make, w -> new SimpleIntegerProperty(0));
        }

        boolean onRail() {
            return order >= 0;
        }
    }

    /// A key and what it does.
    ///
    /// @param name as it is printed, such as `Alt ↑`
    /// @param words what it does, beginning with a verb
    record Key(String name, String words) {}

    /// The root of the pane; always the same one.
    Parent view();

    /// It is about to be shown.
    default void activate() {}

    /// It is no longer shown.
    default void deactivate() {}

    /// What it adds to the command palette and the keyboard while shown.
    default List<Command> commands() {
        return List.of();
    }

    /// What keys do where the focus is in this pane, for the sheet of keys; those of its commands
    /// left out.
    default List<Key> keys() {
        return List.of();
    }

    /// Where the keyboard is at home: a person who comes by key goes on from there.
    default Optional<Node> home() {
        return Optional.empty();
    }

    /// The one thing this pane is for, on the top bar's button.
    default Optional<Command> primary() {
        return Optional.empty();
    }

    /// Whether everything shown is up to date; pictures wait for it.
    default ReadOnlyBooleanProperty settled() {
        return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
    }
}
