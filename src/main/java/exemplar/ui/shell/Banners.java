package exemplar.ui.shell;

import exemplar.ui.control.Texts;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What stays true for a while and must be known: read only, restored after a crash, changed on
/// disk.
final class Banners {
    private final VBox box = new VBox();

    Banners(Workspace workspace, StudyCommands studies) {
        workspace
                .session()
                .subscribe(session -> {
                    box.getChildren().clear();
                    session.flatMap(Session::readOnly)
                            .ifPresent(why ->
                                    add("readonly-banner", Texts.of("banner.readonly", why)));
                    studies.restored().ifPresent(what -> add("restored-banner", what));
                });
    }

    private void add(String id, String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox banner = new HBox(label);
        Button close = new Button(Texts.of("banner.close"));
        close.getStyleClass().add("link");
        close.setOnAction(e -> box.getChildren().remove(banner));
        banner.getChildren().add(close);
        banner.getStyleClass().add("banner");
        banner.setId(id);
        box.getChildren().add(banner);
    }

    Parent view() {
        return box;
    }
}
