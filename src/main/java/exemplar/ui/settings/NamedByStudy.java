package exemplar.ui.settings;

import exemplar.model.Comparison;
import exemplar.study.Edit;
import exemplar.study.Study;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.function.UnaryOperator;

/// Names of models as the open study uses them. A study of one's own is never changed from the
/// settings unasked: what could be done about it is offered. On the screen's thread.
final class NamedByStudy {
    private final Workspace workspace;

    NamedByStudy(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Whether the open study names that model.
    boolean names(String model) {
        return workspace.study().get().filter(s -> names(s, model)).isPresent();
    }

    private static boolean names(Study study, String model) {
        return study.models().contains(model)
                || study.comparisons().stream().anyMatch(c -> c.models().contains(model));
    }

    /// A model is called something else now: where the study names it, the new name is offered.
    void renamed(String before, String after) {
        if (names(before)) {
            workspace.tell(
                    Notice.of(Texts.of("settings.named.renamed", before, after))
                            .offering(
                                    Texts.of("settings.named.rename", after),
                                    () ->
                                            workspace.apply(
                                                    Edit.of(
                                                            Texts.of("settings.named.edit"),
                                                            renaming(before, after)))));
        }
    }

    static UnaryOperator<Study> renaming(String before, String after) {
        return study ->
                study.withModels(renamed(study.models(), before, after))
                        .withComparisons(
                                study.comparisons().stream()
                                        .map(c ->
                                                new Comparison(
                                                        c.name(),
                                                        c.designs(),
                                                        renamed(c.models(), before, after),
                                                        c.repeats()))
                                        .toList());
    }

    private static List<String> renamed(List<String> names, String before, String after) {
        return names.stream().map(n -> n.equals(before) ? after : n).distinct().toList();
    }
}
