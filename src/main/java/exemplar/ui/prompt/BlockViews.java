package exemplar.ui.prompt;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Group;

/// The views of the blocks in sight, used again for others when their own go out of sight. On the
/// toolkit's thread.
final class BlockViews {
    /// Views kept for later.
    private static final int SPARE = 32;

    private final Group place;
    private final TreeMap<Integer, BlockView> shown = new TreeMap<>();
    private final Deque<BlockView> spare = new ArrayDeque<>();

    BlockViews(Group place) {
        this.place = place;
    }

    /// The views there are, by the index of their block.
    NavigableMap<Integer, BlockView> inSight() {
        return Collections.unmodifiableNavigableMap(shown);
    }

    /// The view at that height, with the index of its block.
    Optional<Map.Entry<Integer, BlockView>> at(double y) {
        return nearest(y)
                .filter(e -> y >= e.getValue().getLayoutY())
                .filter(e -> y < e.getValue().getLayoutY() + e.getValue().getHeight());
    }

    /// The last view that begins above that height, else the first one.
    Optional<Map.Entry<Integer, BlockView>> nearest(double y) {
        Optional<Map.Entry<Integer, BlockView>> nearest = Optional.empty();
        for (Map.Entry<Integer, BlockView> each : shown.entrySet()) {
            if (nearest.isEmpty() || y >= each.getValue().getLayoutY()) {
                nearest = Optional.of(each);
            }
        }
        return nearest;
    }

    /// The view of a block; another's that stood above the upper edge, a spare or a new one.
    ///
    /// @param top the block at the upper edge
    BlockView of(int index, int top) {
        BlockView view = shown.get(index);
        if (view == null) {
            view = free(index, top);
            shown.put(index, view);
        }
        return view;
    }

    private BlockView free(int index, int top) {
        BlockView view = spare.pollFirst();
        if (view == null && !shown.isEmpty() && shown.firstKey() < Math.min(index, top)) {
            view = shown.pollFirstEntry().getValue();
        }
        if (view == null) {
            view = new BlockView();
            place.getChildren().add(view);
        }
        view.setVisible(true);
        return view;
    }

    /// Puts away what is not in `[from, to)`.
    void keep(int from, int to) {
        shown.entrySet()
                .removeIf(e -> {
                    boolean out = e.getKey() < from || e.getKey() >= to;
                    if (out) {
                        putAway(e.getValue());
                    }
                    return out;
                });
    }

    private void putAway(BlockView view) {
        if (spare.size() < SPARE) {
            view.setVisible(false);
            spare.addFirst(view);
        } else {
            place.getChildren().remove(view);
        }
    }

    /// Follows a change of the blocks; those behind it keep their views.
    ///
    /// @param before how many blocks there were
    /// @param now how many there are
    /// @param head blocks at the beginning that are the same
    /// @param tail blocks at the end that are
    void follow(int before, int now, int head, int tail) {
        TreeMap<Integer, BlockView> stayed = new TreeMap<>();
        shown.forEach((index, view) -> {
            boolean behind = index >= before - tail && index >= head;
            int at = behind ? index + now - before : index;
            if (behind || at < now - tail) {
                stayed.put(at, view);
            } else {
                putAway(view);
            }
        });
        shown.clear();
        shown.putAll(stayed);
    }

    /// Another width or font: each is to be measured again.
    void forget() {
        shown.values().forEach(BlockView::forget);
        spare.forEach(BlockView::forget);
    }
}
