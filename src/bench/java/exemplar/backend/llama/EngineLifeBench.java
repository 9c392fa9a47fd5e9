package exemplar.backend.llama;

import exemplar.backend.ContinuationScorer;
import exemplar.backend.Fault;
import exemplar.backend.Places;
import exemplar.backend.Request;
import exemplar.backend.catalogue.Store;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// What an interrupt takes to stop an evaluation, and what a freed engine gives back.
///
/// `java -cp … exemplar.backend.llama.EngineLifeBench [MODEL [INTERRUPTS [ROUNDS]]]`
public final class EngineLifeBench {
    private static final String TEXT = "The harbour was quiet that evening, and nobody spoke. ";

    private EngineLifeBench() {}

    public static void main(String[] arguments) throws Exception {
        String model = arguments.length > 0 ? arguments[0] : "smollm2-135m";
        int interrupts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Places places = Places.ofThisMachine();
        Store store = Store.in(places);
        try (Engines engines = new Engines(places.cache(), Duration.ZERO, System::nanoTime);
                LlamaBackend backend = new LlamaBackend(store::models, engines)) {
            // Once, so that what is left is the engine's own and not the program's.
            score(backend, model, "Once");
            free(engines);
            for (int round = 0; round < rounds; round++) {
                long before = resident();
                try (Engines.Lease held = engines.borrow(store.file(model))) {
                    score(backend, model, round + TEXT.repeat(120));
                    long loaded = resident();
                    out.printf(
                            "resident before %d MB, with the engine and a prompt of %d tokens %d MB, mapped %b%n",
                            before,
                            held.engine().vocabulary().tokens(TEXT.repeat(120), true).length,
                            loaded,
                            mapped(store.file(model)));
                }
                free(engines);
                out.printf("freed: %d MB, mapped %b%n", resident(), mapped(store.file(model)));
            }
            try (Engines.Lease held = engines.borrow(store.file(model))) {
                long whole = score(backend, model, "whole" + TEXT.repeat(120));
                out.printf("a prompt as long, whole: %d ms%n", whole / 1_000_000);
                stops(backend, model, interrupts, whole, out);
            }
        }
    }

    private static void stops(
            LlamaBackend backend, String model, int interrupts, long whole, PrintStream out)
            throws InterruptedException {
        Random random = new Random(1);
        long[] took = new long[interrupts];
        for (int i = 0; i < interrupts; i++) {
            String prompt = "stop " + i + TEXT.repeat(120);
            boolean[] cancelled = {false};
            Thread asking =
                    Thread.ofPlatform()
                            .start(() ->
                                    cancelled[0] =
                                            backend.score(
                                                                    model,
                                                                    new Request.Completion(prompt),
                                                                    List.of(" joy"))
                                                            instanceof
                                                            ContinuationScorer.NotScored(
                                                                    Fault fault)
                                                    && fault instanceof Fault.Cancelled);
            LockSupport.parkNanos((long) (whole * (0.05 + 0.7 * random.nextDouble())));
            long start = System.nanoTime();
            asking.interrupt();
            asking.join();
            took[i] = System.nanoTime() - start;
            if (!cancelled[0]) {
                out.println("interrupt " + i + " came too late");
            }
        }
        Arrays.sort(took);
        out.printf(
                "interrupt to return, %d times: median %.1f ms, most %.1f ms%n",
                interrupts, took[interrupts / 2] / 1e6, took[interrupts - 1] / 1e6);
    }

    private static long score(LlamaBackend backend, String model, String text) {
        long start = System.nanoTime();
        ContinuationScorer.Scoring unused =
                backend.score(model, new Request.Completion(text), List.of(" joy"));
        return System.nanoTime() - start;
    }

    private static void free(Engines engines) {
        while (engines.loaded() > 0) {
            engines.sweep();
        }
    }

    private static boolean mapped(Path file) throws IOException {
        String name = file.toRealPath().toString();
        return Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .anyMatch(l -> l.endsWith(name));
    }

    private static long resident() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(l -> l.startsWith("VmRSS:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
