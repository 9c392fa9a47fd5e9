package exemplar.ui.prompt;

import exemplar.prompt.Advice;
import exemplar.prompt.PromptProblem;
import exemplar.ui.control.FlagChip;
import exemplar.ui.control.Headers;
import exemplar.ui.control.Presence;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is wrong with the templates and what is odd in the prompt. A problem leads to its place.
final class ProblemList {
    private final Consumer<PromptProblem> go;
    private final Label count = new Label();
    private final VBox rows = new VBox(4);
    private final VBox root;
    private List<Object> listed = List.of(0);

    ProblemList(Consumer<PromptProblem> go) {
        this.go = go;
        rows.getStyleClass().add("prompt-problems");
        rows.setId("prompt-problems");
        count.getStyleClass().add("caption");
        root = new VBox(Headers.section(Texts.of("prompt.problems"), "", count), rows);
    }

    Parent view() {
        return root;
    }

    void show(PromptViewModel.Shown shown) {
        List<PromptProblem> problems = shown.made().rendering().problems();
        List<String> hints = new ArrayList<>(shown.made().warnings());
        hints.addAll(shown.hints());
        List<Object> all = new ArrayList<>(problems);
        all.addAll(hints);
        if (all.equals(listed)) {
            return;
        }
        listed = all;
        rows.getChildren().clear();
        problems.stream().limit(20).forEach(p -> problem(p, shown));
        hints.stream().limit(20).forEach(this::hint);
        int n = all.size();
        count.setText(n == 0 ? Texts.of("prompt.problems.none") : String.valueOf(n));
        Presence.set(rows, n > 0);
    }

    private static Optional<String> advice(PromptProblem problem, PromptViewModel.Shown in) {
        return Advice.on(
                        problem.problem(),
                        FormParts.source(in.design().form(), problem.part()),
                        in.task(),
                        in.design().layout(),
                        !problem.part().equals(FormParts.FREE))
                .map(advice ->
                        switch (advice) {
                            case Advice.Nearest(var names) ->
                                    Texts.of("prompt.problem.near", String.join(", ", names));
                            case Advice.Known(var names) ->
                                    Texts.of("prompt.problem.known", String.join(", ", names));
                        });
    }

    private void problem(PromptProblem problem, PromptViewModel.Shown in) {
        String what =
                Texts.of(
                        "prompt.problem.at",
                        FormParts.title(problem.part()),
                        problem.problem().line(),
                        problem.problem().column(),
                        problem.problem().message());
        Hyperlink words = new Hyperlink(advice(problem, in).map(a -> what + ". " + a).orElse(what));
        words.getStyleClass().add("problem-link");
        words.setWrapText(true);
        words.setOnAction(e -> {
            words.setVisited(false);
            go.accept(problem);
        });
        row(new FlagChip(Texts.of("prompt.problem"), FlagChip.Tone.BAD), words);
    }

    private void hint(String sentence) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        row(new FlagChip(Texts.of("prompt.hint"), FlagChip.Tone.LOOK), words);
    }

    private void row(FlagChip chip, javafx.scene.control.Labeled words) {
        words.setMinWidth(0);
        words.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(8, chip, words);
        row.setAlignment(Pos.TOP_LEFT);
        rows.getChildren().add(row);
    }
}
