package exemplar.backend;

import exemplar.backend.catalogue.Store;
import exemplar.backend.llama.LlamaBackend;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints what the built-in engine saves: many labels of one prompt beside the prompt alone, and
/// items behind one long beginning beside that beginning once and the items' own tokens. Also how
/// far scores of labels together are from their scores alone.
///
/// `java -cp … exemplar.backend.EngineBench [MODEL [ITEMS [FILE of texts, one a line]]]`
public final class EngineBench {
    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /// The 27 emotions of GoEmotions.
    private static final List<String> LABELS =
            List.of(
                    ("admiration amusement anger annoyance approval caring confusion curiosity"
                                    + " desire disappointment disapproval disgust embarrassment"
                                    + " excitement fear gratitude grief joy love nervousness"
                                    + " optimism pride realization relief remorse sadness surprise")
                            .split(" "));

    private static final String TASK =
            "Say which emotion the author of each tweet shows. The emotions are: "
                    + String.join(", ", LABELS)
                    + ".\n\n";

    private final LlamaBackend backend;
    private final String model;
    private int fresh;

    private EngineBench(LlamaBackend backend, String model) {
        this.backend = backend;
        this.model = model;
    }

    public static void main(String[] arguments) throws IOException {
        String model = arguments.length > 0 ? arguments[0] : "smollm2-135m";
        int items = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        List<String> texts =
                arguments.length > 2
                        ? Files.readAllLines(Path.of(arguments[2])).stream()
                                .limit(items + 20)
                                .toList()
                        : made(items + 20);
        Places places = Places.ofThisMachine();
        try (LlamaBackend backend = new LlamaBackend(Store.in(places)::models, places.cache());
                LlamaBackend second = new LlamaBackend(Store.in(places)::models, places.cache())) {
            EngineBench bench = new EngineBench(backend, model);
            bench.evaluate("Warm up. " + TASK);
            bench.labels(texts);
            bench.items(texts, items, second);
        }
    }

