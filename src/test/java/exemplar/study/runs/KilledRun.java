package exemplar.study.runs;

import exemplar.OtherJvm;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.Registry;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.prompt.StarterDesigns;
import exemplar.study.Examples;
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// Kills a run again and again at random points, lets it end, and counts what was lost or paid
/// twice.
///
/// @param kills processes that were killed before they were done
/// @param acknowledged answers that a process said were kept before it was killed
/// @param lost of those, how many were not there afterwards
/// @param missing cells without an answer at the end
/// @param requests that reached the server
/// @param cells of the run
/// @param paidTwice requests beyond one a cell and those under way at a kill
public record KilledRun(
        int kills,
        int acknowledged,
        int lost,
        int missing,
        int requests,
        int cells,
        int paidTwice) {

    /// @param home an empty folder
    /// @param most kills
    /// @param cells of each run; a new one is begun when one is done
    public static KilledRun of(Path home, int most, int cells, long seed) throws Exception {
        Random random = new Random(seed);
        KilledRun sum = new KilledRun(0, 0, 0, 0, 0, 0, 0);
        for (int run = 0; sum.kills() < most; run++) {
            sum =
                    sum.plus(
                            one(
                                    Files.createDirectories(home.resolve("r" + run)),
                                    most - sum.kills(),
                                    cells,
                                    random));
        }
        return sum;
    }

    private KilledRun plus(KilledRun o) {
        return new KilledRun(
                kills + o.kills,
                acknowledged + o.acknowledged,
                lost + o.lost,
                missing + o.missing,
                requests + o.requests,
                cells + o.cells,
                paidTwice + o.paidTwice);
    }

    private static KilledRun one(Path home, int most, int cells, Random random) throws Exception {
        try (MockServer server = MockServer.start(0, Trouble.NONE.latency(Duration.ofMillis(3)))) {
            prepare(home, cells, server);
            Set<String> acknowledged = new HashSet<>();
            int kills = 0;
            int lost = 0;
            int unkept = 0;
            while (kills < most && acknowledged.size() < cells) {
                int before = server.requests();
                long keptBefore = kept(home);
                boolean killed = killed(home, random.nextInt(Math.max(1, cells / 4)), acknowledged);
                // The server may still be answering what the dead asked.
                unkept += (int) (server.requests() - before - (kept(home) - keptBefore));
                Set<String> there = there(home);
                lost += (int) acknowledged.stream().filter(a -> !there.contains(a)).count();
                kills += killed ? 1 : 0;
                if (!killed) {
                    break;
                }
            }
            try (Gateway gateway = KilledRunChild.gateway(home)) {
                boolean unused = KilledRunChild.ask(home, gateway);
            }
            return new KilledRun(
                    kills,
                    acknowledged.size(),
                    lost,
                    cells - there(home).size(),
                    server.requests(),
                    cells,
                    Math.max(
                            0,
                            server.requests()
                                    - cells
                                    - Math.min(unkept, kills * KilledRunChild.PARALLEL)));
        }
    }

    private static void prepare(Path home, int cells, MockServer server) throws IOException {
        Task task =
                new Task(
                        Task.Kind.CLASSIFY,
                        List.of("text"),
                        "emotion",
                        List.of(Label.of("joy"), Label.of("anger")),
                        "Say which emotion it shows.",
                        List.of("accuracy"));
        List<Example> tests = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            tests.add(Example.of("t" + i, Map.of("text", "day number " + i), "joy"));
        }
        try (OpenStudy made =
                OpenStudy.create(
                        home.resolve("study"),
                        Study.of("killed", task)
                                .withDesigns(StarterDesigns.of(task))
                                .withTests(Examples.of(tests)))) {
            made.save();
        }
        Registry.at(home.resolve("config/models.json"))
                .put(
                        Preset.named("vllm")
                                .orElseThrow()
                                .register(
                                        "far",
                                        Optional.of(server.base()),
                                        "mock",
                                        Optional.empty()));
    }

    private static Set<String> there(Path home) throws IOException {
        try (RunStore store = RunStore.open(home.resolve("study"))) {
            Optional<RunInfo> run = store.latest();
            return run.isEmpty()
                    ? Set.of()
                    : store.done(run.get().id()).stream()
                            .map(c -> c.item())
                            .collect(Collectors.toSet());
        }
    }

    private static long kept(Path home) throws IOException {
        try (AnswerCache cache =
                AnswerCache.open(home.resolve("cache/cache.sqlite"), Clock.systemUTC())) {
            return cache.contents().answers();
        }
    }

    /// @return whether it was killed before it was done
    private static boolean killed(Path home, int answers, Set<String> acknowledged)
            throws IOException, InterruptedException {
        Process child =
                OtherJvm.brief(KilledRunChild.class, home.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        int said = 0;
        try (BufferedReader out = child.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged.add(line);
                if (++said > answers) {
                    // By its handle: the process's own method closes the stream that is read here.
                    boolean unused = child.toHandle().destroyForcibly();
                }
            }
        }
        return child.waitFor() != 0;
    }
}
