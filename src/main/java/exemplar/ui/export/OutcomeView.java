package exemplar.ui.export;

import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What came of writing: where the files are and whether they say the same, or which files would be
/// replaced and what to do about it. Takes no room when there is nothing to tell.
final class OutcomeView extends VBox {
    private static final int MOST_NAMED = 6;

    private final ExportViewModel model;
    private final Runnable chooseAgain;

    OutcomeView(ExportViewModel model, Runnable chooseAgain) {
        super(4);
        this.model = model;
        this.chooseAgain = chooseAgain;
        getStyleClass().add("export-notes");
        setId("export-outcome");
    }

    void show(Optional<ExportViewModel.Outcome> outcome) {
        getChildren().clear();
        Presence.set(this, outcome.isPresent());
        outcome.ifPresent(o -> {
            switch (o) {
                case ExportViewModel.Outcome.Written w -> written(w);
                case ExportViewModel.Outcome.Asked a -> asked(a);
            }
        });
    }

    private void written(ExportViewModel.Outcome.Written written) {
        getChildren()
                .add(
                        new Remark(
                                written.ok() ? FlagChip.Tone.GOOD : FlagChip.Tone.BAD,
                                Texts.of(written.ok() ? "export.exact" : "export.problem"),
                                written.sentence()));
        name(written.files());
        written.details().forEach(d -> getChildren().add(new Label(d)));
    }

    private void asked(ExportViewModel.Outcome.Asked asked) {
        Button replace = button("export.replace", "danger", () -> model.replace(asked.to()));
        replace.setId("export-replace");
        Button leave = button("export.leave", "quiet", model::leave);
        leave.setCancelButton(true);
        HBox choice = new HBox(8, replace, button("export.other", "secondary", chooseAgain), leave);
        choice.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .add(
                        new Remark(
                                FlagChip.Tone.LOOK,
                                Texts.of("export.there"),
                                Texts.of("export.asked", asked.there().size())));
        name(asked.there());
        getChildren().add(choice);
        // Enter pressed once too often must not cost a file.
        leave.requestFocus();
    }

    private static Button button(String words, String style, Runnable action) {
        Button button = new Button(Texts.of(words));
        button.getStyleClass().add(style);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void name(List<Path> files) {
        files.stream()
                .limit(MOST_NAMED)
                .forEach(f -> {
                    Label path = new Label(f.toString());
                    path.getStyleClass().addAll("mono", "muted");
                    getChildren().add(path);
                });
        if (files.size() > MOST_NAMED) {
            Label more = new Label(Texts.of("export.more", files.size() - MOST_NAMED));
            more.getStyleClass().add("caption");
            getChildren().add(more);
        }
    }
}
