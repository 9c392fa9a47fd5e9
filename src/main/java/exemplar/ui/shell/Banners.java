package exemplar.ui.shell;

import exemplar.ui.control.Icons;
import exemplar.ui.control.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What stays true for a while and must be known: read only, restored after a crash, changed on
/// disk. Stands between the top bar and the pane until it is closed or no longer true.
final class Banners {
    private static final String FINDINGS = "findings-banner";

    /// More findings than these are counted; `exemplar check` lists them all.
    private static final int MOST = 8;

    private final VBox box = new VBox();
    private final Set<String> kept = new HashSet<>();

    /// Shows a banner in place of an earlier one of the same id.
    void show(String id, String words, List<Notice.Action> actions) {
        hide(id);
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox banner = new HBox(Icons.of(Feather.INFO, 14), label);
        banner.getStyleClass().add("banner");
        banner.setId(id);
        for (Notice.Action action : actions) {
            Button button = new Button(action.words());
            button.getStyleClass().add("secondary");
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(e -> {
                box.getChildren().remove(banner);
                action.run().run();
            });
            banner.getChildren().add(button);
        }
        Button close = new Button("", Icons.of(Feather.X, 14));
        close.getStyleClass().setAll("icon-button");
        close.setAccessibleText(Texts.of("banner.close"));
        close.setOnAction(e -> box.getChildren().remove(banner));
        banner.getChildren().add(close);
        box.getChildren().add(banner);
    }

    /// The same for what is true of the program and not of a study: stays when another is opened.
    void keep(String id, String words, List<Notice.Action> actions) {
        kept.add(id);
        show(id, words, actions);
    }

    /// Says what is wrong with the files, or nothing when nothing is.
    void findings(List<String> sentences) {
        if (sentences.isEmpty()) {
            hide(FINDINGS);
            return;
        }
        int more = sentences.size() - 1;
        String rest = more > 0 ? " " + Texts.of("open.more", more) : "";
        show(
                FINDINGS,
                sentences.getFirst() + rest,
                more > 0
                        ? List.of(new Notice.Action(Texts.of("open.all"), () -> all(sentences)))
                        : List.of());
    }

    private void all(List<String> sentences) {
        int more = sentences.size() - MOST;
        String rest = more > 0 ? "\n" + Texts.of("open.more", more) : "";
        show(
                FINDINGS,
                String.join("\n", sentences.subList(0, Math.min(MOST, sentences.size()))) + rest,
                List.of());
    }

    void hide(String id) {
        box.getChildren().removeIf(b -> id.equals(b.getId()));
    }

    /// Takes away what is told of a study.
    void clear() {
        box.getChildren().removeIf(b -> !kept.contains(b.getId()));
    }

    Parent view() {
        return box;
    }
}
