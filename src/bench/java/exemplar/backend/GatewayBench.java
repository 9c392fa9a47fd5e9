package exemplar.backend;

import com.sun.management.OperatingSystemMXBean;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Keys;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Preset;
import exemplar.backend.gateway.Registration;
import exemplar.backend.gateway.Registry;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.gateway.Servers;
import exemplar.backend.gateway.Settings;
import exemplar.backend.gateway.Terms;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Witness;
import exemplar.compare.Workers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Prints what the gateway costs: requests to a loopback server with 20 ms of latency and 64
/// connections beside a plain load generator's, one after the other and again, since the machine
/// may do other things; cached answers; and how fast everything under way is cancelled.
///
/// `java -cp … exemplar.backend.GatewayBench`
public final class GatewayBench {
    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int CONNECTIONS = 64;
    private static final int CALLS = 6_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 8);

    private GatewayBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("server")) {
            MockServer server = MockServer.start(0, Trouble.NONE.latency(Duration.ofMillis(20)));
            OUT.println(server.base());
            int unused = System.in.read();
            server.close();
            return;
        }
        Process server =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                GatewayBench.class.getName(),
                                "server")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            measure(URI.create(said.readLine()));
        } finally {
            server.destroy();
        }
    }

    private static void measure(URI base) throws Exception {
        Path home = Files.createTempDirectory("gateway-bench");
        Registry registry = Registry.at(home.resolve("models.json"));
        Registration plain =
                Preset.named("vllm")
                        .orElseThrow()
                        .register("server", Optional.of(base), "mock", Optional.empty());
        registry.put(
                new Registration(
                        "server",
                        plain.target(),
                        plain.defaults(),
                        new Registration.Limits(0, 0, CONNECTIONS),
                        Optional.empty()));
        HttpClient client = HttpClient.newHttpClient();
        try (Gateway gateway = gateway(home, registry)) {
            Terms terms = Terms.of(Sampling.greedy(8));
            // As a run does; the gateway sends as many at a time as are allowed.
            int inHand = gateway.inHand(Set.of("server"));
            List<Double> shares = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                int repeat = round;
                long start = processor();
                double before = seconds(() -> plainLoad(client, base));
                long plainCost = processor() - start;
                start = processor();
                double through =
                        seconds(() ->
                                each(
                                        CALLS,
                                        inHand,
                                        i -> ask(gateway, "server", i, terms.withRepeat(repeat))));
                long cost = processor() - start;
                double after = seconds(() -> plainLoad(client, base));
                double load = (before + after) / 2;
                double cached =
                        seconds(() ->
                                each(
                                        CALLS,
                                        1,
                                        i -> ask(gateway, "server", i, terms.withRepeat(repeat))));
                shares.add(100 * load / through);
                OUT.printf(
                        Locale.ROOT,
                        "plain load %.0f/s · gateway %.0f/s (%.0f %%) · processor %.0f / %.0f µs a call"
                                + " · cached %.1f µs each%n",
                        CALLS / load,
                        CALLS / through,
                        100 * load / through,
                        plainCost / 1e3 / CALLS,
                        cost / 1e3 / CALLS,
                        cached / CALLS * 1e6);
            }
            OUT.printf(
                    Locale.ROOT,
                    "median after the first round: %.0f %%%n",
                    shares.stream()
                            .skip(1)
                            .sorted()
                            .skip((ROUNDS - 1) / 2)
                            .findFirst()
                            .orElse(0.0));
            cancel(gateway, terms);
        }
        client.close();
    }

    /// How long an interrupt takes to end 64 questions under way.
    private static void cancel(Gateway gateway, Terms terms) throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            int repeat = 1_000 + round;
            Thread asking =
                    Thread.ofPlatform()
                            .start(() -> {
                                List<Integer> all = IntStream.range(0, 100_000).boxed().toList();
                                boolean unused =
                                        Workers.each(
                                                all,
                                                CONNECTIONS,
                                                i ->
                                                        gateway.ask(
                                                                "server",
                                                                new Request.Completion(prompt(i)),
                                                                terms.withRepeat(repeat),
                                                                Answerer.Sink.NONE));
                            });
            Thread.sleep(300 + 37 * round);
            long start = System.nanoTime();
            asking.interrupt();
            asking.join();
            OUT.printf(
                    Locale.ROOT,
                    "cancelled %d under way in %.1f ms%n",
                    CONNECTIONS,
                    (System.nanoTime() - start) / 1e6);
        }
    }

    private static Gateway gateway(Path home, Registry registry) throws IOException {
        return new Gateway(
                List.of(),
                registry,
                new Servers(
                        registry::allows,
                        Keys.fromEnvironment(),
                        Patience.DEFAULT,
                        Witness.NONE,
                        file -> new Opener.Unavailable("no files here")),
                new Settings(
                        RetryPolicy.DEFAULT,
                        Sleeper.REAL,
                        Optional.of(
                                AnswerCache.open(home.resolve("cache.sqlite"), Clock.systemUTC())),
                        PriceTable.in(home)));
    }

    private static void ask(Gateway gateway, String model, int i, Terms terms) {
        Outcome outcome =
                gateway.ask(model, new Request.Completion(prompt(i)), terms, Answerer.Sink.NONE);
        if (!(outcome instanceof Outcome.Answered)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private static void plainLoad(HttpClient client, URI base) {
        each(
                CALLS,
                CONNECTIONS,
                i -> {
                    String body =
                            "{\"model\":\"mock\",\"stream\":true,\"stream_options\":{\"include_usage\":true},\"max_tokens\":8,\"temperature\":0,\"prompt\":\""
                                    + prompt(i).replace("\n", "\\n")
                                    + "\"}";
                    HttpRequest request =
                            HttpRequest.newBuilder(URI.create(base + "/completions"))
                                    .version(HttpClient.Version.HTTP_1_1)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build();
                    try {
                        HttpResponse<String> unused =
                                client.send(request, HttpResponse.BodyHandlers.ofString());
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static void each(int count, int threads, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < threads; t++) {
                pool.execute(() -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        work.accept(i);
                    }
                });
            }
        }
    }

    /// Processor time of this process so far, in nanoseconds.
    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static String prompt(int item) {
        StringBuilder prompt =
                new StringBuilder(
                        "Say which emotion the tweet shows: anger, joy, optimism or sadness.\n\n");
        String[] labels = {"anger", "joy", "optimism", "sadness"};
        for (int d = 0; d < 8; d++) {
            prompt.append("Tweet: demonstration ")
                    .append(d)
                    .append(" with some words about the day and the weather\nEmotion: ")
                    .append(labels[d % 4])
                    .append("\n\n");
        }
        return prompt.append("Tweet: item ")
                .append(item)
                .append(" about the weather\nEmotion:")
                .toString();
    }
}
