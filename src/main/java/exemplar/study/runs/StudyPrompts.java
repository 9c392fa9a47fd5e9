package exemplar.study.runs;

import exemplar.compare.Prepared;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.prompt.Composer;
import exemplar.prompt.PromptProblem;
import exemplar.prompt.Prompts;
import exemplar.prompt.Sending;
import exemplar.study.Study;
import exemplar.study.folder.StudyImages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The prompts a run of a study sends.
public final class StudyPrompts {
    private StudyPrompts() {}

    /// The prompts of a study, ready to be sent. A template with a problem is refused with its
    /// place, and so is a prompt whose images are not all there.
    ///
    /// @param folder of the study, for its images
    public static Prepared.Source of(Study study, Path folder) {
        StudyImages images = new StudyImages(folder);
        // A composer serves one thread at a time; what it remembers of the last prompt serves the
        // next, as most of two items' prompts is the same.
        Queue<Composer> idle = new ConcurrentLinkedQueue<>();
        return (name, itemId) -> {
            Optional<Design> design = study.design(name);
            Optional<Example> item = study.tests().byId(itemId);
            if (design.isEmpty() || item.isEmpty()) {
                return new Prepared.Refused(
                        design.isEmpty()
                                ? "The design '" + name + "' is not in the study any more."
                                : "The item '" + itemId + "' is not in the study any more.");
            }
            Composer composer = Optional.ofNullable(idle.poll()).orElseGet(Composer::new);
            Prompts.Made made = composer.make(design.get(), study.task(), study.pool(), item.get());
            idle.add(composer);
            if (made.rendering().broken()) {
                return new Prepared.Refused(
                        "Not sent, the template has a problem: "
                                + made.rendering().problems().stream()
                                        .findFirst()
                                        .map(PromptProblem::sentence)
                                        .orElse(""));
            }
            return switch (images.of(made.rendering().prompt())) {
                case StudyImages.Missing(String reason) -> new Prepared.Refused(reason);
                case StudyImages.All(var pictures) ->
                        new Prepared.Ready(
                                new Prepared(
                                        made.rendering().prompt(),
                                        made.demonstrations().stream()
                                                .map(c -> c.example().id())
                                                .toList(),
                                        Sending.of(design.get(), study.task()),
                                        pictures));
            };
        };
    }
}
