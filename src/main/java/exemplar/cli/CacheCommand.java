package exemplar.cli;

import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cache.Contents;
import exemplar.backend.cache.Kept;
import exemplar.backend.gateway.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cache",
        description = {
            "Answers that were paid for once and are told again: counts, shows, forgets them.",
            "Shared by all studies of this machine; holds no key."
        },
        footer = {"  exemplar models cache", "  exemplar models cache list --answers --limit 50"},
        mixinStandardHelpOptions = true)
final class CacheCommand implements Callable<Integer> {
    private static final int SHORTEST_KEY = 4;
    private static final int KEY_SHOWN = 12;
    private static final int TEXT_SHOWN = 60;

    private final Services services;
    private final Console console;

    @Option(names = "--json", description = "Print JSON lines.")
    boolean json;

    CacheCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    /// Without a word it lists.
    @Override
    public Integer call() throws Exception {
        return list(Optional.empty(), false, 20, json);
    }

    @Command(
            name = "list",
            description = "Counts and sizes by model; with --answers the newest answers.",
            footer = "  exemplar models cache list --answers --model big",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--model", paramLabel = "M", description = "Only that model's answers.")
                    Optional<String> model,
            @Option(names = "--answers", description = "List the answers, newest first.")
                    boolean answers,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "Most answers to list (default: ${DEFAULT-VALUE}).")
                    int limit,
            @Option(names = "--json", description = "Print JSON lines.") boolean asJson)
            throws IOException {
        boolean machine = asJson || json;
        if (answers) {
            for (Kept kept : cache().newest(model, Math.max(1, limit))) {
                if (machine) {
                    console.json(about(kept));
                } else {
                    console.line(
                            "%s  %s  %-20s %s"
                                    .formatted(
                                            kept.key().hex().substring(0, KEY_SHOWN),
                                            when(kept),
                                            kept.model(),
                                            oneLine(kept.reply().text())));
                }
            }
            return 0;
        }
        Contents contents = cache().contents();
        for (Contents.OfModel m : contents.byModel()) {
            if (model.isPresent() && !model.get().equals(m.model())) {
                continue;
            }
            if (machine) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("model", m.model());
                map.put("answers", m.answers());
                map.put("characters", m.bytes());
                map.put("first", m.first().toString());
                map.put("last", m.last().toString());
                console.json(map);
            } else {
                console.line(
                        "%-24s %,9d answers  %9s  %s to %s"
                                .formatted(
                                        m.model(),
                                        m.answers(),
                                        size(m.bytes()),
                                        day().format(m.first()),
                                        day().format(m.last())));
            }
        }
        if (!machine) {
            console.say(
                    "%,d answers; the file %s has %s."
                            .formatted(contents.answers(), file(), size(onDisk())));
        }
        return 0;
    }

    @Command(
            name = "show",
            description = "Shows one answer with the exact request and reply.",
            footer = "  exemplar models cache show 3f9a0c --json",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "KEY", description = "Its key, or the beginning of it.")
                    String key,
            @Option(names = "--json", description = "Print one JSON document.") boolean asJson)
            throws IOException {
        String beginning = key.strip().toLowerCase(Locale.ROOT);
        if (!beginning.matches("[0-9a-f]{" + SHORTEST_KEY + ",64}")) {
            throw new Trouble(
                    "a key begins with at least %d hexadecimal digits; 'exemplar models cache list --answers' shows them"
                            .formatted(SHORTEST_KEY));
        }
        List<Kept> found = cache().find(beginning, 2);
        if (found.size() != 1) {
            throw new Trouble(
                    found.isEmpty()
                            ? "no answer is kept under the key '" + beginning + "'"
                            : "several keys begin with '" + beginning + "'; give more of it");
        }
        Kept kept = found.getFirst();
        if (asJson || json) {
            Map<String, Object> map = about(kept);
            map.put("reasoning", kept.reply().reasoning());
            map.put("request", kept.reply().exchange().request());
            map.put("reply", kept.reply().exchange().reply());
            console.document(map);
            return 0;
        }
        console.line("key      " + kept.key().hex());
        console.line("model    " + kept.model() + " on " + kept.backend());
        console.line("at       " + when(kept));
        console.line(
                "tokens   %s + %s, %,d ms"
                        .formatted(
                                count(kept.reply().promptTokens()),
                                count(kept.reply().answerTokens()),
                                kept.reply().latency().toMillis()));
        console.line("answer   " + kept.reply().text());
        console.line("request  " + kept.reply().exchange().request());
        console.line("reply    " + kept.reply().exchange().reply());
        return 0;
    }

    @Command(
            name = "prune",
            description = {
                "Forgets answers and gives the space back; what is asked again is paid again.",
                "Several conditions hold together."
            },
            footer = "  exemplar models cache prune --older-than 90 --model big --yes",
            mixinStandardHelpOptions = true)
    int prune(
            @Option(
                            names = "--older-than",
                            paramLabel = "DAYS",
                            description = "Only answers given longer ago than that.")
                    Optional<Integer> days,
            @Option(names = "--model", paramLabel = "M", description = "Only that model's answers.")
                    Optional<String> model,
            @Option(names = "--all", description = "Everything.") boolean all,
            @Option(names = "--yes", description = "Forget them without asking.") boolean yes,
            @Option(names = "--json", description = "Print JSON.") boolean asJson)
            throws IOException {
        if (all == (days.isPresent() || model.isPresent())) {
            throw new Trouble(
                    "say which answers to forget: --older-than DAYS, --model M, or --all alone");
        }
        if (days.isPresent() && days.get() < 0) {
            throw new Trouble("--older-than is a number of days, 0 or more");
        }
        Duration age = Duration.ofDays(days.orElse(0));
        int count = cache().count(model, age);
        if (count > 0
                && !yes
                && !console.confirm(
                        "Forget %,d answers? Asked again, they are paid again.".formatted(count))) {
            throw new Trouble(
                    "%,d answers would be forgotten and nothing was; add --yes to forget them"
                            .formatted(count));
        }
        long before = onDisk();
        int gone = count == 0 ? 0 : cache().prune(model, age);
        long freed = Math.max(0, before - onDisk());
        if (asJson || json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("forgotten", gone);
            map.put("bytes_freed", freed);
            console.json(map);
        } else {
            console.say("Forgot %,d answers, %s freed.".formatted(gone, size(freed)));
        }
        return 0;
    }

    private AnswerCache cache() {
        return services.gateway()
                .cache()
                .orElseThrow(() ->
                        new Trouble(
                                Trouble.FINDINGS,
                                "there is no cache: "
                                        + services.gateway()
                                                .cacheTrouble()
                                                .orElse("answers are not kept here")));
    }

    private Path file() {
        return Machine.cacheFile(services.places());
    }

    /// The file and the log beside it.
    private long onDisk() throws IOException {
        Path file = file();
        long bytes = 0;
        for (String ending : List.of("", "-wal")) {
            Path part = file.resolveSibling(file.getFileName() + ending);
            bytes += Files.exists(part) ? Files.size(part) : 0;
        }
        return bytes;
    }

    private static Map<String, Object> about(Kept kept) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("key", kept.key().hex());
        map.put("model", kept.model());
        map.put("backend", kept.backend());
        map.put("at", kept.at().toString());
        kept.reply().promptTokens().ifPresent(n -> map.put("prompt_tokens", n));
        kept.reply().answerTokens().ifPresent(n -> map.put("answer_tokens", n));
        map.put("text", kept.reply().text());
        return map;
    }

    private static String count(java.util.OptionalInt tokens) {
        return tokens.isPresent() ? "%,d".formatted(tokens.getAsInt()) : "not counted";
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= TEXT_SHOWN ? line : line.substring(0, TEXT_SHOWN - 1) + "…";
    }

    private DateTimeFormatter day() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(zone());
    }

    private String when(Kept kept) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                .withZone(zone())
                .format(kept.at());
    }

    private ZoneId zone() {
        return services.clock().getZone();
    }

    private static String size(long bytes) {
        return bytes < 1_000
                ? bytes + " B"
                : bytes < 1_000_000
                        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
