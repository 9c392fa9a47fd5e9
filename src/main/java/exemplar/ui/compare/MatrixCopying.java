package exemplar.ui.compare;

import exemplar.model.Example;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Puts the matrix and the scores on the clipboard.
final class MatrixCopying {
    private final CompareViewModel model;
    private final Workspace workspace;
    private final TableView<Example> table;
    private final MenuButton button = new MenuButton(Texts.of("compare.copy"));

    MatrixCopying(CompareViewModel model, Workspace workspace, TableView<Example> table) {
        this.model = model;
        this.workspace = workspace;
        this.table = table;
        button.getStyleClass().add("quiet");
        button.setId("compare-copy");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.getItems()
                .addAll(
                        item("compare.copy.tsv", () -> copy(MatrixText.Format.TSV)),
                        item("compare.copy.markdown", () -> copy(MatrixText.Format.MARKDOWN)),
                        item("compare.copy.json", () -> copy(MatrixText.Format.JSON)),
                        new SeparatorMenuItem(),
                        item("compare.copy.scores", this::copyScores));
    }

    MenuButton view() {
        return button;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    /// The rows on screen.
    void copy(MatrixText.Format format) {
        copy(List.copyOf(model.rows()), format);
    }

    /// The selected rows, for a spreadsheet.
    void copySelected() {
        copy(List.copyOf(table.getSelectionModel().getSelectedItems()), MatrixText.Format.TSV);
    }

    private void copy(List<Example> items, MatrixText.Format format) {
        workspace
                .study()
                .get()
                .ifPresent(s ->
                        model.board()
                                .get()
                                .ifPresent(b -> {
                                    put(new MatrixText(s.task(), b).of(items, format));
                                    workspace.tell(
                                            Notice.of(Texts.of("compare.copied", items.size())));
                                }));
    }

    private void copyScores() {
        put(MatrixText.scores(model.tally().get().ranking().standings()));
        workspace.tell(Notice.of(Texts.of("compare.copied.scores")));
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
