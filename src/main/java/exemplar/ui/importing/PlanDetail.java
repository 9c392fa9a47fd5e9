package exemplar.ui.importing;

import exemplar.study.importing.ImportPlan;
import exemplar.study.importing.Imported;
import exemplar.study.importing.Rejected;
import exemplar.study.importing.Target;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What was found out about the file and what to look at before importing it; afterwards the
/// result.
final class PlanDetail {
    private static final int LABELS = 12;

    private final ImportViewModel model;
    private final Workspace workspace;
    private final VBox box = new VBox();

    PlanDetail(ImportViewModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
        box.getStyleClass().add("import-detail");
        box.setId("import-detail");
    }

    Parent view() {
        return box;
    }

    void show(ImportViewModel.State state) {
        box.getChildren().clear();
        switch (state) {
            case ImportViewModel.State.Nothing nothing -> {}
            case ImportViewModel.State.Planned(ImportPlan plan) -> planned(plan);
            case ImportViewModel.State.Reading reading -> reading(reading);
            case ImportViewModel.State.Done done -> done(done);
        }
    }

    private void planned(ImportPlan plan) {
        box.getChildren().add(Headers.section(Texts.of("import.becoming"), ""));
        VBox becoming = lines();
        plan.task()
                .inputs()
                .forEach(i ->
                        becoming.getChildren()
                                .add(line(i, plan.mapping().column(new Target.Field(i)), true)));
        becoming.getChildren()
                .add(
                        line(
                                Texts.of("import.part.gold"),
                                plan.mapping().column(Target.Part.GOLD),
                                true));
        plan.mapping()
                .columns()
                .forEach((target, column) -> {
                    boolean shown =
                            target == Target.Part.GOLD
                                    || plan.task().inputs().contains(target.word());
                    if (!shown) {
                        becoming.getChildren().add(line(target.word(), Optional.of(column), false));
                    }
                });
        box.getChildren().add(becoming);
        labels(plan);
        problems(plan);
        VBox notes = lines();
        plan.notes().forEach(n -> notes.getChildren().add(words(sentence(n), "muted")));
        if (model.waiting() > 0) {
            notes.getChildren().add(words(Texts.of("import.waiting", model.waiting()), "muted"));
        }
        if (!notes.getChildren().isEmpty()) {
            box.getChildren().addAll(Headers.section(Texts.of("import.notes"), ""), notes);
        }
    }

    private void labels(ImportPlan plan) {
        Map<String, Integer> unknown = plan.unknownLabels();
        if (unknown.isEmpty()) {
            return;
        }
        VBox lines = lines();
        lines.getChildren()
                .add(
                        words(
                                Texts.of(
                                        "import.labels.words",
                                        unknown.size(),
                                        String.join(
                                                ", ",
                                                unknown.keySet().stream().limit(LABELS).toList()),
                                        Math.max(0, unknown.size() - LABELS)),
                                ""));
        CheckBox add = new CheckBox(Texts.of("import.labels.add"));
        add.setId("import-add-labels");
        add.setSelected(model.addingLabels().get());
        add.setOnAction(e -> model.addLabels(add.isSelected()));
        lines.getChildren().add(add);
        box.getChildren().addAll(Headers.section(Texts.of("import.labels"), ""), lines);
    }

    private void problems(ImportPlan plan) {
        List<ImportPlan.Previewed> refused =
                plan.preview().stream().filter(p -> p.problem().isPresent()).toList();
        if (refused.isEmpty()) {
            return;
        }
        box.getChildren()
                .add(
                        Headers.section(
                                Texts.of("import.problems"),
                                Texts.of(
                                        "import.problems.count",
                                        refused.size(),
                                        plan.preview().size())));
        list(
                refused.stream()
                        .map(p ->
                                Texts.of(
                                        "import.problem",
                                        Long.toString(p.line()),
                                        p.problem().orElse("")))
                        .toList());
    }

    private void list(List<String> sentences) {
        ListView<String> list = new ListView<>(FXCollections.observableArrayList(sentences));
        list.setId("import-problems");
        list.setCellFactory(l -> new Sentence());
        VBox.setVgrow(list, Priority.SOMETIMES);
        list.setPrefHeight(Math.min(320, 30 + 44.0 * sentences.size()));
        box.getChildren().add(list);
    }

    private void reading(ImportViewModel.State.Reading reading) {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        Label rows = words("", "muted");
        reading.job()
                .progress()
                .subscribe(p -> {
                    bar.setProgress(reading.job().share().orElse(-1));
                    rows.setText(p.message());
                });
        Button cancel = new Button(Texts.of("import.cancel"));
        cancel.getStyleClass().add("secondary");
        cancel.setOnAction(e -> model.cancel());
        VBox lines = lines();
        lines.getChildren().addAll(bar, rows, cancel);
        box.getChildren().addAll(Headers.section(Texts.of("import.reading"), ""), lines);
    }

    private void done(ImportViewModel.State.Done done) {
        Imported imported = done.imported();
        VBox lines = lines();
        Label result = words(done.sentence(), "");
        result.setId("import-result");
        lines.getChildren().add(result);
        imported.notes().forEach(n -> lines.getChildren().add(words(sentence(n), "muted")));
        Button onward = new Button(Texts.of(model.waiting() > 0 ? "import.next" : "import.show"));
        onward.getStyleClass().add("primary");
        onward.setOnAction(e -> {
            if (model.waiting() > 0) {
                model.next();
            } else {
                model.next();
                workspace.go(new Workspace.Place.OfPane("demonstrations"));
            }
        });
        FlowPane actions = new FlowPane(8, 8, onward);
        if (imported.rejectedCount() > 0) {
            Button copy = new Button(Texts.of("import.copy"));
            copy.getStyleClass().add("secondary");
            copy.setOnAction(e -> copy());
            actions.getChildren().add(copy);
        }
        lines.getChildren().add(actions);
        box.getChildren().addAll(Headers.section(Texts.of("import.done"), ""), lines);
        if (imported.rejectedCount() > 0) {
            box.getChildren()
                    .add(
                            Headers.section(
                                    Texts.of("import.rejected"),
                                    Texts.of(
                                            "import.rejected.count",
                                            imported.rejectedCount(),
                                            imported.rejected().size())));
            list(imported.rejected().stream().map(Rejected::sentence).toList());
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.rejectedLines());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String sentence(String note) {
        return note.isEmpty()
                ? note
                : Character.toUpperCase(note.charAt(0)) + note.substring(1) + ".";
    }

    private static VBox lines() {
        VBox lines = new VBox(8);
        lines.getStyleClass().add("import-lines");
        return lines;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    private static Node line(String target, Optional<String> column, boolean needed) {
        Label name = new Label(target);
        name.getStyleClass().add("strong");
        name.setMinWidth(Label.USE_PREF_SIZE);
        Node from =
                column.<Node>map(c -> words(Texts.of("import.from", c), "muted"))
                        .orElseGet(() ->
                                new FlagChip(
                                        Texts.of("import.unmapped"),
                                        needed ? FlagChip.Tone.LOOK : FlagChip.Tone.PLAIN));
        HBox line = new HBox(8, name, from);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    private static final class Sentence extends ListCell<String> {
        Sentence() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? "" : text);
        }
    }
}
