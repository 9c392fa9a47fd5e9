package exemplar.ui.compare;

import exemplar.backend.gateway.ModelCard;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Models that a comparison names and this machine does not have: they were removed or renamed
/// since, or the study comes from elsewhere. On the screen's thread; the registry is read by jobs.
final class AbsentModels {

    /// @param absent those the comparison names in vain
    /// @param there those that can be asked in their place
    record Found(List<String> absent, List<String> there) {
        Found {
            absent = List.copyOf(absent);
            there = List.copyOf(there);
        }
    }

    private final Workspace workspace;
    private final Supplier<List<String>> named;
    private final ReadOnlyObjectWrapper<Found> found =
            new ReadOnlyObjectWrapper<>(new Found(List.of(), List.of()));

    /// @param named the models the comparison names
    AbsentModels(Workspace workspace, Supplier<List<String>> named) {
        this.workspace = workspace;
        this.named = named;
    }

    /// What the last look found.
    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /// Looks which models there are now.
    void look() {
        look(all -> {});
    }

    /// Looks and hands over what was found.
    void look(Consumer<Found> then) {
        workspace
                .jobs()
                .background(
                        () -> workspace.gateway().models(),
                        cards -> {
                            found.set(of(cards));
                            then.accept(found.get());
                        },
                        e -> workspace.tell(Notice.problem(String.valueOf(e.getMessage()))));
    }

    private Found of(List<ModelCard> cards) {
        List<String> all = cards.stream().map(ModelCard::name).toList();
        return new Found(
                named.get().stream().filter(m -> !all.contains(m)).toList(),
                cards.stream()
                        .filter(c -> c.silent().isEmpty() && c.available())
                        .map(ModelCard::name)
                        .toList());
    }
}
