package exemplar.cli;

import exemplar.formats.Exporter;
import exemplar.formats.Exporters;
import exemplar.formats.Subject;
import exemplar.formats.Writing;
import exemplar.model.Example;
import exemplar.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Writes a design in another tool's format, reads it again and compares.",
        footer = {
            "  exemplar export moods --design few-shot --format jinja2 --out prompt.jinja",
            "  exemplar export moods --format messages --out messages"
        },
        exitCodeList = "1:What was read again differs from the prompts.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin StudyArgument study = new StudyArgument();

    @Option(names = "--design", paramLabel = "D", description = "Design (default: the first).")
    Optional<String> design = Optional.empty();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            completionCandidates = ExportCommand.Formats.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    String format = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description =
                    "A file, or a folder where there are several; what is there is written over.")
    Path out = Path.of("");

    @Option(names = "--item", paramLabel = "ID", description = "Only this test item.")
    Optional<String> item = Optional.empty();

    /// The names of the formats, for the help.
    static final class Formats extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Formats() {
            super(Exporters.all().stream().map(Exporter::name).toList());
        }
    }

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Exporter exporter =
                Exporters.of(format)
                        .orElseThrow(() ->
                                new Trouble(
                                        "there is no format '%s'; there are: %s"
                                                .formatted(format, Exporters.names())));
        Study open = study.read(console);
        List<Example> items =
                item.isPresent() ? List.of(Studies.require(open, item.get())) : open.tests();
        Writing.Written written =
                Writing.write(
                        exporter,
                        new Subject(open.task(), Studies.design(open, design), open.pool(), items),
                        out);
        written.losses().forEach(console::say);
        written.differences().forEach(console::say);
        written.files().forEach(file -> console.line(file.toString()));
        return written.differences().isEmpty() ? 0 : Trouble.FINDINGS;
    }
}
