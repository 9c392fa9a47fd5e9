package exemplar.select;

import exemplar.model.Selection;
import java.util.ArrayList;
import java.util.List;

/// Selections a person makes. Each begins with the demonstrations as the prompt shows them now and
/// keeps them as a fixed list.
public final class ByHand {
    private ByHand() {}

    /// These demonstrations, in this order.
    public static Selection of(List<String> ids, Selection before) {
        return new Selection("fixed", ids.size(), before.seed(), ids);
    }

    /// One moved to another place.
    ///
    /// @param to its place afterwards; what lies outside is the nearest end
    public static Selection moved(List<String> shown, int from, int to, Selection before) {
        List<String> ids = new ArrayList<>(shown);
        String moved = ids.remove(from);
        ids.add(Math.clamp(to, 0, ids.size()), moved);
        return of(ids, before);
    }

    /// Without some.
    public static Selection without(List<String> shown, List<String> out, Selection before) {
        return of(shown.stream().filter(id -> !out.contains(id)).toList(), before);
    }

    /// With more at the end, those there already left where they are.
    public static Selection with(List<String> shown, List<String> more, Selection before) {
        List<String> ids = new ArrayList<>(shown);
        more.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        return of(ids, before);
    }
}
