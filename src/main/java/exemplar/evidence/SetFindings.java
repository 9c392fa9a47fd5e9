package exemplar.evidence;

import exemplar.model.Example;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything found on one list of examples, at the moment it was read. Immutable.
public final class SetFindings {
    private static final int SHOWN_OTHERS = 8;

    private final ExampleSigns signs;
    private final Fingerprints prints;
    private final char[] bits;
    private final List<Twins> twins;
    private final Map<Integer, Twins> twinsOf = new HashMap<>();
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final Map<Integer, Flag.Other> leaks;
    private final Map<FlagKind, Integer> counts;

    SetFindings(
            ExampleSigns signs,
            Fingerprints prints,
            char[] ownBits,
            List<Twins> twins,
            Map<Integer, Flag.Other> leaks) {
        this.signs = signs;
        this.prints = prints;
        this.bits = ownBits;
        this.twins = List.copyOf(twins);
        this.leaks = leaks;
        for (Twins group : twins) {
            Oppositions golds = new Oppositions(group.likeness());
            for (int row : group.rows()) {
                Example example = prints.examples().example(row);
                twinsOf.put(row, group);
                rowOf.put(example.id(), row);
                bits[row] |= (char) FlagKind.DUPLICATE.bit();
                if (group.conflict()) {
                    golds.add(prints, row);
                }
            }
            for (int row : golds.opposed()) {
                bits[row] |= (char) FlagKind.CONFLICT.bit();
            }
        }
        for (int row : leaks.keySet()) {
            bits[row] |= (char) FlagKind.LEAK.bit();
            rowOf.put(prints.examples().example(row).id(), row);
        }
        counts = counted(bits);
    }

    /// The list that was read.
    public List<Example> examples() {
        return new AbstractList<>() {
            @Override
            public Example get(int row) {
                return prints.examples().example(row);
            }

            @Override
            public int size() {
                return prints.size();
            }
        };
    }

    /// The same, as it was given.
    public ExampleSource source() {
        return prints.examples();
    }

    /// Groups of examples with the same input.
    public List<Twins> twins() {
        return twins;
    }

    /// How many examples have each kind of finding; kinds that were not found are missing.
    public Map<FlagKind, Integer> counts() {
        return counts;
    }

    private static Map<FlagKind, Integer> counted(char[] bits) {
        Map<FlagKind, Integer> counts = new EnumMap<>(FlagKind.class);
        int[] perBit = new int[FlagKind.values().length];
        for (char of : bits) {
            for (int rest = of; rest != 0; rest &= rest - 1) {
                perBit[Integer.numberOfTrailingZeros(rest)]++;
            }
        }
        for (FlagKind kind : FlagKind.values()) {
            if (perBit[kind.ordinal()] > 0) {
                counts.put(kind, perBit[kind.ordinal()]);
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    /// Whether a row has a finding of that kind; false for rows that were not read.
    public boolean has(int row, FlagKind kind) {
        return row < bits.length && (bits[row] & kind.bit()) != 0;
    }

    /// The rows with a finding of that kind.
    public BitSet rows(FlagKind kind) {
        BitSet rows = new BitSet(bits.length);
        for (int row = 0; row < bits.length; row++) {
            if ((bits[row] & kind.bit()) != 0) {
                rows.set(row);
            }
        }
        return rows;
    }

    /// The findings on an example, the gravest first. An example that was not read, because it is
    /// newer than this, has only what it shows by itself.
    public List<Flag> of(Example example) {
        List<Flag> flags = new ArrayList<>();
        int row = rowOf.getOrDefault(example.id(), -1);
        if (row >= 0 && !prints.examples().example(row).equals(example)) {
            row = -1;
        }
        Twins group = twinsOf.get(row);
        if (group != null) {
            List<Flag.Other> others = others(example, row, group);
            List<Flag.Other> opposed = new ArrayList<>(others);
            opposed.removeIf(o -> !isOpposed(example, prints.examples().example(o.row())));
            if (has(row, FlagKind.CONFLICT) && !opposed.isEmpty()) {
                flags.add(new Flag.Conflict(first(opposed)));
            }
            if (!others.isEmpty()) {
                flags.add(new Flag.Duplicate(first(others), group.rows().size() - 1));
            }
        }
        Flag.Other leak = leaks.get(row);
        if (leak != null) {
            flags.add(new Flag.Leaked(leak));
        }
        flags.sort((a, b) -> a.kind().compareTo(b.kind()));
        flags.addAll(signs.of(example));
        return List.copyOf(flags);
    }

    private static List<Flag.Other> first(List<Flag.Other> others) {
        return others.size() > SHOWN_OTHERS ? others.subList(0, SHOWN_OTHERS) : others;
    }

    private List<Flag.Other> others(Example example, int row, Twins group) {
        List<Flag.Other> others = new ArrayList<>();
        boolean hasOpposed = !has(row, FlagKind.CONFLICT);
        for (int otherRow : group.rows()) {
            if (otherRow == row) {
                continue;
            }
            Example other = prints.examples().example(otherRow);
            boolean opposed = !hasOpposed && isOpposed(example, other);
            if (others.size() < SHOWN_OTHERS || opposed) {
                others.add(compared(example, otherRow, other));
            }
            hasOpposed |= opposed;
            if (hasOpposed && others.size() >= SHOWN_OTHERS) {
                break;
            }
        }
        return others;
    }

    /// Whether a twin contradicts an example.
    private boolean isOpposed(Example example, Example other) {
        return !other.gold().isBlank()
                && !other.gold().equals(example.gold())
                && numbers(example).equals(numbers(other));
    }

    private String numbers(Example example) {
        StringBuilder numbers = new StringBuilder();
        for (String field : prints.inputs()) {
            numbers.append(Oppositions.numbers(PlainText.of(example.field(field)))).append('\n');
        }
        return numbers.toString();
    }

    /// How much another row of this list is the same as an example.
    public Flag.Other compared(Example example, int row, Example other) {
        return SetComparison.of(prints.inputs(), example, row, other);
    }

    Fingerprints prints() {
        return prints;
    }

    char[] bits() {
        return bits;
    }
}
