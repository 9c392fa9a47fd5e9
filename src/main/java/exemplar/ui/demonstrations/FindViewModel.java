package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.study.Change;
import exemplar.study.Examples;
import exemplar.study.Study;
import exemplar.study.replace.Finder;
import exemplar.study.replace.Hits;
import exemplar.study.replace.Needle;
import exemplar.study.replace.Place;
import exemplar.study.replace.Replacing;
import exemplar.study.replace.Search;
import exemplar.ui.demonstrations.rows.ExampleEdits;
import exemplar.ui.demonstrations.rows.Picked;
import exemplar.ui.demonstrations.rows.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Find and replace: every change of what is looked for searches anew, and shows all hits before
/// any of them is replaced.
public final class FindViewModel {
    /// From so many rows on, work is listed in the status bar.
    private static final int MANY = 50_000;

    /// Which rows are searched.
    public enum Rows {
        SELECTED,
        SHOWN,
        ALL
    }

    /// Where to look.
    ///
    /// @param places empty: every text of an example
    public record Scope(Rows rows, Optional<Place> place) {}

    /// What the search says.
    public sealed interface State {
        /// Nothing is looked for.
        record Idle() implements State {}

        record Searching() implements State {}

        record Broken(Finder.Compiled.Invalid invalid) implements State {}

        /// @param unwanted numbers of hits that are ticked off; never changed once it is here
        /// @param at the hit looked at, -1 when there is none
        record Found(Side side, Hits hits, BitSet unwanted, int at) implements State {
            /// How many hits would be replaced.
            public int wanted() {
                return hits.size() - unwanted.cardinality();
            }
        }
    }

    private final Board board;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private final Latest running;
    private Needle needle = Needle.of("");
    private Scope scope = new Scope(Rows.ALL, Optional.empty());

    public FindViewModel(Board board) {
        this.board = board;
        running = new Latest(board.workspace().jobs());
        board.studyProperty().addListener((observed, before, now) -> follow(before, now));
    }

    /// What was undone, redone or read from disk is searched anew. After an edit the hits and what
    /// is ticked off stay; a text that has changed since is not replaced.
    private void follow(Study before, Study now) {
        if (state.get() instanceof State.Found found
                && board.cause() != Change.Cause.EDIT
                && found.side().of(before) != found.side().of(now)) {
            again();
        }
    }

    /// Looks for something else, or elsewhere.
    public void look(Needle wanted, Scope where) {
        needle = wanted;
        scope = where;
        running.cancel();
        if (wanted.text().isEmpty()) {
            state.set(new State.Idle());
            return;
        }
        switch (Finder.compile(wanted)) {
            case Finder.Compiled.Invalid invalid -> state.set(new State.Broken(invalid));
            case Finder.Compiled.Ready ready -> search(ready.finder());
        }
    }

    /// Looks again for the same: the examples may have changed.
    public void again() {
        look(needle, scope);
    }

    private void search(Finder finder) {
        Side side = board.sideProperty().get();
        Examples examples = board.examples();
        int[] rows = rows();
        List<Place> places = scope.place().map(List::of).orElseGet(this::places);
        state.set(new State.Searching());
        running.start(
                rows.length > MANY ? board.words().text("job.find") : "",
                reporter ->
                        Search.of(
                                examples,
                                rows,
                                places,
                                finder,
                                done -> reporter.at(done, rows.length, "")),
                hits -> found(side, hits),
                this::failed);
    }

    private void found(Side side, Hits hits) {
        int at = -1;
        int lead = board.pickedProperty().get().lead();
        for (int hit = 0; hit < hits.size() && at < 0; hit++) {
            at = hits.row(hit) >= lead ? hit : -1;
        }
        int first = at < 0 && hits.size() > 0 ? 0 : at;
        state.set(new State.Found(side, hits, new BitSet(), first));
    }

    private void failed(Exception failure) {
        state.set(new State.Idle());
        board.tell((String.valueOf(failure.getMessage())));
    }

    private int[] rows() {
        return switch (scope.rows()) {
            case SELECTED -> board.pickedProperty().get().rows().stream().toArray();
            case SHOWN -> board.shownProperty().get().rows();
            case ALL -> IntStream.range(0, board.examples().size()).toArray();
        };
    }

    /// Every text of an example that can be searched, the input fields first. Gold outputs that are
    /// labels are chosen, not written, and left out.
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        board.study().task().inputs().forEach(input -> places.add(new Place.Field(input)));
        if (board.study().task().labels().isEmpty()) {
            places.add(Place.Column.GOLD);
        }
        places.add(Place.Column.RATIONALE);
        places.add(Place.Column.NOTE);
        return List.copyOf(places);
    }

    /// Ticks a hit off, or on again.
    public void tick(int hit, boolean wanted) {
        if (state.get() instanceof State.Found found) {
            BitSet unwanted = (BitSet) found.unwanted().clone();
            unwanted.set(hit, !wanted);
            state.set(new State.Found(found.side(), found.hits(), unwanted, found.at()));
        }
    }

    /// Looks at a hit: its example is selected.
    public void lookAt(int hit) {
        if (state.get() instanceof State.Found found && hit >= 0 && hit < found.hits().size()) {
            state.set(new State.Found(found.side(), found.hits(), found.unwanted(), hit));
            board.look(found.side());
            int row = board.examples().indexOfId(found.hits().example(hit).id());
            if (row >= 0) {
                board.pick(Picked.one(row));
            }
        }
    }

    /// The next hit, or the one before; around the end it goes on at the beginning.
    public void step(int by) {
        if (state.get() instanceof State.Found found && found.hits().size() > 0) {
            lookAt(Math.floorMod(found.at() + by, found.hits().size()));
        }
    }

    /// Replaces every hit that is not ticked off, as one step.
    public void replaceAll() {
        if (state.get() instanceof State.Found found) {
            replace(found, found.unwanted());
        }
    }

    /// Replaces the hit looked at, and looks at the next.
    public void replaceOne() {
        if (state.get() instanceof State.Found found && found.at() >= 0) {
            BitSet others = new BitSet();
            others.set(0, found.hits().size());
            others.clear(found.at());
            replace(found, others);
        }
    }

    private void replace(State.Found found, BitSet unwanted) {
        Examples now = found.side().of(board.study());
        running.start(
                found.hits().size() > MANY ? board.words().text("job.replace") : "",
                reporter -> Replacing.of(found.hits(), unwanted, now),
                changes -> write(found.side(), changes),
                this::failed);
    }

    private void write(Side side, Replacing.Changes changes) {
        Map<Integer, Example> changed = new LinkedHashMap<>();
        for (int i = 0; i < changes.rows().size(); i++) {
            changed.put(changes.rows().get(i), changes.examples().get(i));
        }
        String label =
                board.words().text("edit.replace", changed.size(), side.word(), changes.hits());
        Picked stay = board.pickedProperty().get();
        if (changed.isEmpty()) {
            again();
            return;
        }
        board.applyMany(
                new ExampleEdits(side).put(label, changed),
                changed.size(),
                Optional.of(stay),
                () -> {
                    board.tellDone(
                            board.words()
                                    .text(
                                            "notice.replaced",
                                            changes.hits(),
                                            changed.size(),
                                            changes.stale()));
                    again();
                });
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
