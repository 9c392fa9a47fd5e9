package exemplar.ui.demonstrations;

import exemplar.evidence.Cleaning;
import exemplar.model.Example;
import exemplar.study.Edit;
import exemplar.study.Examples;
import exemplar.ui.demonstrations.rows.ExampleEdits;
import exemplar.ui.demonstrations.rows.Picked;
import exemplar.ui.demonstrations.rows.Reorder;
import exemplar.ui.demonstrations.rows.Shown;
import exemplar.ui.demonstrations.rows.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What can be done with the selected rows. Each is one step for undo, however many rows it
/// changes.
public final class RowActions {
    private final Board board;

    public RowActions(Board board) {
        this.board = board;
    }

    private Side side() {
        return board.sideProperty().get();
    }

    private ExampleEdits edits() {
        return new ExampleEdits(side());
    }

    private Picked picked() {
        return board.pickedProperty().get();
    }

    private Shown shown() {
        return board.shownProperty().get();
    }

    /// The label of an edit: what, and of how many examples of which side.
    private String label(String what, int count, Object... values) {
        Object[] all = new Object[values.length + 2];
        all[0] = count;
        all[1] = side().word();
        System.arraycopy(values, 0, all, 2, values.length);
        return board.words().text("edit." + what, all);
    }

    private void map(String label, UnaryOperator<Example> change) {
        map(label, picked().rows(), change);
    }

    private void map(String label, BitSet rows, UnaryOperator<Example> change) {
        board.applyMany(
                edits().mapped(label, rows, change),
                rows.cardinality(),
                Optional.empty(),
                () -> {});
    }

    /// Gives the selected examples a gold output.
    public void gold(String gold) {
        map(label("gold", picked().count(), gold), example -> example.withGold(gold));
    }

    /// Sets the language of the selected examples; empty takes it away.
    public void language(String tag) {
        map(label("language", picked().count(), tag), example -> example.withLanguage(tag));
    }

    /// Adds a tag where it is missing.
    public void addTag(String tag) {
        String word = tag.strip();
        if (!word.isEmpty()) {
            map(label("tag", picked().count(), word), example -> tagged(example, word));
        }
    }

    private static Example tagged(Example example, String tag) {
        if (example.tags().contains(tag)) {
            return example;
        }
        List<String> tags = new ArrayList<>(example.tags());
        tags.add(tag);
        return example.withTags(tags);
    }

    /// Takes a tag away.
    public void removeTag(String tag) {
        map(
                label("untag", picked().count(), tag),
                example ->
                        example.withTags(
                                example.tags().stream().filter(t -> !t.equals(tag)).toList()));
    }

    /// Writes a text of one example, as a step of its own.
    void write(String id, WrittenText place, String text) {
        int row = board.examples().indexOfId(id);
        if (row >= 0) {
            BitSet one = new BitSet();
            one.set(row);
            String label = label("field", 1, place.name(board.words()));
            board.apply(edits().mapped(label, one, example -> place.with(example, text)));
        }
    }

    /// Takes the white space off the end of a field of the selected examples.
    public void strip(String field) {
        map(
                label("strip", picked().count(), field),
                e -> e.withField(field, Cleaning.stripped(e.field(field))));
    }

    /// Takes characters that cannot be seen out of a field of the selected examples; spaces that do
    /// not break become plain spaces.
    public void reveal(String field) {
        map(
                label("reveal", picked().count(), field),
                e -> e.withField(field, Cleaning.revealed(e.field(field))));
    }

    /// Turns the selected examples off when all of them are on, and on otherwise.
    public void toggleEnabled() {
        Examples examples = board.examples();
        boolean on = !picked().rows().stream().allMatch(row -> examples.line(row).enabled());
        enable(picked().rows(), on);
    }

    /// Turns examples on or off.
    public void enable(BitSet rows, boolean on) {
        String label = label(on ? "on" : "off", rows.cardinality());
        map(label, rows, example -> example.withEnabled(on));
    }

    /// Pins the selected examples, or unpins them when all of them are pinned.
    public void togglePinned() {
        Examples examples = board.examples();
        boolean pin = !picked().rows().stream().allMatch(row -> examples.line(row).pinned());
        pin(picked().rows(), pin);
    }

    /// Pins or unpins examples.
    public void pin(BitSet rows, boolean pinned) {
        String label = label(pinned ? "pin" : "unpin", rows.cardinality());
        map(label, rows, example -> example.withPinned(pinned));
    }

