package exemplar.cli;

import exemplar.backend.cost.Budget;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.label.LabelScorer;
import exemplar.backend.label.Method;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.study.Study;
import exemplar.study.runs.LabelEvidence;
import exemplar.study.runs.LabelEvidence.Part;
import exemplar.study.runs.LabelStore;
import exemplar.study.runs.Labelling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "label",
        description = {
            "Asks a model how likely each label of each example is, and keeps it as evidence.",
            "What is known of the same prompt is left out: a labelling that was stopped goes on."
        },
        footer = {
            "  exemplar label moods --model smollm2-135m --only tests",
            "  exemplar label moods --model mock --design few-shot --limit 50 --json"
        },
        exitCodeList = {"1:Some examples could not be scored.", "130:Stopped with Ctrl+C."},
        mixinStandardHelpOptions = true)
final class LabelCommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Mixin StudyArgument study = new StudyArgument();

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "Model to ask (default: the one chosen with 'exemplar models default').")
    String model = "";

    @Option(
            names = "--design",
            paramLabel = "D",
            description = "Design whose prompts are scored (default: the first).")
    Optional<String> design = Optional.empty();

    @Option(
            names = "--only",
            paramLabel = "pool|tests",
            description = "Only that part (default: both).")
    Optional<Part> only = Optional.empty();

    /// How labels may be scored.
    enum Way {
        auto,
        exact,
        topk,
        sampled
    }

    @Option(
            names = "--method",
            paramLabel = "auto|exact|topk|sampled",
            description = "How labels are scored (default: the best the model allows).")
    Way method = Way.auto;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Answers drawn where labels are sampled (default: ${DEFAULT-VALUE}).")
    int samples = 20;

    @Option(
            names = "--per-token",
            description = "Divide log-likelihoods by the number of tokens of the label.")
    boolean perToken;

    @Option(
            names = "--calibration",
            negatable = true,
            description =
                    "Take the model's bias to labels out (contextual calibration), or leave it in. On by default for models of this machine; the raw numbers are always beside it.")
    Optional<Boolean> calibration = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N of each part.")
    Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description =
                    "Most examples at a time (default: 8, or as many as the server was said to take;"
                            + " 1 for the built-in engine).")
    Optional<Integer> parallel = Optional.empty();

    @Option(
            names = "--budget",
            paramLabel = "USD",
            description = "Stop before this call of the command costs more than that.")
    Optional<Double> budget = Optional.empty();

    @Option(names = "--json", description = "Print JSON lines.")
    boolean json;

    LabelCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Study open = study.read(console);
        if (open.task().kind() != Task.Kind.CLASSIFY || open.task().labels().isEmpty()) {
            throw new Trouble("only a study with labels can be labelled; this one has none");
        }
        if (samples < 1 || limit.isPresent() && limit.get() < 1) {
            throw new Trouble("--samples and --limit are at least 1");
        }
        if (model.isEmpty()) {
            model =
                    services.gateway()
                            .defaultModel()
                            .orElseThrow(() ->
                                    new Trouble(
                                            "name the model to ask with --model, such as --model mock"));
        }
        Models.require(services.gateway(), List.of(model));
        Design chosen = Studies.design(open, design);
        Optional<Budget> most = budget.map(Budget::new);
        Gateway.Place place = services.gateway().place(model);
        Labelling.Wanted wanted =
                new Labelling.Wanted(
                        chosen,
                        model,
                        calibration.orElse(place != Gateway.Place.ELSEWHERE),
                        ways(),
                        services.gateway().source(model).orElse(""),
                        new LabelScorer.Options(perToken, samples));
        LabelScorer scorer =
                services.gateway()
                        .scorer(model, wanted.options(), wanted.ways(), most)
                        .orElseThrow(() -> new Trouble("there is no model '" + model + "'"));
        try (LabelStore store = LabelStore.open(study.folder())) {
            Labelling labelling = new Labelling(open, wanted, scorer, store, services.clock());
            LabelProgress progress = new LabelProgress(console);
            int usual = place == Gateway.Place.HERE ? 1 : services.gateway().inHand(Set.of(model));
            int atATime = Math.max(1, parallel.orElse(usual));
            boolean all = Interruption.during(() -> label(open, labelling, atATime, progress));
            print(store, chosen, progress);
            most.ifPresent(b ->
                    console.say(
                            String.format(
                                    Locale.ROOT, "Spent $%.4f of $%.4f.", b.spent(), b.limit())));
            services.gateway().cacheTrouble().ifPresent(console::say);
            progress.explain();
            if (!all) {
                console.say("Stopped. What was found is kept; the same command goes on.");
                return 130;
            }
            return progress.failures() > 0 ? Trouble.FINDINGS : 0;
        }
    }

    private boolean label(Study open, Labelling labelling, int atATime, LabelProgress progress)
            throws IOException {
        for (Part part : parts()) {
            List<Example> asked = part == Part.POOL ? open.pool() : open.tests();
            if (limit.isPresent() && limit.get() < asked.size()) {
                asked = asked.subList(0, limit.get());
            }
            List<Example> missing = labelling.missing(part, asked);
            console.say(
                    "%s: %,d examples, %,d of them scored before"
                            .formatted(
                                    part.name().toLowerCase(Locale.ROOT),
                                    asked.size(),
                                    asked.size() - missing.size()));
            progress.begin(part, asked, missing);
            if (!labelling.run(part, missing, atATime, progress)) {
                return false;
            }
        }
        return true;
    }

    private List<Part> parts() {
        return only.map(List::of).orElse(List.of(Part.POOL, Part.TESTS));
    }

    private Set<Method> ways() {
        return switch (method) {
            case auto -> EnumSet.allOf(Method.class);
            case exact -> EnumSet.of(Method.EXACT);
            case topk -> EnumSet.of(Method.TOPK);
            case sampled -> EnumSet.of(Method.SAMPLED);
        };
    }

    /// Everything that was asked for and is known, in the order of the study.
    private void print(LabelStore store, Design chosen, LabelProgress progress) throws IOException {
        Map<String, LabelEvidence> found = new HashMap<>();
        for (LabelEvidence e : store.latest(Optional.of(model), Optional.of(chosen.name()))) {
            found.put(e.part() + "\n" + e.example(), e);
        }
        List<LabelEvidence> shown = new ArrayList<>();
        for (String id : progress.ready()) {
            Optional.ofNullable(found.get(id)).ifPresent(shown::add);
        }
        for (LabelEvidence e : shown) {
            if (json) {
                console.json(LabelJson.of(e));
            } else {
                console.line(LabelJson.line(e));
            }
        }
        Set<String> notes = new HashSet<>();
        shown.forEach(e -> notes.add(e.distribution().note()));
        notes.stream().filter(n -> !n.isEmpty()).sorted().limit(3).forEach(console::say);
    }
}
