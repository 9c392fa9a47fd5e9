package exemplar.study;

import exemplar.backend.Places;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Machine;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.compare.Cell;
import exemplar.compare.Judge;
import exemplar.compare.Plan;
import exemplar.compare.Runner;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.prompt.StarterDesigns;
import exemplar.study.report.Report;
import exemplar.study.runs.Execution;
import exemplar.study.runs.RunStore;
import exemplar.study.runs.StudyPrompts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints how long a run of mock cells takes end to end, every trial in `runs.sqlite`, and how much
/// memory it needs.
///
/// `java -cp … exemplar.study.RunBench [CELLS [ROUNDS]]`
public final class RunBench {
    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private RunBench() {}

    public static void main(String[] arguments) throws Exception {
        int cells = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        Path home = Files.createTempDirectory("run-bench");
        Study study = study(cells);
        try (Gateway gateway =
                Machine.gateway(
                        new Places(home.resolve("config"), home.resolve("cache")),
                        List.of(),
                        target -> new Opener.Unavailable("no files here"),
                        RetryPolicy.OFF)) {
            for (int round = 0; round < rounds; round++) {
                run(study, gateway, Files.createDirectories(home.resolve("s" + round)), cells);
            }
        }
        OUT.printf(Locale.ROOT, "most memory of the process: %s%n", mostResident());
    }

    private static void run(Study study, Gateway gateway, Path folder, int cells) throws Exception {
        long start = System.nanoTime();
        try (RunStore store = RunStore.open(folder)) {
            Plan plan =
                    new Plan(
                            List.of(new Variant(study.designs().getLast().name(), "mock")),
                            study.tests(),
                            1);
            Execution execution = Execution.begin(store, plan, Instant.now());
            boolean all =
                    execution.run(
                            new Runner(
                                    gateway::ask,
                                    StudyPrompts.of(study, folder),
                                    new Judge(study.task()),
                                    Clock.systemUTC()),
                            8,
                            SILENT);
            double asked = (System.nanoTime() - start) / 1e9;
            Report report =
                    Report.of(
                            "bench",
                            study.task(),
                            store.latest().orElseThrow(),
                            study.tests(),
                            store.outlines(execution.run()));
            OUT.printf(
                    Locale.ROOT,
                    "%,d cells%s: asked and stored %.2f s, with the report %.2f s, %,d bytes%n",
                    report.trials().size(),
                    all && report.failures() == 0 && report.trials().size() == cells
                            ? ""
                            : " (NOT ALL)",
                    asked,
                    (System.nanoTime() - start) / 1e9,
                    Files.size(folder.resolve(RunStore.FILE)));
        }
    }

    private static Study study(int items) {
        Task task =
                new Task(
                        Task.Kind.CLASSIFY,
                        List.of("text"),
                        "emotion",
                        List.of(new Label("joy", "joy"), new Label("anger", "anger")),
                        "Say which emotion the message shows.",
                        List.of("accuracy"));
        List<Example> tests = new ArrayList<>();
        List<Example> pool = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            tests.add(example("t" + i, "item " + i + " about the weather of this long day", i));
        }
        for (int i = 0; i < 1_000; i++) {
            pool.add(example("d" + i, "demonstration " + i + " about the weather of the week", i));
        }
        List<Design> designs = StarterDesigns.of(task);
        return Study.of("bench", task)
                .withDesigns(designs)
                .withPool(Examples.of(pool))
                .withTests(Examples.of(tests));
    }

    private static Example example(String id, String text, int i) {
        return Example.of(id, Map.of("text", text), i % 2 == 0 ? "joy" : "anger");
    }

    private static String mostResident() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return line.substring(6).strip();
                }
            }
        } catch (java.io.IOException e) {
            // Not Linux.
        }
        return "not told here";
    }

    private static final Runner.Listener SILENT =
            new Runner.Listener() {
                @Override
                public void started(Cell cell) {}

                @Override
                public void text(Cell cell, String piece) {}

                @Override
                public void ended(Trial trial) {}
            };
}
