package exemplar.ui.demonstrations;

import exemplar.model.Example;
import exemplar.ui.control.Lettering;
import exemplar.ui.demonstrations.table.CellText;
import java.util.function.Function;
import javafx.scene.control.Label;

/// A short text that is not edited in the table.
final class PlainCell extends ExampleCell {
    private final Function<Example, String> reading;
    private final Label label = new Label();

    private PlainCell(Board board, String style, Function<Example, String> reading) {
        super(board);
        this.reading = reading;
        getStyleClass().addAll("plain-cell", style);
        label.setWrapText(true);
    }

    static PlainCell id(Board board) {
        return new PlainCell(board, "id-cell", Example::id);
    }

    static PlainCell language(Board board) {
        return new PlainCell(board, "language-cell", Example::language);
    }

    static PlainCell tags(Board board) {
        return new PlainCell(board, "tags-cell", example -> String.join(" · ", example.tags()));
    }

    static PlainCell note(Board board) {
        return new PlainCell(board, "note-cell", Example::note);
    }

    static PlainCell source(Board board) {
        return new PlainCell(board, "source-cell", Example::source);
    }

    @Override
    void show(Example example) {
        String text = CellText.of(reading.apply(example));
        label.setText(text);
        Lettering.set(label, text);
        setGraphic(label);
    }
}
