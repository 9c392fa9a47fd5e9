package exemplar.cli;

import exemplar.study.Study;
import exemplar.study.report.Report;
import exemplar.study.report.ReportHtml;
import exemplar.study.report.ReportJson;
import exemplar.study.report.ReportText;
import exemplar.study.runs.RunInfo;
import exemplar.study.runs.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = "Says what a run found: scores with intervals, every answer beside gold.",
        footer = {"  exemplar report moods", "  exemplar report moods --run 3 --html report.html"},
        exitCodeList = "1:The run has trials that failed.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin StudyArgument study = new StudyArgument();

    @Option(names = "--run", paramLabel = "R", description = "Which run (default: the latest).")
    Optional<Long> run = Optional.empty();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the report as a page that stands alone.")
    Optional<Path> html = Optional.empty();

    @Option(names = "--json", description = "Print the whole report as one JSON document.")
    boolean json;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Study open = study.read(console);
        if (!Files.exists(study.folder().resolve(RunStore.FILE))) {
            throw new Trouble("nothing has been run in this study yet; start with: exemplar run");
        }
        try (RunStore store = RunStore.open(study.folder())) {
            long id =
                    run.or(() -> latest(store))
                            .orElseThrow(() ->
                                    new Trouble(
                                            "nothing has been run in this study yet;"
                                                    + " start with: exemplar run"));
            Report report = RunCommand.report(open, store, id);
            if (html.isPresent()) {
                Place.write(html.get(), ReportHtml.page(report));
                console.say("Wrote " + html.get());
            }
            if (json) {
                console.document(ReportJson.document(report));
            } else if (html.isEmpty()) {
                ReportText.lines(report).forEach(line -> console.line(Console.tame(line)));
            }
            return report.failures() > 0 ? Trouble.FINDINGS : 0;
        }
    }

    private static Optional<Long> latest(RunStore store) {
        try {
            return store.latest().map(RunInfo::id);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
