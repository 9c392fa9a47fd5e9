package exemplar.backend.gateway;

import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Sleeper;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// How fast one server may be asked: requests and tokens a minute as set, what its replies say is
/// left, and a number of requests at a time that grows while all goes well and halves when the
/// server is overrun. Safe for any number of threads.
public final class Pace {
    private static final int USUAL_START = 8;
    private static final int USUAL_MOST = 64;
    private static final Duration LONGEST_BLOCK = Duration.ofMinutes(2);
    private static final double MINUTE = 60e9;

    private final LongSupplier nanos;
    private final Sleeper sleeper;
    // A monitor wakes virtual threads by way of a thread of its own, and the next request late.
    private final Lock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();

    private Registration.Limits limits = Registration.Limits.NONE;
    private double window = USUAL_START;
    private boolean growing = true;
    private int underWay;
    private long lastSetback;
    private boolean setbackSeen;
    private long blockedUntil;
    private boolean blocked;
    private double requestsLeft;
    private double tokensLeft;
    private long filledAt;

    public Pace() {
        this(System::nanoTime, Sleeper.REAL);
    }

    /// @param nanos a monotonic clock, as [System#nanoTime()]
    Pace(LongSupplier nanos, Sleeper sleeper) {
        this.nanos = nanos;
        this.sleeper = sleeper;
        this.filledAt = nanos.getAsLong();
    }

    /// How many questions are worth having in hand: as many as the server takes at a time, and an
    /// eighth more, whose answers are being kept meanwhile.
    static int inHand(Registration.Limits limits) {
        int most = limits.connections();
        return most > 0 ? most + (most + 7) / 8 : USUAL_START;
    }

    /// Sets the limits; the same ones again change nothing.
    void allow(Registration.Limits now) {
        lock.lock();
        try {
            if (now.equals(limits)) {
                return;
            }
            limits = now;
            window = now.connections() > 0 ? now.connections() : USUAL_START;
            growing = now.connections() == 0;
            requestsLeft = burst(now.requestsPerMinute());
            tokensLeft = burst(now.tokensPerMinute());
            filledAt = nanos.getAsLong();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a request may be sent, and counts it as under way.
    ///
    /// @param tokens about how many it takes, prompt and answer
    void begin(int tokens) throws InterruptedException {
        while (true) {
            long wait;
            lock.lock();
            try {
                while (underWay >= Math.max(1, (int) window)) {
                    room.await();
                }
                long now = nanos.getAsLong();
                fill(now);
                wait = due(now, tokens);
                if (wait <= 0) {
                    underWay++;
                    requestsLeft -= 1;
                    tokensLeft -= tokens;
                }
                // Whoever waits for another reason than room leaves it to the next.
                callNext();
            } finally {
                lock.unlock();
            }
            if (wait <= 0) {
                return;
            }
            sleeper.sleep(Duration.ofNanos(wait));
        }
    }

    /// The request ended.
    ///
    /// @param well whether it was answered
    void end(boolean well) {
        lock.lock();
        try {
            underWay--;
            if (well && window < most()) {
                window = Math.min(most(), window + (growing ? 1 : 1 / window));
            }
            callNext();
        } finally {
            lock.unlock();
        }
    }

    /// Wakes one of those who wait for room, where there is some: it calls the one after it.
    private void callNext() {
        if (underWay < (int) window) {
            room.signal();
        }
    }

    /// A layer just above the backend that sees each attempt, repeated ones too.
    Layer watching(Layer next) {
        return (call, sink) -> {
            long began = nanos.getAsLong();
            Outcome outcome = next.ask(call, sink);
            if (outcome instanceof Outcome.Failed(Fault fault, String partial)
                    && (fault instanceof Fault.RateLimited || fault instanceof Fault.Overloaded)) {
                setback(began);
            }
            return outcome;
        };
    }

    /// The server was overrun by a request that began then. Several at once count as one.
    void setback(long began) {
        lock.lock();
        try {
            if (!setbackSeen || began - lastSetback > 0) {
                window = Math.max(1, window / 2);
                growing = false;
                setbackSeen = true;
                lastSetback = nanos.getAsLong();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The server lets nothing through for that long.
    void block(Duration time) {
        // A server may name any moment, and thousands of years are no number of nanoseconds.
        Duration held = time.compareTo(LONGEST_BLOCK) > 0 ? LONGEST_BLOCK : time;
        long until = nanos.getAsLong() + held.toNanos();
        lock.lock();
        try {
            if (!blocked || until - blockedUntil > 0) {
                blocked = true;
                blockedUntil = until;
            }
        } finally {
            lock.unlock();
        }
    }

    /// Requests that may be under way at a time now.
    public int atATime() {
        lock.lock();
        try {
            return Math.max(1, (int) window);
        } finally {
            lock.unlock();
        }
    }

    private int most() {
        return limits.connections() > 0 ? limits.connections() : USUAL_MOST;
    }

    /// A sixth of a minute's worth may go at once.
    private static double burst(int perMinute) {
        return Math.max(1, perMinute / 6.0);
    }

    private void fill(long now) {
        double minutes = (now - filledAt) / MINUTE;
        filledAt = now;
        int r = limits.requestsPerMinute();
        int t = limits.tokensPerMinute();
        requestsLeft = Math.min(burst(r), requestsLeft + minutes * r);
        tokensLeft = Math.min(burst(t), tokensLeft + minutes * t);
    }

    private long due(long now, int tokens) {
        long wait = 0;
        if (blocked) {
            wait = blockedUntil - now;
            blocked = wait > 0;
        }
        int r = limits.requestsPerMinute();
        if (r > 0 && requestsLeft < 1) {
            wait = Math.max(wait, (long) Math.ceil((1 - requestsLeft) * MINUTE / r));
        }
        int t = limits.tokensPerMinute();
        // A question larger than a whole burst goes when the bucket is full, and leaves a debt.
        double needed = Math.min(tokens, burst(t));
        if (t > 0 && tokensLeft < needed) {
            wait = Math.max(wait, (long) Math.ceil((needed - tokensLeft) * MINUTE / t));
        }
        return wait;
    }
}
