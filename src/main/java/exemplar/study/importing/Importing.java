package exemplar.study.importing;

import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.study.Examples;
import exemplar.study.ExamplesBuilder;
import exemplar.study.line.Line;
import exemplar.study.line.Words;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The way in: look at a file, then read it.
public final class Importing {
    private static final int REPORT_EVERY = 1_000;

    private Importing() {}

    /// The encodings to offer a person, the usual ones first.
    public static List<Charset> encodings() {
        return Encodings.offered();
    }

    /// What a file is and what would become of it. Reads its beginning only, except that up to 32
    /// MB are looked through for its encoding. Blocks; an interrupt ends it with an
    /// [java.io.InterruptedIOException].
    ///
    /// @throws ImportFault with a sentence, when nothing can be read from it
    public static ImportPlan inspect(Source source, Task task, Options options) throws IOException {
        return new Inspection(source, task, options).plan();
    }

    /// All rows of a file as examples. Only the examples are held, never the file. Blocks; an
    /// interrupt ends it with an [java.io.InterruptedIOException].
    ///
    /// @param existing the examples they will stand beside, whose ids are taken
    /// @throws ImportFault with a sentence, when the file cannot be read or no column becomes an
    ///   input
    public static Imported read(ImportPlan plan, Examples existing, Progress progress)
            throws IOException {
        if (plan.columns().isEmpty()) {
            throw withoutRecords(plan);
        }
        if (!plan.ready()) {
            throw new ImportFault(
                    plan.source().name(),
                    "has no column for " + String.join(", ", plan.unmapped()),
                    "say which one it is, such as "
                            + plan.unmapped().getFirst()
                            + "="
                            + (plan.columns().isEmpty()
                                    ? "COLUMN"
                                    : plan.columns().getFirst().name()));
        }
        Reading reading = new Reading(plan, existing);
        double size = Math.max(1, plan.source().size());
        try (Rows rows = Opened.rows(plan)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                reading.take(row.get());
                if (reading.rows % REPORT_EVERY == 0) {
                    progress.read(reading.rows, Math.min(1, rows.bytes() / size));
                }
            }
            progress.read(reading.rows, 1);
            return reading.done(rows.notes());
        }
    }

    private static ImportFault withoutRecords(ImportPlan plan) {
        Optional<String> problem =
                plan.preview().stream()
                        .filter(row -> !row.cells().isEmpty())
                        .flatMap(row -> row.problem().stream())
                        .findFirst();
        return problem.isPresent()
                ? new ImportFault(
                        plan.source().name(),
                        "cannot be read: " + problem.get(),
                        "correct it in a text editor")
                : new ImportFault(
                        plan.source().name(), "has no records", "there is nothing to import");
    }

    /// Counts and collects while rows come.
    private static final class Reading {
        private final Assembly assembly;
        private final Ids ids;
        private final Words words = new Words();
        private final ExamplesBuilder examples = new ExamplesBuilder();
        private final List<Rejected> rejected = new ArrayList<>();
        private final Map<String, Integer> unknown = new HashMap<>();
        private final List<String> renamed = new ArrayList<>();
        private long rows;
        private int rejectedCount;
        private int blank;
        private int withoutGold;

        Reading(ImportPlan plan, Examples existing) {
            assembly =
                    new Assembly(plan.task(), plan.mapping(), plan.options(), plan.source().name());
            ids =
                    new Ids(
                            id -> existing.indexOfId(id) >= 0,
                            existing.size(),
                            plan.options().idPrefix());
        }

        void take(Row row) {
            rows++;
            switch (row) {
                case Row.Blank none -> blank++;
                case Row.Bad bad -> reject(bad.line(), bad.reason(), bad.text());
                case Row.Full full -> {
                    switch (assembly.make(full)) {
                        case Assembly.Made.Not not ->
                                reject(full.line(), not.reason(), shown(full));
                        case Assembly.Made.Good(Example example) -> add(full, example);
                    }
                }
            }
        }

        private void add(Row.Full row, Example example) {
            String id = ids.of(example.id());
            Line line;
            try {
                line = Line.of(example.withId(id), words);
            } catch (IllegalArgumentException e) {
                reject(row.line(), String.valueOf(e.getMessage()), shown(row));
                return;
            }
            examples.add(line);
            if (!example.id().isEmpty()
                    && !example.id().equals(id)
                    && renamed.size() < Imported.RENAMED) {
                renamed.add(
                        "line %d: the id \"%s\" was taken and became \"%s\""
                                .formatted(row.line(), example.id(), id));
            }
            if (example.gold().isBlank()) {
                withoutGold++;
            } else if (assembly.isUnknown(example.gold()) && unknown.size() < 1_000) {
                unknown.merge(example.gold(), 1, Integer::sum);
            }
        }

        private void reject(long line, String reason, String text) {
            rejectedCount++;
            if (rejected.size() < Imported.LISTED) {
                rejected.add(new Rejected(line, reason, Rejected.shortened(text)));
            }
        }

        private static String shown(Row.Full row) {
            return String.join(" · ", row.cells().values().stream().map(Values::text).toList());
        }

        Imported done(List<String> ofFile) {
            List<String> notes = new ArrayList<>(ofFile);
            notes.addAll(renamed);
            return new Imported(
                    examples.build(),
                    rejected,
                    rejectedCount,
                    blank,
                    ids.changed(),
                    unknown,
                    withoutGold,
                    notes);
        }
    }
}
