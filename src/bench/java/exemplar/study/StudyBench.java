package exemplar.study;

import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.study.filter.Filter;
import exemplar.study.filter.Flags;
import exemplar.study.folder.OpenStudy;
import exemplar.study.folder.Opening;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// Prints how long a study of many examples takes to open, to edit, to save and to filter, and how
/// much memory the whole process has.
///
/// `java -cp … exemplar.study.StudyBench [examples]`, a million by default.
public final class StudyBench {
    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final String[] LABELS = {"anger", "joy", "optimism", "sadness"};
    private static final String[] WORDS =
            ("the of and it is not bad good very little awful day today film we they because never "
                            + "always wonderful train coffee weather meeting people nothing something caf\u00e9")
                    .split(" ");

    private StudyBench() {}

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("study-bench");
        try {
            generate(folder, count);
            OUT.printf(
                    Locale.ROOT,
                    "%,d examples, %,d MB; heap at most %,d MB%n",
                    count,
                    Files.size(folder.resolve("pool.jsonl")) >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
            open(folder);
            try (OpenStudy open = OpenStudy.open(folder)) {
                resident("resident after opening again");
                look(open.study().pool());
                filter(open.study().pool());
                edit(open);
                everything(open);
                resident("resident at the end");
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void generate(Path folder, int count) throws IOException {
        Task task =
                new Task(
                        Task.Kind.CLASSIFY,
                        List.of("text"),
                        "emotion",
                        Arrays.stream(LABELS).map(Label::of).toList(),
                        "Name the emotion.",
                        List.of("accuracy"));
        OpenStudy.create(folder, Study.of("bench", task)).close();
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("pool.jsonl"))) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < count; i++) {
                line.setLength(0);
                line.append("{\"id\":\"d-").append(i).append("\",\"fields\":{\"text\":\"");
                for (int length = 80 + random.nextInt(280); line.length() < length; ) {
                    line.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
                }
                if (i % 10 == 0) {
                    line.append("\\n\\\"quoted\\\"");
                }
                line.append("\"},\"gold\":\"").append(LABELS[random.nextInt(4)]);
                line.append("\",\"tags\":[\"batch-")
                        .append(i % 7)
                        .append("\"],\"language\":\"en\",");
                line.append("\"source\":\"tweets.csv:").append(i).append("\"}\n");
                out.append(line);
            }
        }
    }

    private static void open(Path folder) throws IOException {
        AtomicLong first = new AtomicLong();
        long cpu = cpu();
        long start = System.nanoTime();
        Opening opening =
                new Opening(
                        folder,
                        study -> {
                            if (!study.pool().isEmpty()) {
                                first.compareAndSet(0, System.nanoTime());
                            }
                        });
        try (OpenStudy open = opening.open()) {
            long end = System.nanoTime();
            report("first rows", start, first.get() == 0 ? end : first.get());
            report("fully open, every line checked, cold", start, end);
            report("  of which this thread computed", cpu, cpu());
            start = System.nanoTime();
            open.study().pool().indexOfId("d-1");
            open.study().pool().indexOfId("d-2");
            open.study().pool().indexOfId("d-3");
            open.study().pool().indexOfId("d-4");
            report("index of ids built", start, System.nanoTime());
            resident("resident");
        }
    }

    private static void look(Examples pool) {
        Random random = new Random(2);
        long worst = 0;
        long all = System.nanoTime();
        for (int page = 0; page < 500; page++) {
            int row = random.nextInt(Math.max(1, pool.size() - 60));
            long start = System.nanoTime();
            for (Example example : pool.subList(row, Math.min(pool.size(), row + 60))) {
                if (example.gold().isEmpty()) {
                    throw new IllegalStateException(example.id());
                }
            }
            worst = Math.max(worst, System.nanoTime() - start);
        }
        all = System.nanoTime() - all;
        OUT.printf(
                Locale.ROOT,
                "%-46s %8.2f ms mean, %.2f ms worst%n",
                "a page of 60 rows anywhere",
                all / 500 / 1e6,
                worst / 1e6);
    }

    private static void filter(Examples pool) throws InterruptedException {
        for (String text :
                List.of(
                        "label:joy",
                        "tag:batch-3 -label:anger len>200",
                        "text~\"not bad\"",
                        "wonderful coffee",
                        "caf\u00e9",
                        "zzz",
                        "text",
                        "the",
                        "id:d-9*")) {
            Filter filter = (Filter) Filter.parse(text);
            long best = Long.MAX_VALUE;
            long cold = 0;
            int rows = 0;
            for (int i = 0; i < 7; i++) {
                long start = cpu();
                rows = filter.rows(pool, Flags.NONE).length;
                long took = cpu() - start;
                best = Math.min(best, took);
                cold = i == 0 ? took : cold;
            }
            OUT.printf(
                    Locale.ROOT,
                    "%-46s %8.1f ms first, %.1f ms best (computing), %,d rows%n",
                    "filter " + text,
                    cold / 1e6,
                    best / 1e6,
                    rows);
        }
    }

    private static void edit(OpenStudy open) {
        int rows = open.study().pool().size();
        long[] took = new long[200];
        for (int i = 0; i < took.length; i++) {
            int row = (int) (i * 7919L % rows);
            Edit edit =
                    Edit.of(
                            "edit",
                            s -> s.withPool(s.pool().with(row, s.pool().get(row).withNote("n"))));
            long start = System.nanoTime();
            open.history().apply(edit);
            took[i] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        OUT.printf(
                Locale.ROOT,
                "%-46s %8.2f ms median, %.2f ms p95%n",
                "one edit, journalled and synced",
                took[100] / 1e6,
                took[190] / 1e6);
        open.save();
        open.history()
                .apply(
                        Edit.of(
                                "edit",
                                s -> s.withPool(s.pool().with(0, s.pool().get(0).withNote("x")))));
        long start = System.nanoTime();
        Thread saving = Thread.ofVirtual().start(open::save);
        long asked = System.nanoTime();
        try {
            saving.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        report("save after one edit: on the calling thread", start, asked);
        report("save after one edit: until it is on the disk", start, System.nanoTime());
    }

    /// What this thread has computed, in nanoseconds: on a busy machine the truer figure.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void everything(OpenStudy open) {
        BitSet all = new BitSet();
        all.set(0, open.study().pool().size());
        long cpu = cpu();
        long start = System.nanoTime();
        Applied applied =
                open.history()
                        .apply(
                                Edit.of(
                                        "switch off",
                                        s ->
                                                s.withPool(
                                                        s.pool()
                                                                .mapped(
                                                                        all,
                                                                        e ->
                                                                                e.withEnabled(
                                                                                        false)))));
        report("an edit of every example, journalled", start, System.nanoTime());
        report("  of which this thread computed", cpu, cpu());
        if (!(applied instanceof Applied.Done)) {
            throw new IllegalStateException(applied.toString());
        }
        start = System.nanoTime();
        open.history().undo();
        report("and its undo, journalled", start, System.nanoTime());
        open.save();
    }

    private static void report(String what, long start, long end) {
        OUT.printf(Locale.ROOT, "%-46s %8.2f ms%n", what, (end - start) / 1e6);
    }

    private static void resident(String what) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
                    String[] parts = line.split("\\s+");
                    OUT.printf(
                            Locale.ROOT,
                            "%-46s %8d MB%n",
                            what + (parts[0].equals("VmHWM:") ? ", most so far" : ""),
                            Long.parseLong(parts[1]) >> 10);
                }
            }
        }
    }
}