    /// Moves the selected rows one place up.
    public void up() {
        move(unsorted() ? Reorder.up(shown().rows(), picked().rows()) : Optional.empty());
    }

    /// Moves the selected rows one place down.
    public void down() {
        int size = board.examples().size();
        move(unsorted() ? Reorder.down(shown().rows(), picked().rows(), size) : Optional.empty());
    }

    /// Moves the selected rows into the gap above a row of the table.
    public void drop(int gap) {
        move(unsorted() ? Reorder.drop(shown().rows(), picked().rows(), gap) : Optional.empty());
    }

    private boolean unsorted() {
        if (shown().sorted() && !picked().isEmpty()) {
            board.tell((board.words().text("notice.sorted")));
        }
        return !shown().sorted() && !picked().isEmpty();
    }

    private void move(Optional<Reorder.Move> move) {
        move.ifPresent(wanted -> {
            int[] landed = wanted.landed();
            BitSet rows = new BitSet();
            rows.set(landed[0], landed[0] + landed.length);
            int lead = landed[leadAmong(wanted.rows())];
            board.apply(
                    edits().moved(label("move", landed.length), wanted), new Picked(rows, lead));
        });
    }

    private int leadAmong(int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == picked().lead()) {
                return i;
            }
        }
        return 0;
    }

    /// Puts a copy behind each selection.
    public void duplicate() {
        int count = picked().count();
        if (count > 0) {
            board.applyMany(
                    edits().duplicated(label("duplicate", count), picked().rows()),
                    count,
                    Optional.of(Picked.run(picked().rows().length(), count)),
                    () -> {});
        }
    }

    /// Takes the selected rows out of the study, and offers to undo it.
    public void delete() {
        int count = picked().count();
        if (count == 0) {
            return;
        }
        String label = label("delete", count);
        String side = side().word();
        board.applyMany(
                edits().removed(label, picked().rows()),
                count,
                Optional.of(afterRemoval()),
                () -> board.tellDone(board.words().text("notice.deleted", count, side)));
    }

    private Picked afterRemoval() {
        BitSet gone = picked().rows();
        int[] rows = shown().rows();
        int before = -1;
        int after = -1;
        boolean passed = false;
        for (int row : rows) {
            boolean removed = gone.get(row);
            passed |= removed;
            if (!removed && !passed) {
                before = row;
            } else if (!removed) {
                after = row;
                break;
            }
        }
        int next = after >= 0 ? after : before;
        return next < 0 ? Picked.NOTHING : Picked.one(next - gone.get(0, next).cardinality());
    }

    /// Adds an empty example below the selection, or at the end.
    public void add() {
        int at = picked().isEmpty() ? board.examples().size() : picked().rows().length();
        Example blank = ExampleEdits.blank(board.study(), side());
        insert(at, List.of(blank), label("add", 1));
    }

    /// Adds examples below the selection, or at the end.
    public void insert(List<Example> examples) {
        int at = picked().isEmpty() ? board.examples().size() : picked().rows().length();
        insert(at, examples, label("paste", examples.size()));
    }

    private void insert(int at, List<Example> examples, String label) {
        Edit edit = edits().inserted(label, at, examples);
        board.apply(edit, Picked.run(at, examples.size()));
    }

    /// Copies the selected examples to the other side.
    public void copyAcross() {
        Side other = side() == Side.POOL ? Side.TESTS : Side.POOL;
        List<Example> copied = selected();
        int end = other.of(board.study()).size();
        String label = label("across", copied.size());
        if (board.apply(new ExampleEdits(other).inserted(label, end, copied))) {
            board.tellDone((board.words().text("notice.across", copied.size(), other.word())));
        }
    }

    /// Puts back an earlier state of one example.
    public void restore(Example earlier) {
        int row = board.examples().indexOfId(earlier.id());
        if (row >= 0) {
            BitSet one = new BitSet();
            one.set(row);
            board.apply(edits().mapped(label("restore", 1), one, now -> earlier));
        }
    }

    /// The selected examples in the order shown.
    public List<Example> selected() {
        Examples examples = board.examples();
        BitSet rows = picked().rows();
        List<Example> selected = new ArrayList<>();
        for (int row : shown().rows()) {
            if (rows.get(row) && row < examples.size()) {
                selected.add(examples.get(row));
            }
        }
        return selected;
    }
}
