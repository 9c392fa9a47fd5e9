package exemplar.cli;

import exemplar.study.Finding;
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/// The study a command works on.
final class StudyArgument {
    @Parameters(index = "0", paramLabel = "STUDY", description = "The study folder.")
    Path path = Path.of(".");

    Path folder() {
        return path;
    }

    /// Reads the study, edits in its journal included; what is wrong with its files is said.
    Study read(Console console) throws IOException {
        try (OpenStudy open = OpenStudy.open(path)) {
            open.readOnly().ifPresent(console::say);
            for (Finding finding : open.findings()) {
                console.say(finding.sentence());
            }
            return open.study();
        }
    }
}
