package exemplar.study.folder;

import exemplar.study.Examples;
import exemplar.study.ExamplesBuilder;
import exemplar.study.Patch;
import exemplar.study.line.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Merges two versions of a list of examples that came out of the same one, by ids. The order is
/// that of the disk, unless examples were moved here.
final class LinesMerge {
    private final String file;
    private final Examples base;
    private final Examples mine;
    private final Examples theirs;
    private final Map<String, Optional<Line>> myChanges;
    private final Map<String, Optional<Line>> theirChanges;

    /// @param theirs as read from the disk
    LinesMerge(String file, Examples base, Examples mine, Examples theirs) {
        this.file = file;
        this.base = base;
        this.mine = mine;
        this.theirs = sharing(base, theirs);
        myChanges = changes(base, mine);
        theirChanges = changes(base, this.theirs);
    }

    /// The list of the disk, made of the lines known before where they are the same.
    Examples theirs() {
        return theirs;
    }

    /// The same list, made of the lines of another where they have the same bytes.
    static Examples sharing(Examples base, Examples read) {
        ExamplesBuilder built = new ExamplesBuilder();
        boolean same = base.size() == read.size();
        int at = 0;
        for (Line line : read.lines()) {
            Line twin = line;
            if (at < base.size() && base.line(at).sameBytes(line)) {
                twin = base.line(at);
            } else {
                same = false;
                int row = base.indexOfId(line.id());
                twin = row >= 0 && base.line(row).sameBytes(line) ? base.line(row) : line;
            }
            built.add(twin);
            at++;
        }
        return same ? base : built.build();
    }

    /// By id the lines that are new or other, and empty for those that are gone.
    private static Map<String, Optional<Line>> changes(Examples base, Examples now) {
        Map<String, Optional<Line>> changes = new LinkedHashMap<>();
        BitSet gone = new BitSet();
        gone.set(0, base.size());
        for (Patch.Part part : Patch.between(base, now).parts()) {
            switch (part) {
                case Patch.Kept kept -> gone.clear(kept.from(), kept.from() + kept.count());
                case Patch.Added added ->
                        added.lines().forEach(l -> changes.put(l.id(), Optional.of(l)));
            }
        }
        gone.stream().forEach(row -> changes.putIfAbsent(base.line(row).id(), Optional.empty()));
        return changes;
    }

    List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        theirChanges.forEach((id, line) -> conflict(id, line).ifPresent(conflicts::add));
        return conflicts;
    }

    private Optional<Conflict> conflict(String id, Optional<Line> their) {
        Optional<Line> my = myChanges.get(id);
        if (my == null || same(my, their)) {
            return Optional.empty();
        }
        int row = base.indexOfId(id);
        return Optional.of(
                new Conflict(
                        file,
                        id,
                        row < 0 ? Optional.empty() : Optional.of(base.line(row).toString()),
                        my.map(Line::toString),
                        their.map(Line::toString)));
    }

    private static boolean same(Optional<Line> a, Optional<Line> b) {
        return a.isPresent() == b.isPresent() && (a.isEmpty() || a.get().sameBytes(b.get()));
    }

    Examples merged(Function<Conflict, Side> choose) {
        if (theirs == base) {
            return mine;
        }
        if (mine == base) {
            return theirs;
        }
        Map<String, Side> chosen = new HashMap<>();
        conflicts().forEach(c -> chosen.put(c.what(), choose.apply(c)));
        Examples merged =
                isReordered()
                        ? woven(mine, theirs, theirChanges, Side.THEIRS, chosen)
                        : woven(theirs, mine, myChanges, Side.MINE, chosen);
        return Patch.between(theirs, merged).isNothing() ? theirs : merged;
    }

    private boolean isReordered() {
        int last = -1;
        for (Patch.Part part : Patch.between(base, mine).parts()) {
            if (part instanceof Patch.Kept kept) {
                if (kept.from() < last) {
                    return true;
                }
                last = kept.from();
            }
        }
        return false;
    }

    /// One list with the changes of the other put in.
    private static Examples woven(
            Examples order,
            Examples other,
            Map<String, Optional<Line>> changes,
            Side side,
            Map<String, Side> chosen) {
        Map<String, Optional<Line>> wanted = new LinkedHashMap<>(changes);
        wanted.keySet().removeIf(id -> chosen.getOrDefault(id, side) != side);
        Map<Integer, List<Line>> after = new HashMap<>();
        wanted.forEach((id, line) -> {
            if (line.isPresent() && order.indexOfId(id) < 0) {
                after.computeIfAbsent(before(id, other, order), r -> new ArrayList<>())
                        .add(line.get());
            }
        });
        ExamplesBuilder built = new ExamplesBuilder();
        after.getOrDefault(-1, List.of()).forEach(built::add);
        int row = 0;
        for (Line line : order.lines()) {
            if (wanted.isEmpty()) {
                built.add(line);
            } else {
                Optional<Line> put = wanted.getOrDefault(line.id(), Optional.of(line));
                put.ifPresent(built::add);
            }
            after.getOrDefault(row++, List.of()).forEach(built::add);
        }
        return built.build();
    }

    /// The row in `order` of the nearest example that stands before that one in `other`, or -1.
    private static int before(String id, Examples other, Examples order) {
        for (int row = other.indexOfId(id) - 1; row >= 0; row--) {
            int there = order.indexOfId(other.line(row).id());
            if (there >= 0) {
                return there;
            }
        }
        return -1;
    }
}
