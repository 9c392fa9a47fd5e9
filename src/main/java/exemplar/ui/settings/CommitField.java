package exemplar.ui.settings;

import exemplar.ui.control.InlineError;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A field whose text takes effect on Enter or when the focus leaves it. What is wrong is said
/// below it and nothing takes effect; Escape brings back what holds.
final class CommitField extends VBox {
    private final TextField field = new TextField();
    private final InlineError error = new InlineError();
    private final Consumer<String> commit;
    private String holds = "";

    /// @param commit takes the text; throws [IllegalArgumentException] with a sentence for a person
    CommitField(String name, String id, Consumer<String> commit) {
        this.commit = commit;
        setSpacing(4);
        field.setId(id);
        field.setAccessibleText(name);
        error.setId(id + "-wrong");
        getChildren().addAll(field, error);
        field.setOnAction(e -> take());
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        take();
                    }
                });
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(holds)) {
                        restore();
                        e.consume();
                    }
                });
    }

    TextField field() {
        return field;
    }

    /// Shows what holds now. Another text than before ends what was being typed.
    void show(String now) {
        if (!now.equals(holds) || field.getText().equals(holds)) {
            holds = now;
            restore();
        }
    }

    /// Shows another thing's text: what was being typed was about the one before.
    void begin(String now) {
        holds = now;
        restore();
    }

    private void restore() {
        field.setText(holds);
        field.end();
        error.show("");
    }

    private void take() {
        String typed = field.getText();
        if (typed.equals(holds)) {
            error.show("");
            return;
        }
        try {
            commit.accept(typed);
            holds = typed;
            error.show("");
        } catch (IllegalArgumentException e) {
            error.show(SettingsViewModel.said(e));
        }
    }
}
