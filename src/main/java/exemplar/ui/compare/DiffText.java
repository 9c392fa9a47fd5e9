package exemplar.ui.compare;

import exemplar.text.WordDiff;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text by the words in which it differs from another: what is missing is struck through, what is
/// new is underlined.
final class DiffText extends TextFlow {

    /// The words in which a text differs; empty where it has next to nothing in common, when a
    /// person reads it better as it is.
    ///
    /// @param from the text it is held against
    static Optional<DiffText> of(String from, String to) {
        List<WordDiff.Run> runs = WordDiff.between(from.strip(), to.strip());
        boolean common =
                runs.stream()
                        .filter(r -> r.kind() == WordDiff.Kind.SAME)
                        .anyMatch(r -> r.text().codePoints().anyMatch(Character::isLetterOrDigit));
        return common ? Optional.of(new DiffText(runs, to)) : Optional.empty();
    }

    private DiffText(List<WordDiff.Run> runs, String to) {
        getStyleClass().add("diff-text");
        StringBuilder spoken = new StringBuilder();
        for (WordDiff.Run run : runs) {
            Text text = new Text(run.text());
            Lettering.font(text, run.text());
            text.getStyleClass()
                    .addAll(
                            "diff-run",
                            switch (run.kind()) {
                                case SAME -> "diff-same";
                                case REMOVED -> "diff-removed";
                                case ADDED -> "diff-added";
                            });
            getChildren().add(text);
            spoken.append(
                    switch (run.kind()) {
                        case SAME -> run.text();
                        case REMOVED -> Texts.of("compare.diff.removed", run.text().strip());
                        case ADDED -> Texts.of("compare.diff.added", run.text().strip());
                    });
        }
        setAccessibleText(spoken.toString());
        Lettering.set(this, to);
    }
}
