package exemplar.cli;

import exemplar.compare.Prepared;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.prompt.PromptProblem;
import exemplar.prompt.Prompts;
import exemplar.prompt.Sending;
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What several commands do with a study.
final class Studies {
    private Studies() {}

    /// Makes a study with a task and designs and no data.
    static void create(Path folder, Task task, List<Design> designs) throws IOException {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        try (OpenStudy made = OpenStudy.create(folder, Study.of(name, task).withDesigns(designs))) {
            made.save();
        }
    }

    /// The test item of that id.
    static Optional<Example> item(Study study, String id) {
        return study.tests().byId(id);
    }

    /// The design of that name, or the study's first one where none is named.
    static Design design(Study study, Optional<String> name) {
        if (name.isEmpty()) {
            return study.designs().stream()
                    .findFirst()
                    .orElseThrow(() -> new Trouble("the study has no design yet"));
        }
        return study.design(name.get())
                .orElseThrow(() ->
                        new Trouble(
                                "there is no design '%s'; the study has: %s"
                                        .formatted(name.get(), names(study))));
    }

    static String names(Study study) {
        return String.join(", ", study.designs().stream().map(Design::name).toList());
    }

    /// The prompts of a study, ready to be sent. A template with a problem is refused with its
    /// place.
    static Prepared.Source prompts(Study study) {
        return (name, itemId) -> {
            Optional<Design> design = study.design(name);
            Optional<Example> item = item(study, itemId);
            if (design.isEmpty() || item.isEmpty()) {
                return new Prepared.Refused(
                        design.isEmpty()
                                ? "The design '" + name + "' is not in the study any more."
                                : "The item '" + itemId + "' is not in the study any more.");
            }
            Prompts.Made made = Prompts.make(design.get(), study.task(), study.pool(), item.get());
            if (made.rendering().broken()) {
                return new Prepared.Refused(
                        "Not sent, the template has a problem: "
                                + made.rendering().problems().stream()
                                        .findFirst()
                                        .map(PromptProblem::sentence)
                                        .orElse(""));
            }
            return new Prepared.Ready(
                    new Prepared(
                            made.rendering().prompt(),
                            made.demonstrations().stream().map(c -> c.example().id()).toList(),
                            Sending.of(design.get(), study.task())));
        };
    }
}
