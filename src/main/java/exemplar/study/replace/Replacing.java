package exemplar.study.replace;

import exemplar.model.Example;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Writes replacements into examples.
public final class Replacing {
    /// What is to be written.
    ///
    /// @param rows which rows change, ascending where the search was
    /// @param examples the changed examples, one for each row
    /// @param hits how many hits were replaced
    /// @param stale how many hits were left alone because their example has changed since the
    ///   search
    public record Changes(List<Integer> rows, List<Example> examples, int hits, int stale) {
        public Changes {
            rows = List.copyOf(rows);
            examples = List.copyOf(examples);
        }
    }

    private Replacing() {}

    /// The examples with every hit replaced except the unwanted ones.
    ///
    /// @param now the list as it is now
    /// @param unwanted numbers of hits to leave alone
    /// @throws InterruptedException when the thread is interrupted
    public static Changes of(Hits hits, BitSet unwanted, List<Example> now)
            throws InterruptedException {
        List<Integer> rows = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        int replaced = 0;
        int stale = 0;
        for (int from = 0; from < hits.size(); ) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int to = from;
            BitSet wanted = new BitSet();
            while (to < hits.size() && hits.row(to) == hits.row(from)) {
                if (!unwanted.get(to)) {
                    wanted.set(to - from);
                }
                to++;
            }
            int row = hits.row(from);
            if (row >= now.size() || !now.get(row).equals(hits.example(from))) {
                stale += wanted.cardinality();
            } else if (!wanted.isEmpty()) {
                rows.add(row);
                examples.add(replaced(hits, from, to, wanted));
                replaced += wanted.cardinality();
            }
            from = to;
        }
        return new Changes(rows, examples, replaced, stale);
    }

    private static Example replaced(Hits hits, int from, int to, BitSet wanted) {
        Example example = hits.example(from);
        for (int first = from; first < to; ) {
            Place place = hits.place(first);
            int last = first;
            while (last < to && hits.place(last).equals(place)) {
                last++;
            }
            String before = place.read(example);
            String after = replaced(hits, first, last, wanted, from, before);
            if (!after.equals(before)) {
                example = place.write(example, after);
            }
            first = last;
        }
        return example;
    }

    private static String replaced(
            Hits hits, int first, int last, BitSet wanted, int from, String before) {
        List<Finder.Hit> all;
        try {
            all = hits.finder().hits(before, Patience.perText());
        } catch (OutOfPatience e) {
            return before;
        }
        StringBuilder after = new StringBuilder(before.length());
        int copied = 0;
        int at = first;
        for (Finder.Hit hit : all) {
            if (at == last || hit.start() != hits.start(at)) {
                continue;
            }
            if (wanted.get(at - from)) {
                after.append(before, copied, hit.start()).append(hit.replacement());
                copied = hit.end();
            }
            at++;
        }
        return after.append(before, copied, before.length()).toString();
    }
}
