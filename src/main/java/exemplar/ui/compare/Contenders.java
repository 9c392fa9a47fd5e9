package exemplar.ui.compare;

import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.study.Edit;
import exemplar.study.Study;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Optional;

/// Which designs and models are compared: the study's first comparison, or its designs with the
/// model at hand. A change is an edit of the study. On the screen's thread.
final class Contenders {
    private final Workspace workspace;

    Contenders(Workspace workspace) {
        this.workspace = workspace;
    }

    Comparison now() {
        Optional<Study> open = workspace.study().get();
        return open.flatMap(s -> s.comparisons().stream().findFirst())
                .orElseGet(() ->
                        new Comparison(
                                "compare",
                                open.map(Study::designs).orElse(List.of()).stream()
                                        .map(Design::name)
                                        .toList(),
                                List.of(workspace.model().get()),
                                1));
    }

    void choose(List<String> designs, List<String> models) {
        Comparison now = now();
        workspace.apply(
                Edit.of(
                        Texts.of("compare.edit.variants"),
                        s ->
                                s.withComparison(
                                        new Comparison(
                                                now.name(), designs, models, now.repeats()))));
    }

    /// Asks another model in the place of one.
    void replace(String model, String other) {
        Comparison now = now();
        choose(
                now.designs(),
                now.models().stream().map(m -> m.equals(model) ? other : m).distinct().toList());
    }

    void leaveOut(String model) {
        Comparison now = now();
        choose(now.designs(), now.models().stream().filter(m -> !m.equals(model)).toList());
    }
}
