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
    /// What to do about a study without test items.
    static final String NO_TESTS =
            "the study has no test items; bring some in with: exemplar import STUDY FILE --as tests";

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

    /// The test item of that id, or a sentence that says where to look for one.
    static Example require(Study study, String id) {
        return item(study, id)
                .orElseThrow(() ->
                        new Trouble(
                                study.tests().isEmpty()
                                        ? NO_TESTS
                                        : study.pool().indexOfId(id) >= 0
                                                ? "'%s' is a demonstration, not a test item; name one of the test items, such as '%s'"
                                                        .formatted(id, study.tests().get(0).id())
                                                : "there is no test item '%s'; name one such as '%s', or list them with: exemplar show STUDY --tests"
                                                        .formatted(id, study.tests().get(0).id())));
    }

    /// The design of that name, or the study's first one where none is named.
    static Design design(Study study, Optional<String> name) {
        if (name.isEmpty()) {
            return study.designs().stream()
                    .findFirst()
                    .orElseThrow(() ->
                            new Trouble(
                                    "the study has no design yet; make one in the window, or start from: exemplar new"));
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
