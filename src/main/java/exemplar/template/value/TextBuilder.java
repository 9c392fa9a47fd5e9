package exemplar.template.value;

import exemplar.model.Origin;
import exemplar.model.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Puts a text together and remembers where each part came from. Neighbours of one origin become
/// one run.
public final class TextBuilder {
    private final Budget budget;
    private final StringBuilder text;
    private int[] ends = new int[8];
    private Origin[] origins = new Origin[8];
    private int runs;

    public TextBuilder(Budget budget) {
        this(budget, 64);
    }

    public TextBuilder(Budget budget, int capacity) {
        this.budget = budget;
        this.text = new StringBuilder(capacity);
    }

    public int length() {
        return text.length();
    }

    /// Appends characters of one origin.
    public TextBuilder append(String part, Origin origin) {
        if (!part.isEmpty()) {
            budget.grow(text.length(), part.length());
            text.append(part);
            mark(origin, text.length());
        }
        return this;
    }

    /// Appends characters without a known origin.
    public TextBuilder append(String part) {
        return append(part, Origin.TEMPLATE);
    }

    public TextBuilder append(Str part) {
        return append(part, Origin.TEMPLATE);
    }

    /// Appends a text with its origins; characters without one get `ambient`.
    public TextBuilder append(Str part, Origin ambient) {
        String added = part.text();
        int start = text.length();
        budget.grow(start, added.length());
        text.append(added);
        switch (part.runs()) {
            case Runs.Uniform(Origin origin) -> {
                if (!added.isEmpty()) {
                    mark(origin == Origin.TEMPLATE ? ambient : origin, text.length());
                }
            }
            case Runs.Mixed mixed -> {
                for (int i = 0; i < mixed.ends.length; i++) {
                    Origin origin = mixed.origins[i];
                    mark(origin == Origin.TEMPLATE ? ambient : origin, start + mixed.ends[i]);
                }
            }
        }
        return this;
    }

    /// Appends the characters `[from, to)` of a text.
    public TextBuilder append(Str part, int from, int to) {
        return append(part.cut(from, to));
    }

    private void mark(Origin origin, int end) {
        if (runs > 0) {
            Origin last = origins[runs - 1];
            if (last == origin || last.equals(origin)) {
                ends[runs - 1] = end;
                return;
            }
            if (runs == ends.length) {
                ends = Arrays.copyOf(ends, runs * 2);
                origins = Arrays.copyOf(origins, runs * 2);
            }
        }
        ends[runs] = end;
        origins[runs++] = origin;
    }

    /// The text so far.
    public Str build() {
        if (text.isEmpty()) {
            return Str.EMPTY;
        }
        Runs all =
                runs == 1
                        ? Runs.of(origins[0])
                        : new Runs.Mixed(Arrays.copyOf(ends, runs), Arrays.copyOf(origins, runs));
        return new Str(text.toString(), all, false);
    }

    /// The text so far, without origins.
    public String text() {
        return text.toString();
    }

    /// The runs so far: they cover the text completely, in order.
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>(runs);
        int start = 0;
        for (int i = 0; i < runs; i++) {
            spans.add(new Span(start, ends[i], origins[i]));
            start = ends[i];
        }
        return Collections.unmodifiableList(spans);
    }
}
