package exemplar.ui.demonstrations;

import exemplar.text.TokenCounter;
import exemplar.ui.fx.Jobs;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// How many tokens texts have by the tokenizer of the chosen model. What is not known yet is
/// counted beside the screen, all that was asked for since the last time at once. For the thread of
/// the screen.
final class TokenCounts {
    private static final int MOST = 4_000;

    private final Jobs jobs;
    private final Supplier<TokenCounter> chosen;
    private final Map<String, Integer> known = new Counts();
    private final Set<String> asked = new LinkedHashSet<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private Duration patience;
    private TokenCounter counter;
    private boolean counting;

    private static final class Counts extends LinkedHashMap<String, Integer> {
        private static final long serialVersionUID = 1;

        Counts() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    }

    /// @param chosen how the model that is chosen now counts
    /// @param patience before the first count: a tokenizer takes half a second of work to read,
    ///   which must not delay the first rows of a study
    TokenCounts(Jobs jobs, Supplier<TokenCounter> chosen, Duration patience) {
        this.jobs = jobs;
        this.chosen = chosen;
        this.patience = patience;
        counter = chosen.get();
    }

    /// Changes whenever more is known, or all of it differs.
    ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    /// Another model may have been chosen.
    void follow() {
        TokenCounter now = chosen.get();
        if (now != counter) {
            counter = now;
            known.clear();
            asked.clear();
            version.set(version.get() + 1);
        }
    }

    /// Whether the numbers are the model's own.
    boolean exact() {
        return counter.exact();
    }

    /// Whose tokens are counted.
    String name() {
        return counter.name();
    }

    /// How many tokens a text has; empty until it is counted, which [#version] tells.
    OptionalInt of(String text) {
        if (text.isEmpty()) {
            return OptionalInt.of(0);
        }
        Integer count = known.get(text);
        if (count != null) {
            return OptionalInt.of(count);
        }
        asked.add(text);
        if (!counting) {
            counting = true;
            Duration wait = patience;
            patience = Duration.ZERO;
            if (wait.isZero()) {
                jobs.screen().atFrame(this::count);
            } else {
                jobs.background(
                        () -> {
                            Thread.sleep(wait);
                            return true;
                        },
                        waited -> count(),
                        e -> counting = false);
            }
        }
        return OptionalInt.empty();
    }

    private void count() {
        Set<String> texts = new LinkedHashSet<>(asked);
        asked.clear();
        TokenCounter by = counter;
        jobs.compute(
                r -> {
                    Map<String, Integer> counts = new HashMap<>();
                    texts.forEach(t -> counts.put(t, by.count(t)));
                    return counts;
                },
                counts -> {
                    if (by == counter) {
                        known.putAll(counts);
                    }
                    ended();
                    if (by == counter) {
                        version.set(version.get() + 1);
                    }
                },
                e -> ended());
    }

    /// What was asked for meanwhile, of another model too, comes next.
    private void ended() {
        counting = !asked.isEmpty();
        if (counting) {
            jobs.screen().atFrame(this::count);
        }
    }
}
