package exemplar.cli;

import exemplar.backend.mock.MockFault;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "mock",
        description = {
            "Runs the deterministic OpenAI-compatible server on loopback, to try other tools on.",
            "Prints its address and answers until Ctrl+C."
        },
        footer = {
            "  exemplar mock --port 8089",
            "  exemplar mock --latency 200 --fault too-many --times 3 --retry-after 2"
        },
        mixinStandardHelpOptions = true)
final class MockCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Port (default: ${DEFAULT-VALUE}; 0 takes a free one).")
    int port = 8089;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            description = "Wait before each answer, in milliseconds (default: 0).")
    int latency;

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            completionCandidates = MockCommand.Faults.class,
            description = "Go wrong in this way, one of ${COMPLETION-CANDIDATES}.")
    Optional<String> fault = Optional.empty();

    @Option(
            names = "--times",
            paramLabel = "N",
            description = "Go wrong N times, then no more (default: always).")
    int times = Integer.MAX_VALUE;

    @Option(
            names = "--retry-after",
            paramLabel = "S",
            description = "Send Retry-After with 429 and 503, in seconds (default: none).")
    double retryAfter = -1;

    /// The names of the faults, for the help.
    static final class Faults extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Faults() {
            super(Arrays.stream(MockFault.values()).map(MockFault::written).toList());
        }
    }

    MockCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new exemplar.cli.Trouble("a --port is a number from 0 to 65535, not " + port);
        }
        if (latency < 0 || times < 0) {
            throw new exemplar.cli.Trouble("--latency and --times cannot be less than 0");
        }
        MockFault wanted = fault.map(MockCommand::named).orElse(MockFault.NONE);
        Trouble trouble =
                new Trouble(Duration.ofMillis(latency), Duration.ZERO, wanted, times, retryAfter);
        try (MockServer server = MockServer.start(port, trouble)) {
            console.line(server.base().toString());
            console.flush();
            console.say("The mock answers at " + server.base() + ". Stop it with Ctrl+C.");
            Interruption.during(() -> {
                new CountDownLatch(1).await();
                return 0;
            });
        } catch (InterruptedException e) {
            console.say("Stopped.");
        }
        return 0;
    }

    private static MockFault named(String name) {
        return MockFault.named(name)
                .orElseThrow(() ->
                        new exemplar.cli.Trouble(
                                "there is no fault '%s'; there are: %s"
                                        .formatted(
                                                name,
                                                Arrays.stream(MockFault.values())
                                                        .map(MockFault::written)
                                                        .collect(Collectors.joining(", ")))));
    }
}
