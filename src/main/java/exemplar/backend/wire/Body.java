package exemplar.backend.wire;

import exemplar.backend.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The body of a reply as a stream that is read on the calling thread: every wait has its limit and
/// ends at an interrupt. A few buffers are asked for ahead, so that a slow reader slows the sender.
final class Body extends InputStream implements HttpResponse.BodySubscriber<Body> {
    /// Buffers that may arrive ahead of the reader; asking for each alone costs a wake-up each.
    private static final int AHEAD = 64;

    private static final Duration END_IS_NEAR = Duration.ofMillis(200);

    private sealed interface Item {}

    private record Bytes(List<ByteBuffer> buffers) implements Item {}

    private record Broken(Throwable cause) implements Item {}

    private record End() implements Item {}

    private record Late() implements Item {}

    private final String where;
    private final Patience patience;
    private final LinkedBlockingQueue<Item> arrived = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription =
            new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private List<ByteBuffer> current = List.of();
    private int at;
    private int taken;
    private boolean ended;
    private long read;
    private final long firstByteBy;

    /// @param firstByteBy [System#nanoTime()] by which the first byte must be here
    Body(String where, Patience patience, long firstByteBy) {
        this.where = where;
        this.patience = patience;
        this.firstByteBy = firstByteBy;
    }

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
        subscription.set(s);
        if (closed.get()) {
            s.cancel();
        } else {
            s.request(AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrived.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        arrived.add(new Broken(cause));
    }

    @Override
    public void onComplete() {
        arrived.add(new End());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = next();
        if (buffer == null) {
            return -1;
        }
        int n = Math.min(length, buffer.remaining());
        buffer.get(into, offset, n);
        read += n;
        if (read > patience.mostBytes()) {
            close();
            throw new WireFault(
                    new Fault.Malformed(
                            where
                                    + " sent more than "
                                    + patience.mostBytes() / (1024 * 1024)
                                    + " MB and was cut off. Allow fewer tokens for the answer."));
        }
        return n;
    }

    /// Drops what is left where the end is near, and closes otherwise.
    void finish() throws WireFault {
        long by = System.nanoTime() + END_IS_NEAR.toNanos();
        try {
            more(AHEAD);
            while (!ended) {
                Item item = arrived.poll(by - System.nanoTime(), TimeUnit.NANOSECONDS);
                ended = !(item instanceof Bytes);
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new WireFault(Breaks.cancelled());
        }
        close();
    }

    /// Ends the exchange; what is still on its way is dropped.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            ended = true;

            Flow.Subscription s = subscription.get();
            if (s != null) {
                s.cancel();
            }
        }
    }

    private void more(int buffers) {
        Flow.Subscription s = subscription.get();
        if (s != null) {
            s.request(buffers);
        }
    }

    private @Nullable ByteBuffer next() throws IOException {
        while (true) {
            while (at < current.size()) {
                ByteBuffer buffer = current.get(at);
                if (buffer.hasRemaining()) {
                    return buffer;
                }
                at++;
            }
            if (ended) {
                return null;
            }
            if (!current.isEmpty()) {
                current = List.of();
                taken++;
                if (taken == AHEAD / 2) {
                    more(taken);
                    taken = 0;
                }
            }
            switch (await()) {
                case Bytes(var buffers) -> {
                    current = buffers;
                    at = 0;
                }
                case Broken(var cause) -> {
                    ended = true;
                    throw new WireFault(Breaks.whileReading(where, cause));
                }
                case End(), Late() -> ended = true;
            }
        }
    }

    private Item await() throws WireFault {
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Item item = arrived.poll();
            if (item == null || item instanceof Late) {
                item = arrivedInTime();
            }
            if (item instanceof Late) {
                close();
                throw new WireFault(
                        read == 0
                                ? Breaks.silent(where, patience.firstByte())
                                : Breaks.stalled(where, patience.betweenBytes()));
            }
            return item;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new WireFault(Breaks.cancelled());
        }
    }

    /// What arrives next, or [Late] where that takes too long. One that was told too late itself is
    /// passed over.
    private Item arrivedInTime() throws InterruptedException {
        long by = read == 0 ? firstByteBy : System.nanoTime() + patience.betweenBytes().toNanos();
        try (Deadline deadline = Deadline.at(by, () -> arrived.add(new Late()))) {
            Item item = arrived.take();
            while (item instanceof Late && !(deadline.passed() && arrived.isEmpty())) {
                item = arrived.take();
            }
            return item;
        }
    }

    /// The wait a message names.
    static String seconds(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
