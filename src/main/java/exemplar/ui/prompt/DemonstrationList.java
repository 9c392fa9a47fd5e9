package exemplar.ui.prompt;

import exemplar.prompt.TokenBudget;
import exemplar.select.Chosen;
import exemplar.ui.control.Hint;
import exemplar.ui.control.LabelPill;
import exemplar.ui.control.Lettering;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The demonstrations of the prompt in its order. Dragging or Alt with an arrow moves one, Delete
/// takes it out, Enter goes to it; from then on the design keeps its demonstrations by name.
final class DemonstrationList {
    private static final String DRAGGED = "exemplar-prompt-position:";

    private final Workspace workspace;
    private final Designing designing;
    private final ListView<Row> list = new ListView<>();
    private boolean showing;

    /// @param tokens empty before they are counted
    private record Row(int position, Chosen chosen, int label, Optional<Integer> tokens) {}

    DemonstrationList(Workspace workspace, Designing designing, Consumer<Optional<String>> chosen) {
        this.workspace = workspace;
        this.designing = designing;
        list.setId("prompt-demonstrations");
        list.getStyleClass().add("demonstration-list");
        list.setAccessibleText(Texts.of("prompt.demonstrations"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(l -> new Cell());
        Label none = new Label(Texts.of("prompt.demonstrations.none"));
        none.getStyleClass().add("faint");
        none.setWrapText(true);
        list.setPlaceholder(none);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, before, now) -> {
                    if (!showing) {
                        chosen.accept(Optional.ofNullable(now).map(r -> r.chosen().example().id()));
                    }
                });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setContextMenu(menu());
    }

    Parent view() {
        return list;
    }

    void show(PromptViewModel.Shown shown, Optional<PromptViewModel.Room> room) {
        List<String> before = selected();
        List<Row> rows = new ArrayList<>();
        List<Chosen> demos = shown.made().demonstrations();
        Optional<TokenBudget> tokens =
                room.filter(r -> r.of().ids().equals(shown.ids()))
                        .map(PromptViewModel.Room::tokens);
        for (int i = 0; i < demos.size(); i++) {
            String id = demos.get(i).example().id();
            rows.add(
                    new Row(
                            i,
                            demos.get(i),
                            shown.task().labelIndex(demos.get(i).example().gold()),
                            tokens.map(t -> t.ofDemonstration(id))));
        }
        if (rows.equals(list.getItems())) {
            return;
        }
        showing = true;
        list.getItems().setAll(rows);
        select(before);
        showing = false;
    }

    void clear() {
        list.getItems().clear();
    }

    /// Chooses a demonstration that was chosen elsewhere.
    void choose(String id) {
        if (!selected().equals(List.of(id))) {
            list.getSelectionModel().clearSelection();
            select(List.of(id));
            int at = list.getSelectionModel().getSelectedIndex();
            list.scrollTo(Math.max(0, at - 3));
        }
    }

    private void select(List<String> ids) {
        for (Row row : list.getItems()) {
            if (ids.contains(row.chosen().example().id())) {
                list.getSelectionModel().select(row.position());
            }
        }
    }

