package exemplar.ui.demonstrations;

import exemplar.evidence.Likeness;
import exemplar.ui.control.LabelPill;
import exemplar.ui.control.Lettering;
import exemplar.ui.demonstrations.rows.Directions;
import exemplar.ui.demonstrations.table.CellText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The desk for duplicates, conflicts and leaks: one card a case, its texts under each other so
/// that they can be compared, and a button with a key for everything that can be done.
final class DeskView extends BorderPane {
    private static final int SHOWN_MEMBERS = 6;

    private final Board board;
    private final TwinsViewModel model;
    private final Wording words;
    private final Label count = new Label();
    private final ListView<TwinsViewModel.Case> list = new ListView<>();

    DeskView(Board board, TwinsViewModel model, Runnable back) {
        this.board = board;
        this.model = model;
        this.words = board.words();
        setId("desk");
        getStyleClass().add("desk");
        Button close = new Button(words.text("desk.back"), new FontIcon(Feather.ARROW_LEFT));
        close.setId("desk-back");
        close.getStyleClass().add("flat-button");
        close.setOnAction(event -> back.run());
        Label title = new Label(words.text("twins"));
        title.getStyleClass().add("section-title");
        count.getStyleClass().add("caption");
        count.setId("desk-count");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, count, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("desk-head");
        setTop(head);
        VBox none = new VBox(8, new Label(words.text("desk.none")), caption("desk.none.hint"));
        none.setAlignment(Pos.CENTER);
        list.setId("cases");
        list.getStyleClass().add("cases");
        list.setPlaceholder(none);
        list.setCellFactory(view -> new CaseCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, back));
        setCenter(list);
    }

    private Label caption(String key) {
        Label label = new Label(words.text(key));
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        return label;
    }

    /// Reads the cases anew; the one looked at stays where it was.
    void refresh() {
        int at = list.getSelectionModel().getSelectedIndex();
        List<TwinsViewModel.Case> cases = model.cases();
        list.getItems().setAll(cases);
        count.setText(words.text("desk.count", cases.size()));
        if (!cases.isEmpty()) {
            list.getSelectionModel().select(Math.clamp(at, 0, cases.size() - 1));
        }
    }

    /// Goes to the case of an example.
    void open(String id) {
        refresh();
        for (TwinsViewModel.Case each : list.getItems()) {
            if (model.members(each, Integer.MAX_VALUE).stream()
                    .anyMatch(member -> member.example().id().equals(id))) {
                list.getSelectionModel().select(each);
                list.scrollTo(each);
                break;
            }
        }
        list.requestFocus();
    }

    private void pressed(KeyEvent key, Runnable back) {
        TwinsViewModel.Case now = list.getSelectionModel().getSelectedItem();
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            back.run();
        } else if (now != null && !key.isShortcutDown() && !key.isAltDown()) {
            boolean done = act(now, key.getCode());
            if (done) {
                key.consume();
            }
        }
    }

    private boolean act(TwinsViewModel.Case now, KeyCode key) {
        switch (key) {
            case K -> model.keepFirst(now);
            case D -> model.disableOthers(now);
            case M -> model.mergeTags(now);
            case X -> model.dropItem(now);
            default -> {
                int at = key.isDigitKey() ? key.getName().charAt(0) - '1' : -1;
                List<String> golds = List.copyOf(model.golds(now).keySet());
                if (at < 0 || at >= golds.size()) {
                    return false;
                }
                model.relabel(now, golds.get(at));
            }
        }
        return true;
    }

    private final class CaseCell extends ListCell<TwinsViewModel.Case> {
        CaseCell() {
            getStyleClass().add("case-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(TwinsViewModel.Case item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : card(item));
        }
    }

    private VBox card(TwinsViewModel.Case of) {
        List<TwinsViewModel.Member> members = model.members(of, SHOWN_MEMBERS);
        VBox card = new VBox(6);
        card.getStyleClass().add("case-card");
        card.getChildren().add(title(of));
        members.forEach(member -> card.getChildren().add(line(member, members.getFirst())));
        if (of instanceof TwinsViewModel.Case.Same same) {
            int more = same.twins().rows().size() - members.size();
            if (more > 0) {
                Label rest = new Label(words.text("desk.more", more));
                rest.getStyleClass().add("caption");
                card.getChildren().add(rest);
            }
        }
        card.getChildren().add(buttons(of));
        return card;
    }

    private Label title(TwinsViewModel.Case of) {
        boolean conflict = of instanceof TwinsViewModel.Case.Same same && same.twins().conflict();
        boolean leak = of instanceof TwinsViewModel.Case.Leaked;
        String key = leak ? "desk.leak" : conflict ? "desk.conflict" : "desk.duplicate";
        Label title = new Label(words.text(key));
        title.getStyleClass().addAll("case-title", leak || conflict ? "bad" : "plain");
        return title;
    }

    private HBox line(TwinsViewModel.Member member, TwinsViewModel.Member first) {
        Label id = new Label(member.example().id());
        id.getStyleClass().add("case-id");
        id.setMinWidth(80);
        id.setPrefWidth(80);
        String input = board.study().task().inputs().getFirst();
        String content = member.example().field(input);
        Label text = new Label(CellText.of(content));
        text.setWrapText(true);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        Lettering.set(text, content, Directions.of(member.example(), input));
        HBox.setHgrow(text, Priority.ALWAYS);
        Label likeness = new Label(likeness(member, first));
        likeness.getStyleClass().add("caption");
        likeness.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(10, id, text, likeness);
        if (!board.study().task().labels().isEmpty() && !member.example().gold().isEmpty()) {
            LabelPill pill = new LabelPill();
            pill.show(
                    member.example().gold(),
                    board.study().task().labelIndex(member.example().gold()));
            line.getChildren().add(pill);
        } else if (!member.example().gold().isEmpty()) {
            Label gold = new Label(CellText.of(member.example().gold()));
            Lettering.set(gold, gold.getText());
            gold.setMaxWidth(200);
            line.getChildren().add(gold);
        }
        Button show = new Button("", new FontIcon(Feather.CORNER_DOWN_RIGHT));
        show.getStyleClass().setAll("icon-button");
        show.setAccessibleText(member.example().id());
        show.setOnAction(event -> model.show(member));
        line.getChildren().add(show);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String likeness(TwinsViewModel.Member member, TwinsViewModel.Member first) {
        String side = words.text("desk." + member.side().word());
        if (member.equals(first)) {
            return side + " · " + words.text("desk.first");
        }
        double similarity =
                member.likeness() == Likeness.NEAR
                        ? Math.min(0.99, member.similarity())
                        : member.similarity();
        String how = member.likeness().name().toLowerCase(Locale.ROOT);
        return side + " · " + words.text("desk.likeness." + how, similarity);
    }

    private FlowPane buttons(TwinsViewModel.Case of) {
        FlowPane buttons = new FlowPane(6, 6);
        switch (of) {
            case TwinsViewModel.Case.Same same -> {
                int number = 1;
                Map<String, Integer> golds = model.golds(of);
                if (same.twins().conflict() && golds.size() <= 9) {
                    for (String gold : golds.keySet()) {
                        add(
                                buttons,
                                words.text("desk.relabel", gold),
                                Integer.toString(number++),
                                () -> model.relabel(of, gold));
                    }
                }
                add(buttons, words.text("desk.keep-first"), "K", () -> model.keepFirst(of));
                add(buttons, words.text("desk.disable"), "D", () -> model.disableOthers(of));
                add(buttons, words.text("desk.merge"), "M", () -> model.mergeTags(of));
            }
            case TwinsViewModel.Case.Leaked leaked -> {
                add(buttons, words.text("desk.disable-demo"), "D", () -> model.disableOthers(of));
                add(buttons, words.text("desk.drop-item"), "X", () -> model.dropItem(of));
            }
        }
        return buttons;
    }

    private static void add(FlowPane buttons, String text, String key, Runnable action) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        Button button = new Button(text, cap);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.getStyleClass().add("small-button");
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        buttons.getChildren().add(button);
    }
}
