package exemplar.ui.demonstrations.rows;

import exemplar.model.Example;
import exemplar.study.Change;
import exemplar.study.Examples;
import exemplar.study.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What happened to the examples of one side since the study was opened. It keeps whole versions,
/// which share nearly everything, and looks for one example in them when asked.
public final class SessionLog {
    private static final int KEPT = 300;

    /// Something that happened to one example.
    ///
    /// @param before how it was; empty when it was added
    /// @param after how it was afterwards
    public record Event(
            Instant at,
            String label,
            Change.Cause cause,
            Optional<Example> before,
            Example after) {}

    private record Version(
            Instant at, String label, Change.Cause cause, Examples before, Examples after) {}

    private final Side side;
    private final Deque<Version> versions = new ArrayDeque<>();

    public SessionLog(Side side) {
        this.side = side;
    }

    /// Takes note of a change.
    public void note(Change change, Instant at) {
        Examples before = side.of(change.before());
        Examples after = side.of(change.after());
        if (before == after) {
            return;
        }
        Version last = versions.peekLast();
        boolean goesOn =
                last != null
                        && change.cause() == Change.Cause.EDIT
                        && last.cause() == Change.Cause.EDIT
                        && last.label().equals(change.label())
                        && last.after() == before
                        && Duration.between(last.at(), at).compareTo(History.PAUSE) < 0;
        if (goesOn) {
            versions.removeLast();
            versions.addLast(new Version(at, change.label(), change.cause(), last.before(), after));
        } else {
            versions.addLast(new Version(at, change.label(), change.cause(), before, after));
        }
        if (versions.size() > KEPT) {
            versions.removeFirst();
        }
    }

    /// What happened to the example, the latest first.
    ///
    /// @param row where it is now
    public List<Event> of(String id, int row) {
        List<Event> events = new ArrayList<>();
        int at = row;
        for (Iterator<Version> latest = versions.descendingIterator(); latest.hasNext(); ) {
            Version version = latest.next();
            int after = find(version.after(), id, at);
            if (after < 0) {
                continue;
            }
            int before = find(version.before(), id, after);
            if (before < 0) {
                events.add(event(version, Optional.empty(), version.after().get(after)));
                continue;
            }
            if (version.before().line(before) != version.after().line(after)) {
                Example earlier = version.before().get(before);
                events.add(event(version, Optional.of(earlier), version.after().get(after)));
            }
            at = before;
        }
        return List.copyOf(events);
    }

    private static Event event(Version version, Optional<Example> before, Example after) {
        return new Event(version.at(), version.label(), version.cause(), before, after);
    }

    private static int find(Examples examples, String id, int near) {
        if (near >= 0 && near < examples.size() && examples.line(near).id().equals(id)) {
            return near;
        }
        return examples.indexOfId(id);
    }
}
