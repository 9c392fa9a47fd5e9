package exemplar.ui.demonstrations;

import exemplar.study.line.Line;
import exemplar.ui.demonstrations.rows.CopyFormat;
import exemplar.ui.shell.Workspace;
import java.util.Locale;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The selected rows as text on the clipboard, and text from there as rows.
final class RowClipboard {
    private final Board board;
    private final RowActions actions;

    RowClipboard(Board board, RowActions actions) {
        this.board = board;
        this.actions = actions;
    }

    /// Copies the selected rows.
    void copy(CopyFormat format) {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                format.write(
                        actions.selected(),
                        board.study().task(),
                        example -> Line.of(example).toString()));
        Clipboard.getSystemClipboard().setContent(content);
        String name = board.words().text("format." + format.name().toLowerCase(Locale.ROOT));
        board.tell(board.words().text("notice.copied", board.pickedProperty().get().count(), name));
    }

    /// Copies the selected rows and takes them out.
    void cut() {
        copy(CopyFormat.TSV);
        actions.delete();
    }

    /// Leads to the preview of the rows that are on the clipboard.
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && !text.isBlank()) {
            board.workspace().go(new Workspace.Place.ImportText(text));
        } else {
            board.tell(board.words().text("notice.nopaste"));
        }
    }
}
