package exemplar.ui.demonstrations;

import exemplar.evidence.Flag;
import exemplar.evidence.SetFindings;
import exemplar.model.Example;
import exemplar.ui.control.FittingRow;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Hint;
import exemplar.ui.control.Later;
import java.util.ArrayList;
import java.util.List;

/// What was found on the example, in a word each, or how many more where the column is narrow; the
/// evidence of all of it under the mouse.
final class FlagsCell extends ExampleCell {
    private final Later<FittingRow> chips =
            new Later<>(() -> new FittingRow(4, new FlagChip("", FlagChip.Tone.PLAIN)));

    FlagsCell(Board board) {
        super(board);
        getStyleClass().add("flags-cell");
    }

    @Override
    void show(Example example) {
        SetFindings found = board().sideProperty().get().of(board().findingsProperty().get());
        List<Flag> flags = shortened(found.of(example));
        FlagText texts = new FlagText(board());
        List<FlagChip> made = new ArrayList<>();
        StringBuilder evidence = new StringBuilder();
        for (int i = 0; i < flags.size(); i++) {
            Flag flag = flags.get(i);
            made.add(new FlagChip(texts.word(flag), FlagText.tone(flag.kind())));
            evidence.append(i == 0 ? "" : "\n").append(texts.evidence(flags.get(i), example));
        }
        if (made.isEmpty()) {
            setGraphic(null);
        } else {
            chips.get().show(made);
            setGraphic(chips.get());
        }
        Hint.set(this, evidence.toString());
        setAccessibleText(evidence.toString());
    }

    /// A conflict is a duplicate too, and says so already.
    private static List<Flag> shortened(List<Flag> flags) {
        boolean conflict = flags.stream().anyMatch(f -> f instanceof Flag.Conflict);
        return conflict
                ? flags.stream().filter(f -> !(f instanceof Flag.Duplicate)).toList()
                : flags;
    }

    @Override
    void clear() {
        Hint.set(this, "");
    }

    void readAgain() {
        if (getItem() != null && !isEmpty()) {
            show(getItem().example());
        }
    }
}
