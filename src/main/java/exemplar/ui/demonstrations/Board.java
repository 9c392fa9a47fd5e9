package exemplar.ui.demonstrations;

import exemplar.evidence.Findings;
import exemplar.evidence.FlagKind;
import exemplar.study.Applied;
import exemplar.study.Change;
import exemplar.study.Edit;
import exemplar.study.Examples;
import exemplar.study.Patch;
import exemplar.study.Study;
import exemplar.study.Subscription;
import exemplar.ui.demonstrations.rows.Picked;
import exemplar.ui.demonstrations.rows.RowSort;
import exemplar.ui.demonstrations.rows.SessionLog;
import exemplar.ui.demonstrations.rows.Shown;
import exemplar.ui.demonstrations.rows.Side;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Session;
import exemplar.ui.shell.Workspace;
import java.time.Duration;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the pane looks at: the side, its rows as filtered and sorted, the selection, and what was
/// found on the examples. The view models around it read this and send edits through it. For the
/// thread of the screen.
public final class Board {
    /// From so many examples on, work is listed in the status bar.
    static final int MANY = 50_000;

    /// Up to so many rows an edit is applied at once.
    private static final int SLOW_ROWS = 2_000;

    /// What counting tokens waits for: that the rows are drawn, and that a large study is read.
    private static final Duration DRAWING = Duration.ofMillis(900);

    private static final Duration READING = Duration.ofSeconds(6);

    private final Workspace workspace;
    private final Wording words;
    private final Latest arranging;
    private final Latest editing;
    private final SessionLog poolLog = new SessionLog(Side.POOL);
    private final SessionLog testsLog = new SessionLog(Side.TESTS);
    private final Map<Side, Picked> pickedBefore = new EnumMap<>(Side.class);
    private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>(Side.POOL);
    private final ReadOnlyObjectWrapper<Study> study;
    private final ReadOnlyObjectWrapper<Shown> shown;
    private final ReadOnlyObjectWrapper<Picked> picked =
            new ReadOnlyObjectWrapper<>(Picked.NOTHING);
    private final ReadOnlyObjectWrapper<FilterState> filter =
            new ReadOnlyObjectWrapper<>(FilterState.NONE);
    private final ReadOnlyObjectWrapper<Optional<RowSort>> sort =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Inspection inspection;
    private final TokenCounts tokens;
    private final Subscription subscription;
    private final javafx.util.Subscription following;
    private Optional<Picked> next = Optional.empty();
    private Change.Cause cause = Change.Cause.EDIT;

    /// A board on the study that is open.
    public Board(Workspace workspace, Session session, Wording words) {
        this.workspace = workspace;
        this.words = words;
        arranging = new Latest(workspace.jobs());
        editing = new Latest(workspace.jobs());
        tokens =
                new TokenCounts(
                        workspace.jobs(),
                        () -> workspace.tokens().room().get().counter(),
                        session.partial() ? READING : DRAWING);
        Study opened = session.history().study();
        study = new ReadOnlyObjectWrapper<>(opened);
        inspection = new Inspection(workspace.jobs(), words, opened, this::found, this::failed);
        shown = new ReadOnlyObjectWrapper<>(Shown.all(opened.pool()));
        subscription = session.history().subscribe(this::changed);
        following = workspace.tokens().room().subscribe(room -> tokens.follow());
        // What a few rows of many hold would be thrown away soon, and reading needs the time.
        if (!session.partial()) {
            workspace.jobs().screen().afterPaint(() -> inspection.begin(study.get()));
        }
        if (examples().size() > 0) {
            pick(Picked.one(0));
        }
    }

    /// Ends it: nothing is listened to and no work goes on afterwards.
    public void close() {
        subscription.close();
        following.unsubscribe();
        arranging.cancel();
        inspection.close();
        editing.cancel();
    }

    /// The examples of the side looked at, as they are now.
    public Examples examples() {
        return side.get().of(study.get());
    }

    public Study study() {
        return study.get();
    }

    /// What brought the study to how it is now.
    Change.Cause cause() {
        return cause;
    }

    /// How many tokens texts have.
    TokenCounts tokens() {
        return tokens;
    }

    public Wording words() {
        return words;
    }

    public Workspace workspace() {
        return workspace;
    }

    /// What happened to the examples of the side looked at.
    public SessionLog log() {
        return side.get() == Side.POOL ? poolLog : testsLog;
    }

    /// Looks at the other side; each keeps its selection.
    public void look(Side other) {
        if (other == side.get()) {
            return;
        }
        pickedBefore.put(side.get(), picked.get());
        side.set(other);
        shown.set(Shown.all(examples()));
        Picked before = pickedBefore.getOrDefault(other, Picked.NOTHING);
        boolean lost = before.rows().length() > examples().size();
        pick(lost || (before.isEmpty() && examples().size() > 0) ? first() : before);
        arrange();
    }

    private Picked first() {
        return examples().isEmpty() ? Picked.NOTHING : Picked.one(0);
    }

    /// Makes sure that a row is shown: a filter that hides it is taken away.
    public void reveal(int row) {
        for (int each : shown.get().rows()) {
            if (each == row) {
                return;
            }
        }
        filter(FilterState.NONE);
    }

    public void pick(Picked rows) {
        picked.set(rows);
    }

    /// Shows only what the filter lets through; an unreadable filter changes nothing but its state.
    public void filter(FilterState state) {
        filter.set(state);
        if (state.problem().isEmpty()) {
            arrange();
        }
    }

    /// Sorts by a column, or not at all.
    public void sort(Optional<RowSort> by) {
        sort.set(by);
        arrange();
    }

