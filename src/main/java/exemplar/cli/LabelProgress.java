package exemplar.cli;

import exemplar.model.Example;
import exemplar.study.runs.LabelEvidence;
import exemplar.study.runs.LabelEvidence.Part;
import exemplar.study.runs.Labelling;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/// Says how far a labelling is, and remembers what came of it. Safe for any number of threads.
final class LabelProgress implements Labelling.Listener {
    private final Console console;
    private final LongSupplier nanos;
    private final Set<String> ready = new LinkedHashSet<>();
    private final Set<String> unfinished = new HashSet<>();
    private final Map<String, String> failed = new LinkedHashMap<>();
    private Part part = Part.POOL;
    private int total;
    private int ended;
    private long start;

    LabelProgress(Console console) {
        this(console, System::nanoTime);
    }

    /// @param nanos a count that only grows, unlike the time of day, which may be put back
    LabelProgress(Console console, LongSupplier nanos) {
        this.console = console;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /// A part begins.
    ///
    /// @param missing those of the asked ones that are not known yet
    synchronized void begin(Part now, List<Example> asked, List<Example> missing) {
        part = now;
        total = missing.size();
        ended = 0;
        start = nanos.getAsLong();
        asked.forEach(e -> ready.add(part + "\n" + e.id()));
        missing.forEach(e -> unfinished.add(part + "\n" + e.id()));
    }

    @Override
    public synchronized void found(Example example, LabelEvidence evidence) {
        unfinished.remove(part + "\n" + example.id());
        step();
    }

    @Override
    public synchronized void failed(Example example, String fault) {
        failed.put(part + "\n" + example.id(), fault);
        step();
    }

    private void step() {
        ended++;
        double seconds = Math.max(0.001, (nanos.getAsLong() - start) / 1e9);
        console.progress(
                "%d of %d · %.1f/s · %.0f s left%s"
                        .formatted(
                                ended,
                                total,
                                ended / seconds,
                                (total - ended) * seconds / ended,
                                failed.isEmpty() ? "" : " · %d failed".formatted(failed.size())));
    }

    /// Examples there is evidence on, as `PART\nid`, in the order of the study.
    synchronized List<String> ready() {
        return ready.stream().filter(id -> !unfinished.contains(id)).toList();
    }

    synchronized int failures() {
        return failed.size();
    }

    /// Says why examples have no evidence, each reason once.
    synchronized void explain() {
        failed.values().stream().distinct().limit(5).forEach(console::say);
        if (!failed.isEmpty()) {
            console.say("%,d examples could not be scored.".formatted(failed.size()));
        }
    }
}
