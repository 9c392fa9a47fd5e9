package exemplar.template.value;

import exemplar.model.Origin;
import java.util.Arrays;

/// Where the characters of a text came from, as runs. Characters without a known origin are
/// [Origin#TEMPLATE].
public sealed interface Runs {

    /// Nothing but characters without a known origin.
    Runs PLAIN = new Uniform(Origin.TEMPLATE);

    /// The runs of the characters `[from, to)`, in UTF-16 code units.
    Runs slice(int from, int to);

    /// The runs of a text that was made from this one as a whole: the only origin that is not the
    /// template's, if there is exactly one.
    Runs merged();

    static Runs of(Origin origin) {
        return origin == Origin.TEMPLATE ? PLAIN : new Uniform(origin);
    }

    /// The runs of a text made from several as a whole.
    static Runs merged(Runs a, Runs b) {
        Runs left = a.merged();
        Runs right = b.merged();
        if (left.equals(PLAIN) || left.equals(right)) {
            return a.equals(PLAIN) || left.equals(right) ? right : left;
        }
        return right.equals(PLAIN) && b.equals(PLAIN) ? left : PLAIN;
    }

    /// One origin for all characters.
    record Uniform(Origin origin) implements Runs {
        @Override
        public Runs slice(int from, int to) {
            return this;
        }

        @Override
        public Runs merged() {
            return this;
        }
    }

    /// Several origins: run `i` ends before `ends[i]`. The arrays are never changed.
    final class Mixed implements Runs {
        final int[] ends;
        final Origin[] origins;

        Mixed(int[] ends, Origin[] origins) {
            this.ends = ends;
            this.origins = origins;
        }

        int runAt(int position) {
            int found = Arrays.binarySearch(ends, position + 1);
            return found >= 0 ? found : -found - 1;
        }

        @Override
        public Runs slice(int from, int to) {
            if (from >= to) {
                return PLAIN;
            }
            int first = runAt(from);
            int last = runAt(to - 1);
            if (first == last) {
                return Runs.of(origins[first]);
            }
            int[] cut = Arrays.copyOfRange(ends, first, last + 1);
            for (int i = 0; i < cut.length; i++) {
                cut[i] = Math.min(cut[i], to) - from;
            }
            return new Mixed(cut, Arrays.copyOfRange(origins, first, last + 1));
        }

        @Override
        public Runs merged() {
            Origin only = Origin.TEMPLATE;
            for (Origin origin : origins) {
                if (origin.equals(Origin.TEMPLATE) || origin.equals(only)) {
                    continue;
                }
                if (!only.equals(Origin.TEMPLATE)) {
                    return PLAIN;
                }
                only = origin;
            }
            return Runs.of(only);
        }
    }
}
