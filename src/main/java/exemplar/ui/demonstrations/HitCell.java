package exemplar.ui.demonstrations;

import exemplar.study.replace.Hits;
import exemplar.ui.control.Lettering;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One hit: what stands there, struck through, and what would, between the words around it.
final class HitCell extends ListCell<Integer> {
    private static final int BEFORE = 40;
    private static final int AFTER = 120;

    private final FindViewModel model;
    private final Board board;
    private final CheckBox wanted = new CheckBox();
    private final Label where = new Label();
    private final TextFlow text = new TextFlow();
    private final HBox line = new HBox(8, wanted, where, text);

    HitCell(FindViewModel model, Board board) {
        this.model = model;
        this.board = board;
        wanted.setFocusTraversable(false);
        wanted.setOnAction(event -> model.tick(getItem(), wanted.isSelected()));
        where.getStyleClass().add("caption");
        where.setMinWidth(136);
        where.setPrefWidth(136);
        text.getStyleClass().add("hit-text");
        // One line, however long: what has no room leaves the list at its end.
        text.setMinWidth(Region.USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setFillHeight(false);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Integer hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty
                || hit == null
                || !(model.stateProperty().get() instanceof FindViewModel.State.Found found)
                || hit >= found.hits().size()) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Hits.Preview preview = found.hits().preview(hit);
        String id = found.hits().example(hit).id();
        wanted.setSelected(!found.unwanted().get(hit));
        wanted.setAccessibleText(board.words().text("finder.tick", hit + 1, id));
        String place = board.words().place(found.hits().place(hit));
        where.setText(id + " · " + place);
        List<Text> pieces = pieces(preview, wanted.isSelected());
        text.getChildren().setAll(pieces);
        StringBuilder spoken = new StringBuilder(where.getText());
        pieces.forEach(piece -> spoken.append(' ').append(piece.getText()));
        setAccessibleText(spoken.toString());
        setGraphic(line);
        // Before they are measured: pieces placed by the size they have without styles stand apart.
        text.applyCss();
        text.requestLayout();
    }

    private static List<Text> pieces(Hits.Preview preview, boolean wanted) {
        String before = preview.before();
        int start = preview.hit().start();
        int end = preview.hit().end();
        int from = Math.max(0, start - BEFORE);
        int to = Math.min(before.length(), end + AFTER);
        List<Text> pieces = new ArrayList<>();
        pieces.add(piece((from > 0 ? "…" : "") + before.substring(from, start), "plain"));
        boolean changes =
                wanted && !preview.hit().replacement().equals(before.substring(start, end));
        pieces.add(piece(before.substring(start, end), changes ? "gone" : "hit"));
        if (changes && !preview.hit().replacement().isEmpty()) {
            // An empty piece would give its colour to the letter behind it.
            pieces.add(piece(preview.hit().replacement(), "come"));
        }
        pieces.add(piece(before.substring(end, to) + (to < before.length() ? "…" : ""), "plain"));
        return pieces;
    }

    private static Text piece(String text, String style) {
        Text piece = new Text(text.replace('\n', '↵').replace('\t', ' '));
        piece.getStyleClass().add(style);
        Lettering.font(piece, text);
        return piece;
    }
}