    private List<String> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(java.util.Objects::nonNull)
                .map(r -> r.chosen().example().id())
                .toList();
    }

    private void onKey(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.isAltDown()
                && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)
                && at >= 0) {
            move(at, at + (event.getCode() == KeyCode.UP ? -1 : 1));
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            remove();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            go();
            event.consume();
        }
    }

    private void move(int from, int to) {
        designing.move(from, to);
    }

    private void remove() {
        int at = list.getSelectionModel().getSelectedIndex();
        designing.remove(selected());
        int next = Math.min(at, list.getItems().size() - 1);
        if (next >= 0) {
            list.getSelectionModel().clearAndSelect(next);
        }
    }

    private void go() {
        selected().stream()
                .findFirst()
                .ifPresent(id -> workspace.go(new Workspace.Place.Demonstration(id)));
    }

    private ContextMenu menu() {
        MenuItem go = item(Texts.of("prompt.goto"), "Enter", this::go);
        MenuItem up =
                item(
                        Texts.of("prompt.move.up"),
                        "Alt+Up",
                        () ->
                                move(
                                        list.getSelectionModel().getSelectedIndex(),
                                        list.getSelectionModel().getSelectedIndex() - 1));
        MenuItem down =
                item(
                        Texts.of("prompt.move.down"),
                        "Alt+Down",
                        () ->
                                move(
                                        list.getSelectionModel().getSelectedIndex(),
                                        list.getSelectionModel().getSelectedIndex() + 1));
        MenuItem out = item(Texts.of("prompt.remove"), "Delete", this::remove);
        ContextMenu menu = new ContextMenu(go, new SeparatorMenuItem(), up, down, out);
        menu.setOnShowing(e ->
                menu.getItems().forEach(i -> i.setDisable(list.getSelectionModel().isEmpty())));
        return menu;
    }

    private static MenuItem item(String words, String keys, Runnable run) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        // Shown only: the list handles its keys itself.
        item.setAccelerator(
                keys.startsWith("Alt+")
                        ? KeyCombination.valueOf(keys)
                        : new KeyCodeCombination(
                                keys.equals("Enter") ? KeyCode.ENTER : KeyCode.DELETE));
        item.setOnAction(e -> run.run());
        return item;
    }

    private final class Cell extends ListCell<Row> {
        private final Label grip = new Label("⠿");
        private final Label number = new Label();
        private final Label words = new Label();
        private final LabelPill pill = new LabelPill();
        private final Label tokens = new Label();
        private final HBox box = new HBox(8, grip, number, words, pill, tokens);

        Cell() {
            grip.getStyleClass().add("grip");
            number.getStyleClass().addAll("faint", "number");
            number.setMinWidth(20);
            words.setMinWidth(0);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            tokens.getStyleClass().addAll("faint", "number");
            tokens.setMinWidth(32);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(0);
            box.setPrefWidth(10);
            getStyleClass().add("demonstration-line");
            setOnDragDetected(e -> {
                if (getItem() != null) {
                    Dragboard board = startDragAndDrop(TransferMode.MOVE);
                    ClipboardContent content = new ClipboardContent();
                    content.putString(DRAGGED + getItem().position());
                    board.setContent(content);
                    e.consume();
                }
            });
            setOnDragOver(e -> {
                if (dragged(e).isPresent()) {
                    e.acceptTransferModes(TransferMode.MOVE);
                    getStyleClass().remove("drop-here");
                    getStyleClass().add("drop-here");
                    e.consume();
                }
            });
            setOnDragExited(e -> getStyleClass().remove("drop-here"));
            setOnDragDropped(e -> {
                dragged(e)
                        .ifPresent(from ->
                                move(
                                        from,
                                        getItem() == null
                                                ? list.getItems().size() - 1
                                                : getItem().position()));
                e.setDropCompleted(true);
                e.consume();
            });
            setOnMouseClicked(e -> {
                if (getItem() != null && (e.isShortcutDown() || e.getClickCount() == 2)) {
                    workspace.go(
                            new Workspace.Place.Demonstration(getItem().chosen().example().id()));
                }
            });
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : box);
            if (empty || row == null) {
                Hint.set(this, "");
                return;
            }
            number.setText(String.valueOf(row.position() + 1));
            words.setText(
                    String.join(" · ", row.chosen().example().fields().values())
                            .replaceAll("\\s+", " "));
            Lettering.set(words, words.getText());
            boolean labelled = row.label() >= 0;
            Presence.set(pill, labelled);
            if (labelled) {
                pill.show(row.chosen().example().gold(), row.label());
            }
            tokens.setText(row.tokens().map(String::valueOf).orElse(""));
            Hint.set(this, row.chosen().example().id() + ": " + row.chosen().why());
        }
    }

    private static Optional<Integer> dragged(DragEvent event) {
        String text = event.getDragboard().getString();
        return text != null && text.startsWith(DRAGGED)
                ? Optional.of(Integer.valueOf(text.substring(DRAGGED.length())))
                : Optional.empty();
    }
}
