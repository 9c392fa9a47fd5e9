package exemplar.study.filter;

import exemplar.model.Example;
import exemplar.study.Examples;
import exemplar.study.line.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A condition on examples, as somebody typed it.
///
/// Terms stand side by side and all must hold; `-` before one negates it; values with commas
/// between them are alternatives; quotes keep blanks and commas together. Words without a key are
/// looked for in the fields. Case never matters, accents do. `len` counts code points.
public final class Filter implements Parsed {
    /// Lets every example through.
    public static final Filter ALL = new Filter("", List.of());

    private static final int BETWEEN_CHECKS = 8192;

    private final String text;
    private final List<Term> terms;

    private Filter(String text, List<Term> terms) {
        this.text = text;
        this.terms = terms;
    }

    /// Reads a filter; an empty text lets everything through.
    public static Parsed parse(String text) {
        try {
            List<Term> terms = new ArrayList<>(Reader.terms(text));
            terms.sort(Comparator.comparing(t -> t.key().orElse(Key.TEXT)));
            for (Term term : terms) {
                Conditions.of(term);
            }
            return new Filter(text, terms);
        } catch (Reader.Wrong e) {
            return new Parsed.Wrong(e.start, e.end, e.sentence);
        }
    }

    /// The text it was read from.
    public String text() {
        return text;
    }

    /// Whether it lets every example through.
    public boolean isAll() {
        return terms.isEmpty();
    }

    /// Whether it asks for flags, so that the rows change when flags do.
    public boolean asksForFlags() {
        return terms.stream().anyMatch(t -> t.key().equals(Optional.of(Key.FLAG)));
    }

    private Condition[] conditions() {
        return terms.stream()
                .map(term -> {
                    try {
                        return Conditions.of(term);
                    } catch (Reader.Wrong e) {
                        throw new IllegalStateException("it was read before", e);
                    }
                })
                .toArray(Condition[]::new);
    }

    /// The rows it lets through, ascending. May be called from any thread.
    ///
    /// @throws InterruptedException when the thread is interrupted, such as for a newer filter
    public int[] rows(Examples examples, Flags flags) throws InterruptedException {
        Condition[] conditions = conditions();
        int[] rows = new int[conditions.length == 0 ? examples.size() : 1024];
        int count = 0;
        int row = 0;
        for (Line line : examples.lines()) {
            if (row % BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (hold(conditions, row, line, flags)) {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, Math.min(count * 4, examples.size()));
                }
                rows[count++] = row;
            }
            row++;
        }
        return Arrays.copyOf(rows, count);
    }

    private static boolean hold(Condition[] conditions, int row, Line line, Flags flags) {
        for (Condition condition : conditions) {
            if (!condition.holds(row, line, flags)) {
                return false;
            }
        }
        return true;
    }

    /// Whether it lets a single example through.
    public boolean matches(int row, Line line, Flags flags) {
        return hold(conditions(), row, line, flags);
    }

    /// Whether it lets an example through that stands in no list.
    public boolean matches(Example example, Flags flags) {
        return matches(-1, Line.of(example), flags);
    }
}
