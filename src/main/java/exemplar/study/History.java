package exemplar.study;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The one place where a study changes: edits, undo and redo over all of it.
///
/// The thread that applies the first edit owns the history; all edits come from it. [#study] can be
/// read by any thread.
public final class History {
    /// After this long without an edit, typing starts a new step.
    public static final Duration PAUSE = Duration.ofSeconds(1);

    private final Keeper keeper;
    private final InstantSource clock;
    private final long memory;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile Study study;
    private volatile Optional<Thread> owner = Optional.empty();
    private boolean busy;
    private long used;

    /// A history that begins with this study.
    ///
    /// @param memory about how many bytes the steps may hold beyond the study itself; the oldest
    ///   are forgotten beyond that
    public History(Study study, Keeper keeper, InstantSource clock, long memory) {
        this.study = study;
        this.keeper = keeper;
        this.clock = clock;
        this.memory = memory;
    }

    /// A history of a study without a folder.
    public static History of(Study study) {
        return new History(study, Keeper.NOWHERE, InstantSource.system(), 64 << 20);
    }

    /// Makes what led to the study before this history began one step that can be undone. To be
    /// called before anything else.
    public History after(Study earlier, String label) {
        done.addLast(Step.of(earlier, study, Edit.of(label, s -> s), clock.instant()));
        return this;
    }

    /// The study now.
    public Study study() {
        return study;
    }

    /// Applies an edit and tells the listeners.
    ///
    /// @throws IllegalStateException when called by a listener or on another thread
    /// @throws RuntimeException what the edit itself threw; the study is then as it was
    public Applied apply(Edit edit) {
        enter();
        try {
            Study before = study;
            Study after = edit.change().apply(before);
            if (after == before) {
                return new Applied.Nothing();
            }
            Optional<Applied> refused = keep(before, after, edit.label());
            if (refused.isPresent()) {
                return refused.get();
            }
            forget(undone);
            Step step = Step.of(before, after, edit, clock.instant());
            Step last = done.peekLast();
            if (last != null && last.takesIn(step, PAUSE)) {
                used -= done.removeLast().bytes();
                step = last.joined(step);
            }
            done.addLast(step);
            used += step.bytes();
            while (used > memory && done.size() > 1) {
                used -= done.removeFirst().bytes();
            }
            return tell(before, after, edit.label(), Change.Cause.EDIT);
        } finally {
            busy = false;
        }
    }

    /// Takes back the last step.
    public Applied undo() {
        return step(done, undone, Change.Cause.UNDO);
    }

    /// Does again what was undone last.
    public Applied redo() {
        return step(undone, done, Change.Cause.REDO);
    }

    private Applied step(Deque<Step> from, Deque<Step> to, Change.Cause cause) {
        enter();
        try {
            Step step = from.peekLast();
            if (step == null) {
                return new Applied.Nothing();
            }
            boolean undo = cause == Change.Cause.UNDO;
            Study before = study;
            Study after = undo ? step.before() : step.after();
            Optional<Applied> refused = keep(before, after, step.label());
            if (refused.isPresent()) {
                return refused.get();
            }
            from.removeLast();
            to.addLast(step);
            endTyping();
            return tell(before, after, step.label(), cause);
        } finally {
            busy = false;
        }
    }

    /// Takes over a study that came about elsewhere, such as by a merge with changed files. It can
    /// be undone like an edit; the keeper is not asked, the caller has kept it already.
    public Applied adopt(String label, Study after) {
        enter();
        try {
            Study before = study;
            if (after == before) {
                return new Applied.Nothing();
            }
            forget(undone);
            Step step = Step.of(before, after, Edit.of(label, s -> after), clock.instant());
            done.addLast(step);
            used += step.bytes();
            return tell(before, after, label, Change.Cause.DISK);
        } finally {
            busy = false;
        }
    }

    /// What undo would take back.
    public Optional<String> undoLabel() {
        return Optional.ofNullable(done.peekLast()).map(Step::label);
    }

    /// What redo would do again.
    public Optional<String> redoLabel() {
        return Optional.ofNullable(undone.peekLast()).map(Step::label);
    }

    /// Tells every change from now on to the listener, on the thread that made it, until closed.
    public Subscription subscribe(Consumer<Change> listener) {
        Consumer<Change> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private void enter() {
        Thread current = Thread.currentThread();
        if (owner.isEmpty()) {
            owner = Optional.of(current);
        }
        if (owner.get() != current) {
            throw new IllegalStateException(
                    "edits come from the thread " + owner.get().getName() + " only");
        }
        if (busy) {
            throw new IllegalStateException("an edit is being applied; a listener may not edit");
        }
        busy = true;
    }

    private Optional<Applied> keep(Study before, Study after, String label) {
        try {
            keeper.keep(before, after, label);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Applied.Refused(String.valueOf(e.getMessage())));
        }
    }

    private Applied tell(Study before, Study after, String label, Change.Cause cause) {
        study = after;
        Change change = Change.between(before, after, label, cause);
        for (Consumer<Change> listener : listeners) {
            listener.accept(change);
        }
        return new Applied.Done(change);
    }

    /// After undo and redo, typing starts a new step.
    private void endTyping() {
        Step last = done.pollLast();
        if (last != null) {
            done.addLast(last.closed());
        }
    }

    private void forget(Deque<Step> steps) {
        for (Step step : steps) {
            used -= step.bytes();
        }
        steps.clear();
    }
}
