package exemplar.evidence;

import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.study.replace.Finder;
import exemplar.study.replace.Hits;
import exemplar.study.replace.Needle;
import exemplar.study.replace.Place;
import exemplar.study.replace.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Reading a whole pool for findings, reading it again after one edit, and looking for a word in
/// it. Texts are 20 words of a vocabulary of 5,000, one in fifty twice.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx3g", "-XX:+UseSerialGC"})
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class FindingsBench {
    @Param({"100000", "1000000"})
    public int examples;

    private Task task;
    private List<Example> pool;
    private List<Example> edited;
    private Findings known;
    private int[] rows;

    @Setup
    public void pool() throws InterruptedException {
        Random random = new Random(11);
        String[] words = new String[5_000];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.toString(random.nextInt(1 << 24), 36);
        }
        task =
                new Task(
                        Task.Kind.CLASSIFY,
                        List.of("text"),
                        "label",
                        List.of(Label.of("a"), Label.of("b")),
                        "",
                        List.of());
        pool = new ArrayList<>(examples);
        for (int i = 0; i < examples; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 20; word++) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            String kept =
                    i % 50 == 49
                            ? pool.get(random.nextInt(i)).field("text")
                            : text.toString().strip();
            pool.add(Example.of("d-" + i, Map.of("text", kept), i % 3 == 0 ? "a" : "b"));
        }
        edited = new ArrayList<>(pool);
        edited.set(examples / 2, pool.get(examples / 2).withField("text", "another text"));
        known = Findings.of(task, source(pool), source(pool.subList(0, 1000)));
        rows = IntStream.range(0, examples).toArray();
    }

    @Benchmark
    public Findings all() throws InterruptedException {
        return Findings.of(task, source(pool), source(pool.subList(0, 1000)));
    }

    @Benchmark
    public Findings afterOneEdit() throws InterruptedException {
        return known.following(task, source(edited), source(pool.subList(0, 1000)));
    }

    @Benchmark
    public Hits findAnyCase() throws InterruptedException {
        return find(Needle.of("another"));
    }

    @Benchmark
    public Hits findRegex() throws InterruptedException {
        return find(Needle.of("\\bx\\w+z\\b").asRegex());
    }

    private static ExampleSource source(List<Example> examples) {
        return ExampleSource.of(examples);
    }

    private Hits find(Needle needle) throws InterruptedException {
        Finder finder = ((Finder.Compiled.Ready) Finder.compile(needle)).finder();
        return Search.of(pool, rows, List.of(new Place.Field("text")), finder, done -> {});
    }
}
