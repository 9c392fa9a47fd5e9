package exemplar.cli;

import exemplar.formats.Exporter;
import exemplar.formats.Exporters;
import exemplar.formats.Subject;
import exemplar.formats.Writing;
import exemplar.model.Example;
import exemplar.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Writes a design in another tool's format, reads it again and compares.",
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
            description = "Such as jinja2, messages or text; an unknown name lists them.")
    String format = "";

    @Option(names = "--out", required = true, paramLabel = "PATH", description = "Where to.")
    Path out = Path.of("");

    @Option(names = "--item", paramLabel = "ID", description = "Only this test item.")
    Optional<String> item = Optional.empty();

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