    private static List<String> made(int n) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            texts.add(
                    "I waited %d minutes for the bus and then it rained, what a day to be out in %s"
                            .formatted(3 + i * 7 % 50, i % 2 == 0 ? "town" : "the country"));
        }
        return texts;
    }

    /// Labels of one prompt with four demonstrations.
    private void labels(List<String> texts) {
        List<String> said = LABELS.stream().map(l -> " " + l).toList();
        Spent alone = new Spent(0, 0);
        Spent together = new Spent(0, 0);
        double most = 0;
        int rounds = 10;
        for (int r = 0; r < rounds; r++) {
            String prompt = shots(texts.subList(0, 4)) + tweet(texts.get(4 + r));
            alone = alone.and(Spent.by(() -> evaluate(unshared(prompt))));
            String again = unshared(prompt);
            List<ContinuationScorer.Score> scores = new ArrayList<>();
            together = together.and(Spent.by(() -> scores.addAll(score(again, said))));
            for (int i = 0; i < LABELS.size(); i += 5) {
                double one = score(again, List.of(said.get(i))).getFirst().logLikelihood();
                most = Math.max(most, Math.abs(one - scores.get(i).logLikelihood()));
            }
        }
        say(
                "27 labels after a prompt with 4 demonstrations: %.3f s, the prompt alone %.3f s,"
                        + " ratio %.3f, in processor time %.3f; largest difference to a label alone"
                        + " %.2g nats",
                together.clock() / rounds,
                alone.clock() / rounds,
                together.clock() / alone.clock(),
                together.processors() / alone.processors(),
                most);
    }

    /// Items behind one beginning, each in turn with the item alone on an engine of its own, so
    /// that whatever else the machine does hits both. Time on the clock and of the processors.
    private void items(List<String> texts, int items, LlamaBackend second) {
        String prefix = TASK + shots(texts.subList(0, 4));
        while (tokens(prefix) < 290) {
            prefix = prefix + shots(texts.subList(4, 5));
        }
        String start = "Now. " + prefix;
        List<String> own = texts.subList(6, Math.min(texts.size(), 6 + items));
        int ownTokens = own.stream().mapToInt(t -> tokens(tweet(t))).sum();
        evaluate(second, "Warm up. " + TASK);
        Spent once = Spent.by(() -> evaluate(second, start));
        Spent alone = new Spent(0, 0);
        Spent behind = new Spent(0, 0);
        for (int i = 0; i < own.size(); i++) {
            String tweet = tweet(own.get(i));
            if (i % 2 == 0) {
                alone = alone.and(Spent.by(() -> evaluate(second, tweet)));
                behind = behind.and(Spent.by(() -> evaluate(start + tweet)));
            } else {
                behind = behind.and(Spent.by(() -> evaluate(start + tweet)));
                alone = alone.and(Spent.by(() -> evaluate(second, tweet)));
            }
        }
        say(
                "%d items (%d tokens of their own) behind %d shared tokens: %.2f s; the shared tokens"
                        + " once %.2f s, the items alone %.2f s; ratio %.3f, in processor time %.3f",
                own.size(),
                ownTokens,
                tokens(start),
                behind.clock(),
                once.clock(),
                alone.clock(),
                behind.clock() / once.and(alone).clock(),
                behind.processors() / once.and(alone).processors());
        List<String> said = LABELS.stream().map(l -> " " + l).toList();
        Spent labelled = new Spent(0, 0);
        List<String> fewer = own.subList(0, Math.min(100, own.size()));
        for (String text : fewer) {
            labelled = labelled.and(Spent.by(() -> score(start + tweet(text), said)));
        }
        say("%d of them with 27 labels scored each: %.2f s", fewer.size(), labelled.clock());
        double whole = 0;
        int some = Math.min(5, own.size());
        for (String text : own.subList(0, some)) {
            whole += time(() -> evaluate(unshared(start + tweet(text))));
        }
        say("one item with nothing shared: %.2f s", whole / some);
    }

    /// Seconds on the clock and of all processors together.
    private record Spent(double clock, double processors) {
        static Spent by(Runnable work) {
            long cpu = processorTime();
            long start = System.nanoTime();
            work.run();
            return new Spent((System.nanoTime() - start) / 1e9, (processorTime() - cpu) / 1e9);
        }

        Spent and(Spent more) {
            return new Spent(clock + more.clock, processors + more.processors);
        }

        private static long processorTime() {
            return ManagementFactory.getOperatingSystemMXBean()
                            instanceof com.sun.management.OperatingSystemMXBean os
                    ? os.getProcessCpuTime()
                    : System.nanoTime();
        }
    }

    private static String shots(List<String> texts) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            all.append(tweet(texts.get(i))).append(' ').append(LABELS.get(i * 5)).append("\n\n");
        }
        return all.toString();
    }

    private static String tweet(String text) {
        return "Tweet: " + text.strip() + "\nEmotion:";
    }

    /// A prompt that shares no beginning with any before.
    private String unshared(String prompt) {
        return Character.toString('A' + fresh % 26) + fresh++ + ". " + prompt;
    }

    private void evaluate(String prompt) {
        evaluate(backend, prompt);
    }

    private void evaluate(LlamaBackend on, String prompt) {
        NextTokens.Next next = on.next(model, new Request.Completion(prompt), "", 1);
        if (next instanceof NextTokens.NotTold(Fault fault)) {
            throw new IllegalStateException(fault.message());
        }
    }

    private List<ContinuationScorer.Score> score(String prompt, List<String> labels) {
        return switch (backend.score(model, new Request.Completion(prompt), labels)) {
            case ContinuationScorer.Scored(var scores, var exchange) -> scores;
            case ContinuationScorer.NotScored(Fault fault) ->
                    throw new IllegalStateException(fault.message());
        };
    }

    private int tokens(String text) {
        try {
            return backend.pieces(model, text).size();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String form, Object... values) {
        OUT.println(String.format(Locale.ROOT, form, values));
    }
}
