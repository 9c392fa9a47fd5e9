package exemplar.backend.cache;

import exemplar.backend.Reply;
import exemplar.backend.Reply.Exchange;
import exemplar.backend.Reply.Finish;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;

/// A process of its own that keeps answers until it is killed, and says which are kept.
final class KilledCacheChild {
    private KilledCacheChild() {}

    public static void main(String[] arguments) throws Exception {
        AnswerCache cache = AnswerCache.open(Path.of(arguments[0]), Clock.systemUTC());
        int first = Integer.parseInt(arguments[1]);
        for (int i = first; i < first + 1_000_000; i++) {
            cache.keep(key(i), "m", "b", reply(i));
            System.out.println(i);
        }
    }

    static CacheKey key(int i) {
        return CacheKey.of(
                "child",
                new Request("m", new Request.Completion("question " + i), Sampling.UNSET),
                0);
    }

    static Reply reply(int i) {
        return new Reply(
                "answer " + i,
                "",
                Finish.STOP,
                OptionalInt.of(1),
                OptionalInt.of(1),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                new Exchange("asked".repeat(100), "said".repeat(100)));
    }
}