    /// Applies an edit and afterwards selects these rows.
    ///
    /// @return whether anything changed
    public boolean apply(Edit edit, Picked afterwards) {
        next = Optional.of(afterwards);
        return apply(edit);
    }

    /// Applies an edit of that many rows. What takes more than a moment is worked out beside the
    /// screen first, and anew in place when the study has changed meanwhile.
    ///
    /// @param then called when it is done and changed anything
    public void applyMany(Edit edit, int rows, Optional<Picked> afterwards, Runnable then) {
        if (rows <= SLOW_ROWS) {
            next = afterwards;
            if (apply(edit)) {
                then.run();
            }
            return;
        }
        if (editing.isRunning()) {
            tell(words.text("notice.busy"));
            return;
        }
        Study before = study.get();
        editing.start(
                edit.label(),
                reporter -> edit.change().apply(before),
                after -> {
                    next = afterwards;
                    Edit ready =
                            Edit.of(
                                    edit.label(),
                                    now -> now == before ? after : edit.change().apply(now));
                    if (apply(ready)) {
                        then.run();
                    }
                },
                this::failed);
    }

    /// Applies an edit; the selection stays or goes where the change was.
    ///
    /// @return whether anything changed
    public boolean apply(Edit edit) {
        try {
            return switch (workspace.apply(edit)) {
                case Applied.Done done -> true;
                case Applied.Nothing nothing -> false;
                case Applied.Refused refused -> false;
            };
        } catch (IllegalArgumentException e) {
            workspace.tell(Notice.problem(String.valueOf(e.getMessage())));
            return false;
        } finally {
            next = Optional.empty();
        }
    }

    /// Says something that goes away by itself.
    public void tell(String said) {
        workspace.tell(Notice.of(said));
    }

    /// Says what was done, and offers to undo it.
    public void tellDone(String said) {
        workspace.tellDone(said);
    }

    private void failed(Exception failure) {
        workspace.tell(Notice.problem(String.valueOf(failure.getMessage())));
    }

    private void changed(Change change) {
        Examples before = shown.get().examples();
        poolLog.note(change, workspace.clock().instant());
        testsLog.note(change, workspace.clock().instant());
        cause = change.cause();
        study.set(change.after());
        Examples after = examples();
        if (before != after) {
            follow(before, after, change);
        }
        if (change.before().pool() != change.after().pool()
                || change.before().tests() != change.after().tests()
                || !change.before().task().equals(change.after().task())) {
            inspection.read(study.get());
        }
    }

    private void follow(Examples before, Examples after, Change change) {
        Optional<Patch.Rows> touched = side.get().touched(change);
        boolean sameRows = before.size() == after.size();
        boolean everything = !shown.get().filtered() && !shown.get().sorted();
        if (sameRows) {
            shown.set(shown.get().following(after));
        } else {
            shown.set(everything ? Shown.all(after) : shown.get().within(after));
        }
        boolean asked = next.isPresent() || change.cause() != Change.Cause.EDIT || !sameRows;
        if (change.cause() == Change.Cause.DISK) {
            // Another program must not take away the example somebody is at.
            pick(picked.get().following(before, after));
        } else if (asked) {
            pick(next.orElseGet(() -> where(after, touched)));
        } else {
            pick(new Picked(picked.get().rows(), picked.get().lead()));
        }
        boolean oneRow = sameRows && touched.map(rows -> rows.count() <= 1).orElse(true);
        if (!everything && !oneRow) {
            arrange();
        }
    }

    private static Picked where(Examples after, Optional<Patch.Rows> touched) {
        if (after.isEmpty()) {
            return Picked.NOTHING;
        }
        Patch.Rows rows = touched.orElse(new Patch.Rows(0, 0));
        int first = Math.min(rows.first(), after.size() - 1);
        return Picked.run(first, Math.max(1, Math.min(rows.count(), after.size() - first)));
    }

    private void arrange() {
        Examples examples = examples();
        Findings found = inspection.findings().get();
        Arrangement arrangement =
                new Arrangement(
                        filter.get(), sort.get(), study.get().task(), words.locale(), side.get());
        if (arrangement.isNothing()) {
            arranging.cancel();
            show(Shown.all(examples));
            return;
        }
        String title = sort.get().isPresent() && examples.size() > MANY ? "job.filter" : "";
        arranging.start(
                title.isEmpty() ? "" : words.text(title),
                reporter -> arrangement.of(examples, found),
                this::show,
                this::failed);
    }

    private void show(Shown rows) {
        if (rows.examples() != examples()) {
            if (rows.examples().size() != examples().size()) {
                arrange();
                return;
            }
            shown.set(rows.following(examples()));
        } else {
            shown.set(rows);
        }
        Picked now = picked.get();
        BitSet left = rows.among(now.rows());
        if (!left.get(Math.max(0, now.lead())) || now.isEmpty()) {
            pick(rows.rows().length == 0 ? Picked.NOTHING : Picked.one(rows.rows()[0]));
        } else if (left.cardinality() != now.count()) {
            pick(new Picked(left, now.lead()));
        }
    }

    private void found() {
        if (filter.get().asksForFlags()) {
            arrange();
        }
    }

    /// How many examples of the side have each kind of finding.
    public Map<FlagKind, Integer> counts() {
        return side.get().of(inspection.findings().get()).counts();
    }

    /// Whether rows and findings are those of the study as it is.
    public ReadOnlyBooleanProperty settledProperty() {
        return inspection.settled();
    }

    public ReadOnlyObjectProperty<Side> sideProperty() {
        return side.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Study> studyProperty() {
        return study.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Picked> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Findings> findingsProperty() {
        return inspection.findings();
    }

    public ReadOnlyObjectProperty<FilterState> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<RowSort>> sortProperty() {
        return sort.getReadOnlyProperty();
    }
}
