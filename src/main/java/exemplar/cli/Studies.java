package exemplar.cli;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Task;
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
}
