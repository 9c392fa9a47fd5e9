package exemplar.ui.control;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A field to search or filter with; Escape or the cross empties it.
public final class SearchField extends HBox {
    private final TextField field = new TextField();

    /// @param name what a screen reader calls it
    /// @param hint what stands in it while it is empty
    public SearchField(String name, String hint) {
        getStyleClass().add("search-field");
        setAlignment(Pos.CENTER_LEFT);
        field.setPromptText(hint);
        field.setAccessibleText(name);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button clear = new Button("", Icons.of(Feather.X, 13));
        clear.getStyleClass().setAll("icon-button");
        clear.setAccessibleText(Texts.of("search.clear"));
        clear.setFocusTraversable(false);
        clear.setOnAction(e -> field.clear());
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        getChildren().addAll(Icons.of(Feather.SEARCH, 14), field, clear);
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                        field.clear();
                        e.consume();
                    }
                });
    }

    public StringProperty text() {
        return field.textProperty();
    }

    /// The field itself, for completion and focus.
    public TextField field() {
        return field;
    }
}
