package exemplar.ui.demonstrations;

import exemplar.evidence.Flag;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Selection;
import exemplar.select.Chosen;
import exemplar.select.Ordering;
import exemplar.select.Selectors;
import exemplar.study.Edit;
import exemplar.study.Examples;
import exemplar.study.Study;
import exemplar.text.Direction;
import exemplar.ui.demonstrations.rows.Directions;
import exemplar.ui.demonstrations.rows.ExampleEdits;
import exemplar.ui.demonstrations.rows.Picked;
import exemplar.ui.demonstrations.rows.SessionLog;
import exemplar.ui.demonstrations.rows.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The one example whose detail is shown: what it says and how it is edited. Typing is told letter
/// by letter; the history joins letters to words.
public final class DetailViewModel {
    /// A design that uses the example.
    ///
    /// @param position from 1 where the design lists its demonstrations, 0 where it may take any
    public record Use(String design, int position) {}

    private final Board board;

    public DetailViewModel(Board board) {
        this.board = board;
    }

    /// The example, empty when nothing is selected.
    public Optional<Example> example() {
        int lead = board.pickedProperty().get().lead();
        Examples examples = board.examples();
        return lead < 0 || lead >= examples.size()
                ? Optional.empty()
                : Optional.of(examples.get(lead));
    }

    /// Where it stands in the list, from 1.
    public int number() {
        return board.pickedProperty().get().lead() + 1;
    }

    /// How many examples the side has.
    public int count() {
        return board.examples().size();
    }

    /// How many are selected.
    public int selected() {
        return board.pickedProperty().get().count();
    }

    /// What was found on it.
    public List<Flag> flags() {
        return example().map(this::flags).orElse(List.of());
    }

    private List<Flag> flags(Example example) {
        return board.sideProperty().get().of(board.findingsProperty().get()).of(example);
    }

    /// What happened to it since the study was opened, the latest first.
    public List<SessionLog.Event> events() {
        return example().map(e -> board.log().of(e.id(), number() - 1)).orElse(List.of());
    }

    /// When it was changed last in this session.
    public Optional<Instant> edited() {
        return events().stream().findFirst().map(SessionLog.Event::at);
    }

    /// The designs that name it, or take every example that is on.
    public List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        example()
                .ifPresent(example -> {
                    for (Design design : board.study().designs()) {
                        int at = design.selection().ids().indexOf(example.id());
                        boolean fixed = design.selection().selector().equals("fixed");
                        boolean all = design.selection().selector().equals("all");
                        if (fixed && at >= 0) {
                            uses.add(new Use(design.name(), at + 1));
                        } else if (all && example.enabled()) {
                            uses.add(new Use(design.name(), 0));
                        }
                    }
                });
        return List.copyOf(uses);
    }

    /// The designs whose selectors choose it for the item looked at in the Prompt pane. Choosing
    /// takes a moment in a large pool: ask beside the screen.
    public static List<Use> chosenBy(Study study, Example item, String id) {
        List<Use> uses = new ArrayList<>();
        for (Design design : study.designs()) {
            Selection selection = design.selection();
            if (List.of("fixed", "all").contains(selection.selector())) {
                continue;
            }
            List<Chosen> ordered =
                    Ordering.order(
                            design.order(),
                            Selectors.select(selection, study.task(), study.pool(), item)
                                    .demonstrations(),
                            study.task(),
                            selection.seed());
            for (int i = 0; i < ordered.size(); i++) {
                if (ordered.get(i).example().id().equals(id)) {
                    uses.add(new Use(design.name(), i + 1));
                }
            }
        }
        return List.copyOf(uses);
    }

    /// The text of a field was typed.
    public void typeField(String field, String text) {
        type("field", field, example -> example.field(field), text, e -> e.withField(field, text));
    }

    /// The direction of a field was chosen.
    public void direct(String field, Direction way) {
        if (example().isEmpty()) {
            return;
        }
        BitSet row = new BitSet();
        row.set(number() - 1);
        board.apply(
                new ExampleEdits(board.sideProperty().get())
                        .mapped(
                                board.words().text("edit.direction", field),
                                row,
                                e -> Directions.with(e, field, way)));
    }

    /// The gold output was typed.
    public void typeGold(String text) {
        type("gold-text", "gold", Example::gold, text, e -> e.withGold(text));
    }

    /// The rationale was typed.
    public void typeRationale(String text) {
        type("rationale", "rationale", Example::rationale, text, e -> e.withRationale(text));
    }

    /// The note was typed.
    public void typeNote(String text) {
        type("note", "note", Example::note, text, e -> e.withNote(text));
    }

    private interface Reading {
        String of(Example example);
    }

    private void type(
            String what,
            String place,
            Reading reading,
            String text,
            UnaryOperator<Example> change) {
        Optional<Example> now = example();
        if (now.isEmpty() || reading.of(now.get()).equals(text)) {
            return;
        }
        String before = reading.of(now.get());
        String label =
                board.words().text("edit." + what, 1, board.sideProperty().get().word(), place);
        String key = place + '/' + word(before, text);
        Edit edit =
                new ExampleEdits(board.sideProperty().get())
                        .typed(label, now.get().id(), number() - 1, key, change);
        board.apply(edit);
    }

    /// The number of the word in which two texts begin to differ, so that a step ends with a word.
    static int word(String before, String after) {
        int words = 0;
        boolean inside = false;
        int shorter = Math.min(before.length(), after.length());
        for (int i = 0; i < shorter && before.charAt(i) == after.charAt(i); i++) {
            boolean letter = !Character.isWhitespace(before.charAt(i));
            if (letter && !inside) {
                words++;
            }
            inside = letter;
        }
        boolean startsWord =
                !inside && (after.length() <= shorter || after.length() > before.length());
        return startsWord ? words + 1 : words;
    }

    /// Gives it another id.
    public void rename(String id) {
        String wanted = id.strip();
        if (example().isPresent() && !wanted.isEmpty() && !example().get().id().equals(wanted)) {
            String label = board.words().text("edit.rename", wanted);
            board.apply(
                    new ExampleEdits(board.sideProperty().get())
                            .renamed(label, number() - 1, wanted));
        }
    }

    /// Shows the example above in the table.
    public void previous() {
        step(-1);
    }

    /// Shows the example below in the table.
    public void next() {
        step(1);
    }

    private void step(int by) {
        Shown shown = board.shownProperty().get();
        int lead = board.pickedProperty().get().lead();
        for (int at = 0; at < shown.rows().length; at++) {
            if (shown.rows()[at] == lead) {
                int to = Math.clamp(at + by, 0, shown.rows().length - 1);
                board.pick(Picked.one(shown.rows()[to]));
                return;
            }
        }
    }
}
