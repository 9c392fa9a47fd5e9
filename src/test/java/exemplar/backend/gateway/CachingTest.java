package exemplar.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.backend.Abilities;
import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Places;
import exemplar.backend.Reply;
import exemplar.backend.Reply.Exchange;
import exemplar.backend.Reply.Finish;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.cache.AnswerCache;
import exemplar.backend.cost.Budget;
import exemplar.backend.cost.Estimate;
import exemplar.backend.cost.Price;
import exemplar.backend.cost.PriceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CachingTest {
    private static final Request.Completion QUESTION = new Request.Completion("Why?");
    private static final Terms ONCE = Terms.of(Sampling.greedy(100));

    @TempDir Path home;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean fails;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private Gateway gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = gateway();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void theSameQuestionIsPaidForOnceAlsoByAnotherGatewayLater() throws IOException {
        StringBuilder heard = new StringBuilder();
        Reply first = reply(gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE));
        Reply second = reply(gateway.ask("dear", QUESTION, ONCE, heard::append));
        gateway.close();
        gateway = gateway();
        Reply third = reply(gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE));
        assertThat(asked).hasValue(1);
        assertThat(first.cached()).isFalse();
        assertThat(second).isEqualTo(first.fromCache());
        assertThat(third).isEqualTo(second);
        assertThat(heard).hasToString(first.text());
    }

    @Test
    void whateverDecidesAnAnswerIsPartOfItsKey() {
        List<Terms> different =
                List.of(
                        ONCE,
                        ONCE.withRepeat(1),
                        Terms.of(Sampling.greedy(99)),
                        Terms.of(Sampling.greedy(100).withSeed(Optional.of(1L))),
                        Terms.of(Sampling.greedy(100).withStop(List.of("a"))),
                        Terms.of(Sampling.greedy(100).withStop(List.of("a", "b"))),
                        Terms.of(Sampling.greedy(100).withStop(List.of("ab"))),
                        Terms.of(Sampling.UNSET));
        different.forEach(t -> gateway.ask("dear", QUESTION, t, Answerer.Sink.NONE));
        gateway.ask("dear", new Request.Completion("Why? "), ONCE, Answerer.Sink.NONE);
        assertThat(asked).hasValue(different.size() + 1);
    }

    @Test
    void theCacheCanBeLeftOutAndAFaultIsNeverKept() {
        gateway.ask("dear", QUESTION, ONCE.withoutCache(), Answerer.Sink.NONE);
        gateway.ask("dear", QUESTION, ONCE.withoutCache(), Answerer.Sink.NONE);
        assertThat(asked).hasValue(2);
        fails = true;
        assertThat(gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE))
                .isInstanceOf(Outcome.Failed.class);
        fails = false;
        assertThat(reply(gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE)).cached())
                .isFalse();
    }

    @Test
    void theSameQuestionAtTheSameTimeIsSentOnce() throws Exception {
        gate = new CountDownLatch(1);
        List<Callable<Reply>> askers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            askers.add(() -> reply(gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = new ArrayList<>();
            askers.forEach(a -> replies.add(threads.submit(a)));
            while (asked.get() == 0) {
                Thread.onSpinWait();
            }
            gate.countDown();
            int cached = 0;
            for (Future<Reply> r : replies) {
                cached += r.get().cached() ? 1 : 0;
            }
            assertThat(cached).isEqualTo(7);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoWaitsForAnotherOneThatFailsAsksItself() throws Exception {
        gate = new CountDownLatch(1);
        fails = true;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome> first =
                    threads.submit(() -> gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE));
            while (asked.get() == 0) {
                Thread.onSpinWait();
            }
            Future<Outcome> second =
                    threads.submit(() -> gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE));
            gate.countDown();
            assertThat(first.get()).isInstanceOf(Outcome.Failed.class);
            assertThat(second.get()).isInstanceOf(Outcome.Failed.class);
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void aDamagedCacheIsSetAside() throws IOException {
        gateway.close();
        Path file = home.resolve("cache.sqlite");
        Files.deleteIfExists(home.resolve("cache.sqlite-wal"));
        Files.writeString(
                file, "this is no database, but it is long enough to be looked at ".repeat(40));
        gateway = gateway();
        assertThat(reply(gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE)).cached())
                .isFalse();
        assertThat(home.resolve("cache.sqlite.damaged")).exists();
    }

    @Test
    void withoutACacheModelsAnswerAndItIsSaidWhyNothingIsKept() throws IOException {
        Path cache = home.resolve("machine");
        Files.createDirectories(cache.resolve("cache.sqlite"));
        Places places = new Places(home.resolve("settings"), cache);
        try (Gateway machine =
                Machine.gateway(
                        places,
                        List.of(),
                        target -> new Opener.Unavailable("none here"),
                        RetryPolicy.OFF)) {
            assertThat(machine.ask("mock", QUESTION, ONCE, Answerer.Sink.NONE))
                    .isInstanceOf(Outcome.Answered.class);
            assertThat(machine.cacheTrouble())
                    .hasValueSatisfying(
                            words -> assertThat(words).contains("cache.sqlite", "folder"));
        }
        assertThat(cache.resolve("cache.sqlite")).isDirectory();
    }

    @Test
    void aCacheThatCannotBeOpenedNowIsNotSetAside() throws IOException {
        gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE);
        gateway.close();
        // As on a full disk, SQLite cannot make the file it shares with other processes.
        Path shared = home.resolve("cache.sqlite-shm");
        Files.deleteIfExists(shared);
        Files.createDirectories(shared.resolve("in the way"));
        assertThatThrownBy(() -> AnswerCache.open(home.resolve("cache.sqlite"), Clock.systemUTC()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Answers are not kept: ");
        assertThat(home.resolve("cache.sqlite.damaged")).doesNotExist();
        Files.delete(shared.resolve("in the way"));
        Files.delete(shared);
        gateway = gateway();
        assertThat(reply(gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE)).cached())
                .isTrue();
    }

    @Test
    void theCacheIsInspectedAndPruned() throws IOException {
        gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE);
        gateway.ask("dear", QUESTION, ONCE.withRepeat(1), Answerer.Sink.NONE);
        AnswerCache cache = gateway.cache().orElseThrow();
        assertThat(cache.contents().answers()).isEqualTo(2);
        assertThat(cache.contents().byModel().getFirst().model()).isEqualTo("dear");
        assertThat(cache.newest(Optional.of("dear"), 10)).hasSize(2);
        assertThat(cache.newest(Optional.of("other"), 10)).isEmpty();
        assertThat(cache.prune(Optional.of("dear"), Duration.ofDays(1))).isZero();
        assertThat(cache.prune(Optional.empty(), Duration.ZERO)).isEqualTo(2);
        assertThat(cache.contents().answers()).isZero();
    }

    @Test
    void anEstimateTellsCallsCachedTokensAndARange() {
        gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE);
        Estimate e =
                gateway.estimate(
                        List.of(
                                new Gateway.Question("dear", QUESTION, ONCE),
                                new Gateway.Question(
                                        "dear", new Request.Completion("x".repeat(4000)), ONCE),
                                new Gateway.Question("unheard-of", QUESTION, ONCE)));
        assertThat(e.calls()).isEqualTo(3);
        assertThat(e.cached()).isEqualTo(1);
        assertThat(e.promptTokens()).isEqualTo(1000);
        assertThat(e.low()).isEqualTo(0.001 + 0.00001);
        assertThat(e.high()).isEqualTo(0.001 + 0.001);
        assertThat(e.unpriced()).containsExactly("unheard-of");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aBudgetStopsWhatItCannotPayAndNeverWhatIsCached() {
        gateway.ask("dear", QUESTION, ONCE, Answerer.Sink.NONE);
        // A question of about a token may cost 100 answer tokens: a tenth of a cent.
        Budget budget = new Budget(0.0025);
        int answered = 0;
        Outcome last = gateway.ask("dear", QUESTION, ONCE.withBudget(budget), Answerer.Sink.NONE);
        assertThat(reply(last).cached()).isTrue();
        assertThat(budget.spent()).isZero();
        for (int i = 1; i < 400; i++) {
            last =
                    gateway.ask(
                            "dear",
                            QUESTION,
                            ONCE.withRepeat(i).withBudget(budget),
                            Answerer.Sink.NONE);
            answered += last instanceof Outcome.Answered ? 1 : 0;
        }
        assertThat(((Outcome.Failed) last).fault()).isInstanceOf(Fault.Exhausted.class);
        assertThat(((Outcome.Failed) last).fault().message())
                .contains("Nothing was sent")
                .contains("$0.0025");
        assertThat(budget.spent()).isBetween(0.0012, 0.0025);
        assertThat(asked).hasValue(answered + 1);
        assertThat(
                        reply(
                                        gateway.ask(
                                                "dear",
                                                QUESTION,
                                                ONCE.withBudget(budget),
                                                Answerer.Sink.NONE))
                                .cached())
                .isTrue();
    }

    private Gateway gateway() throws IOException {
        Registry registry = Registry.at(home.resolve("models.json"));
        return new Gateway(
                List.of(Dear::new),
                registry,
                target -> new Opener.Unavailable("none"),
                new Settings(
                        RetryPolicy.OFF,
                        time -> {},
                        Optional.of(
                                AnswerCache.open(home.resolve("cache.sqlite"), Clock.systemUTC())),
                        new PriceTable(
                                LocalDate.of(2026, 1, 1),
                                List.of(new PriceTable.Line("*", "dear", new Price(1, 10))))));
    }

    private static Reply reply(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).reply();
    }

    /// Counts its questions, and answers each with ten tokens.
    private final class Dear implements Backend {
        @Override
        public Outcome ask(Request request, Sink sink) {
            int n = asked.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (fails) {
                return new Outcome.Failed(new Fault.BadRequest("no"), "");
            }
            sink.text("answer " + n);
            return new Outcome.Answered(
                    new Reply(
                            "answer " + n,
                            "because",
                            Finish.STOP,
                            OptionalInt.of(1),
                            OptionalInt.of(10),
                            Duration.ofMillis(20),
                            Duration.ofMillis(10),
                            new Exchange("asked", "said")));
        }

        @Override
        public String name() {
            return "dear";
        }

        @Override
        public List<String> models() {
            return List.of("dear");
        }

        @Override
        public Abilities abilities(String model) {
            return new Abilities(true, true, true, false, 0, false, false, true, 0);
        }

        @Override
        public void close() {}
    }
}
