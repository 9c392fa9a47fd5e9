package exemplar.study.runs;

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
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A process of its own that begins or resumes a run, until it is killed or done, and says each
/// answer that is kept.
final class KilledRunChild {
    static final int PARALLEL = 4;

    private KilledRunChild() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        try (Gateway gateway = gateway(home)) {
            boolean unused = ask(home, gateway);
        }
    }

    static Gateway gateway(Path home) throws IOException {
        return Machine.gateway(
                new Places(home.resolve("config"), home.resolve("cache")),
                List.of(),
                target -> new Opener.Unavailable("No files here."),
                RetryPolicy.DEFAULT);
    }

    static boolean ask(Path home, Gateway gateway) throws IOException {
        Path folder = home.resolve("study");
        Study study;
        try (OpenStudy open = OpenStudy.open(folder)) {
            study = open.study();
        }
        try (RunStore store = RunStore.open(folder)) {
            Optional<RunInfo> latest = store.latest();
            Execution execution =
                    latest.isPresent()
                            ? Execution.resume(
                                    store,
                                    latest.get(),
                                    id -> study.tests().byId(id).stream().toList())
                            : Execution.begin(
                                    store,
                                    new Plan(
                                            List.of(new Variant("zero-shot", "far")),
                                            study.tests(),
                                            1),
                                    Instant.now());
            return execution.run(
                    new Runner(
                            gateway::ask,
                            StudyPrompts.of(study, folder),
                            new Judge(study.task()),
                            Clock.systemUTC()),
                    PARALLEL,
                    new Runner.Listener() {
                        @Override
                        public void started(Cell cell) {}

                        @Override
                        public void text(Cell cell, String piece) {}

                        @Override
                        public void ended(Trial trial) {
                            System.out.println(trial.cell().item());
                        }
                    });
        }
    }
}
