package exemplar.cli;

import exemplar.backend.gateway.Gateway;
import exemplar.compare.Cell;
import exemplar.compare.Judge;
import exemplar.compare.Plan;
import exemplar.compare.Prepared;
import exemplar.compare.Runner;
import exemplar.compare.Trial;
import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.study.Study;
import exemplar.study.report.Report;
import exemplar.study.report.ReportJson;
import exemplar.study.report.ReportText;
import exemplar.study.runs.Execution;
import exemplar.study.runs.RunInfo;
import exemplar.study.runs.RunStore;
import exemplar.study.runs.StudyPrompts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = {
            "Asks designs × models on the test items and keeps every answer.",
            "Says beforehand what it will take; a budget stops it, and --resume goes on with what is missing."
        },
        footer = {
            "  exemplar run moods --models mock",
            "  exemplar run moods --designs few-shot --models mock,big --limit 20",
            "  exemplar run moods --models big --budget 0.50 --record answers.jsonl",
            "  exemplar run moods --resume"
        },
        exitCodeList = {"1:Some trials failed or were not made.", "130:Stopped with Ctrl+C."},
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final String TESTS = "tests";

    /// Prompts that tell the length of the others well enough.
    private static final int LOOKED_AT = 300;

    private final Services services;
    private final Console console;

    @Mixin StudyArgument study = new StudyArgument();

    @Option(
            names = "--designs",
            split = ",",
            paramLabel = "A,B",
            hideParamSyntax = true,
            description = "Designs to run (default: the study's first comparison, or all).")
    List<String> designs = new ArrayList<>();

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "X,Y",
            hideParamSyntax = true,
            description =
                    "Models to ask, as 'exemplar models' names them (default: the study's, or the one of 'exemplar models default').")
    List<String> models = new ArrayList<>();

    @Option(
            names = "--items",
            split = ",",
            paramLabel = "tests|ID,…",
            hideParamSyntax = true,
            description = "Items to ask (default: tests, all of them).")
    List<String> items = List.of(TESTS);

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "How often each cell is asked (default: 1).")
    Optional<Integer> repeats = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N items.")
    Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description =
                    "Most questions at a time (default: 8 for each model, or as many as its server"
                            + " was said to take).")
    Optional<Integer> parallel = Optional.empty();

    @Option(
            names = "--resume",
            description =
                    "Go on with the latest run: ask only what is missing. Designs, models, items and repeats are those it began with.")
    boolean resume;

    @Mixin AnswerOptions answers = new AnswerOptions();

    @Option(names = "--json", description = "Print the whole report as one JSON document.")
    boolean json;

    RunCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        answers.check();
        atLeastOne("--repeats", repeats);
        atLeastOne("--limit", limit);
        atLeastOne("--parallel", parallel);
        Study open = study.read(console);
        try (RunStore store = RunStore.open(study.folder());
                AnswerOptions.Open asked = answers.open(services::gateway)) {
            Execution execution = execution(open, store);
            if (execution.plan().size() == 0) {
                throw new Trouble(
                        open.tests().isEmpty()
                                ? Studies.NO_TESTS
                                : "there is nothing to ask: the study has no design");
            }
            boolean all = ask(open, execution, asked);
            Report report = report(open, store, execution.run());
            if (json) {
                console.document(ReportJson.document(report));
            } else {
                ReportText.lines(report).forEach(line -> console.line(Console.tame(line)));
            }
            asked.spent().ifPresent(console::say);
            if (answers.live()) {
                services.gateway().cacheTrouble().ifPresent(console::say);
            }
            int unasked = report.run().cells() - report.trials().size();
            if (!all) {
                console.say("Stopped. What arrived is kept; go on with --resume.");
                return 130;
            }
            explainFailures(report);
            if (unasked > 0) {
                console.say(
                        "%,d of %,d calls were not made. Go on with --resume."
                                .formatted(unasked, report.run().cells()));
            }
            return report.failures() > 0 || unasked > 0 ? Trouble.FINDINGS : 0;
        }
    }

    private static void atLeastOne(String option, Optional<Integer> number) {
        if (number.isPresent() && number.get() < 1) {
            throw new Trouble("%s must be at least 1, not %d".formatted(option, number.get()));
        }
    }

    private void explainFailures(Report report) {
        report.trials().stream()
                .filter(t -> t.state() != Trial.State.DONE)
                .map(t -> t.cell().variant().model() + ": " + t.fault())
                .distinct()
                .limit(5)
                .forEach(console::say);
    }

    private Execution execution(Study open, RunStore store) throws IOException {
        if (!resume) {
            return Execution.begin(store, fresh(open), services.clock().instant());
        }
        RunInfo latest =
                store.latest()
                        .orElseThrow(() ->
                                new Trouble(
                                        "there is no run to resume yet; leave --resume out"
                                                + " to start one"));
        agree(open, latest);
        return Execution.resume(store, latest, id -> Studies.item(open, id).stream().toList());
    }

    /// Ends the command where it names something else than the run it is to go on with.
    private void agree(Study open, RunInfo run) {
        agree("--designs", "designs", agree(designs, run.designs()), run);
        agree("--models", "models", agree(models, run.models()), run);
        agree("--repeats", "repeats", repeats.isEmpty() || repeats.get() == run.repeats(), run);
        if (limit.isPresent() || !items.equals(List.of(TESTS))) {
            List<String> ids = chosenItems(open).stream().map(Example::id).toList();
            String option = limit.isPresent() ? "--limit" : "--items";
            agree(option, "items", ids.equals(run.items()), run);
        }
    }

    private static boolean agree(List<String> named, List<String> began) {
        return named.isEmpty() || Set.copyOf(named).equals(Set.copyOf(began));
    }

    private static void agree(String option, String what, boolean same, RunInfo run) {
        if (!same) {
            throw new Trouble(
                    "run %d began with other %s; leave %s out to go on with it, or --resume to begin another"
                            .formatted(run.id(), what, option));
        }
    }

    private boolean ask(Study open, Execution execution, AnswerOptions.Open asked) {
        Plan plan = execution.plan();
        console.say(
                "Run %d: %s × %s × %s, %s to make"
                        .formatted(
                                execution.run(),
                                count(plan.items().size(), "item"),
                                count(plan.variants().size(), "variant"),
                                count(plan.repeats(), "time"),
                                count(execution.missing(), "call")));
        Prepared.Source prompts = StudyPrompts.of(open, study.folder());
        Runner runner = new Runner(asked.ask(), prompts, new Judge(open.task()), services.clock());
        int atATime = parallel.orElseGet(() -> services.gateway().inHand(plan.models()));
        return Interruption.during(() -> {
            if (answers.live()) {
                Estimates.say(
                        console,
                        services.gateway().estimate(questions(execution, prompts, asked)),
                        answers.budget);
            } else {
                console.say("Answers come from a recording; nothing is sent.");
            }
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            RunProgress progress = new RunProgress(console, execution.missing(), services.clock());
            boolean all = execution.run(runner, atATime, progress);
            progress.sum();
            return all;
        });
    }

    /// What will be asked, made one by one. Of a model whose answers are not kept a few hundred
    /// prompts stand for all: nothing can be answered before, and only their length matters.
    private Iterable<Gateway.Question> questions(
            Execution execution, Prepared.Source prompts, AnswerOptions.Open asked) {
        Map<String, List<Cell>> byModel =
                execution.plan().cells().stream()
                        .filter(c -> !execution.done().contains(c))
                        .collect(Collectors.groupingBy(c -> c.variant().model()));
        return () ->
                byModel.entrySet().stream()
                        .flatMap(e -> {
                            List<Cell> cells = e.getValue();
                            int step =
                                    services.gateway().keeps(e.getKey())
                                            ? 1
                                            : Math.max(1, cells.size() / LOOKED_AT);
                            return IntStream.iterate(0, i -> i < cells.size(), i -> i + step)
                                    .takeWhile(i -> !Thread.currentThread().isInterrupted())
                                    .boxed()
                                    .flatMap(i ->
                                            question(
                                                    cells.get(i),
                                                    Math.min(step, cells.size() - i),
                                                    prompts,
                                                    asked));
                        })
                        .iterator();
    }

    private static Stream<Gateway.Question> question(
            Cell cell, int times, Prepared.Source prompts, AnswerOptions.Open asked) {
        return prompts.prepare(cell.variant().design(), cell.item())
                        instanceof Prepared.Ready(Prepared p)
                ? Stream.of(
                        new Gateway.Question(
                                cell.variant().model(),
                                p.input(),
                                asked.terms(p.sampling(), cell.repeat()),
                                times))
                : Stream.empty();
    }

    /// `1 call`, `214 calls`.
    static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    static Report report(Study open, RunStore store, long run) throws IOException {
        RunInfo info =
                store.runs().stream()
                        .filter(r -> r.id() == run)
                        .findFirst()
                        .orElseThrow(() ->
                                new Trouble(
                                        "there is no run %d; the study has: %s"
                                                .formatted(run, ids(store))));
        List<Example> asked =
                info.items().stream().flatMap(id -> Studies.item(open, id).stream()).toList();
        return Report.of(open.name(), open.task(), info, asked, store.outlines(run));
    }

    private static String ids(RunStore store) {
        try {
            List<String> ids =
                    store.runs().stream().map(r -> String.valueOf(r.id())).limit(20).toList();
            return ids.isEmpty() ? "none" : String.join(", ", ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Plan fresh(Study open) throws IOException {
        Optional<Comparison> first = open.comparisons().stream().findFirst();
        List<String> chosenDesigns =
                !designs.isEmpty()
                        ? designs
                        : first.map(Comparison::designs)
                                .orElse(open.designs().stream().map(Design::name).toList());
        List<String> named =
                !models.isEmpty() ? models : first.map(Comparison::models).orElse(open.models());
        List<String> chosenModels =
                named.isEmpty() && answers.live()
                        ? services.gateway().defaultModel().stream().toList()
                        : named;
        for (String design : chosenDesigns) {
            if (open.design(design).isEmpty()) {
                throw new Trouble(
                        "there is no design '%s'; the study has: %s"
                                .formatted(design, Studies.names(open)));
            }
        }
        if (answers.live()) {
            Models.require(services.gateway(), chosenModels);
        } else if (chosenModels.isEmpty()) {
            throw new Trouble("name the recorded models with --models");
        }
        return Plan.of(
                new Comparison(
                        "run",
                        chosenDesigns,
                        chosenModels,
                        repeats.or(() -> first.map(Comparison::repeats)).orElse(1)),
                chosenItems(open));
    }

    private List<Example> chosenItems(Study open) {
        List<Example> chosen = new ArrayList<>();
        if (items.equals(List.of(TESTS))) {
            chosen.addAll(open.tests());
        } else {
            for (String id : items) {
                chosen.add(Studies.require(open, id));
            }
        }
        return limit.isPresent() && limit.get() < chosen.size()
                ? chosen.subList(0, limit.get())
                : chosen;
    }
}
