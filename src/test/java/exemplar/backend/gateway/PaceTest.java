package exemplar.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Reply.Exchange;
import exemplar.backend.wire.Call;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {
    private long now = 1_000_000_000L;
    private long waited;
    private final Pace pace =
            new Pace(
                    () -> now,
                    time -> {
                        now += time.toNanos();
                        waited += time.toNanos();
                    });

    @Test
    void sixtyRequestsAMinuteGoTenAtOnceAndThenOneASecond() throws InterruptedException {
        pace.allow(new Registration.Limits(60, 0, 64));
        for (int i = 0; i < 10; i++) {
            pace.begin(1);
        }
        assertThat(waited).isZero();
        for (int i = 0; i < 5; i++) {
            pace.begin(1);
        }
        assertThat(Duration.ofNanos(waited))
                .isBetween(Duration.ofMillis(4999), Duration.ofMillis(5001));
    }

    @Test
    void tokensAMinuteAreKeptAndAQuestionLargerThanABurstGoesOnce() throws InterruptedException {
        pace.allow(new Registration.Limits(0, 6000, 64));
        pace.begin(1000);
        assertThat(waited).isZero();
        pace.begin(2000);
        assertThat(Duration.ofNanos(waited))
                .isBetween(Duration.ofMillis(9999), Duration.ofMillis(10001));
        pace.begin(100);
        assertThat(Duration.ofNanos(waited))
                .isBetween(Duration.ofMillis(20999), Duration.ofMillis(21001));
    }

    @Test
    void theNumberAtATimeGrowsWhileAllGoesWellAndHalvesOnceForManyRefusals()
            throws InterruptedException {
        int start = pace.atATime();
        for (int i = 0; i < 8; i++) {
            pace.begin(1);
            pace.end(true);
        }
        assertThat(pace.atATime()).isEqualTo(start + 8);
        long began = now;
        now += 1000;
        for (int i = 0; i < 5; i++) {
            pace.setback(began);
        }
        assertThat(pace.atATime()).isEqualTo((start + 8) / 2);
    }

    /// A reply came with these two headers.
    private void seen(String name, String value, String other, String said) {
        new LimitHeaders(pace)
                .seen(
                        Call.get(URI.create("http://h/v1"), List.of()),
                        200,
                        HttpHeaders.of(
                                Map.of(name, List.of(value), other, List.of(said)), (a, b) -> true),
                        new Exchange("", ""));
    }

    @Test
    void whatTheRepliesSayIsLeftIsKeptTo() throws InterruptedException {
        seen(
                "x-ratelimit-remaining-requests", "0",
                "x-ratelimit-reset-requests", "1m2.5s");
        pace.begin(1);
        assertThat(Duration.ofNanos(waited)).isEqualTo(Duration.ofMillis(62_500));
    }

    @Test
    void aMomentThousandsOfYearsAwayHoldsNobodyUpForLong() throws InterruptedException {
        seen(
                "anthropic-ratelimit-tokens-remaining", "0",
                "anthropic-ratelimit-tokens-reset", "9999-12-31T23:59:59Z");
        pace.begin(1);
        assertThat(Duration.ofNanos(waited)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void waitsAreReadInEveryWayServersWriteThem() {
        HttpHeaders dated =
                HttpHeaders.of(
                        Map.of("date", List.of("Thu, 01 Jan 2026 00:00:00 GMT")), (a, b) -> true);
        assertThat(LimitHeaders.wait("20ms", dated)).hasValue(Duration.ofMillis(20));
        assertThat(LimitHeaders.wait("6m0s", dated)).hasValue(Duration.ofMinutes(6));
        assertThat(LimitHeaders.wait("1.5", dated)).hasValue(Duration.ofMillis(1500));
        assertThat(LimitHeaders.wait("2026-01-01T00:00:07Z", dated))
                .hasValue(Duration.ofSeconds(7));
        assertThat(LimitHeaders.wait("soon", dated)).isEmpty();
        assertThat(LimitHeaders.wait("", dated)).isEmpty();
    }

    @Test
    void allWhoWaitGetTheirTurnAndNeverMoreAtATimeThanAllowed() throws Exception {
        Pace shared = new Pace();
        shared.allow(new Registration.Limits(0, 0, 3));
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger through = new AtomicInteger();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                boolean givesUp = i % 5 == 4;
                Future<?> asking =
                        pool.submit(() -> {
                            shared.begin(1);
                            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                            Thread.yield();
                            underWay.decrementAndGet();
                            shared.end(true);
                            return through.incrementAndGet();
                        });
                if (givesUp) {
                    asking.cancel(true);
                }
            }
            pool.shutdown();
            assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most.get()).isBetween(1, 3);
        assertThat(through.get()).isGreaterThanOrEqualTo(32);
    }
}
