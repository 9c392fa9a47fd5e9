package exemplar.ui.demonstrations.rows;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.text.RuleBasedCollator;
import exemplar.model.Example;
import exemplar.model.Task;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/// Puts rows in the order of a column. Stable: rows that are equal keep the order they came in.
/// Text is compared as the language of the interface does, digits by their value.
///
/// @param column what to compare
/// @param descending largest first
public record RowSort(Column column, boolean descending) {

    /// The rows in the order of the column.
    ///
    /// @param rows positions in the list
    /// @param flags how much is found on a row, for the column of flags
    /// @throws InterruptedException when the thread is interrupted
    public int[] sorted(
            List<Example> examples, int[] rows, Task task, Locale locale, IntUnaryOperator flags)
            throws InterruptedException {
        int[] positions = new int[rows.length];
        long[] keys = new long[rows.length];
        Texts texts = new Texts(locale);
        boolean isText = isText(task);
        for (int i = 0; i < rows.length; i++) {
            if ((i & 0xfff) == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            positions[i] = i;
            Example example = examples.get(rows[i]);
            keys[i] = isText ? texts.prefix(text(example)) : number(example, rows[i], task, flags);
        }
        int[] sorted =
                MergeSort.of(
                        positions,
                        (a, b) -> {
                            int order = Long.compareUnsigned(keys[a], keys[b]);
                            if (order == 0 && isText) {
                                order =
                                        texts.compare(
                                                text(examples.get(rows[a])),
                                                text(examples.get(rows[b])));
                            }
                            return descending ? -order : order;
                        });
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = rows[sorted[i]];
        }
        return sorted;
    }

    private boolean isText(Task task) {
        return switch (column) {
            case Column.Field field -> true;
            case Column.Fixed fixed ->
                    switch (fixed) {
                        case ID, LANGUAGE, TAGS, NOTE, SOURCE -> true;
                        case GOLD -> task.labels().isEmpty();
                        default -> false;
                    };
        };
    }

    private String text(Example example) {
        return switch (column) {
            case Column.Field field -> example.field(field.name());
            case Column.Fixed fixed ->
                    switch (fixed) {
                        case ID -> example.id();
                        case LANGUAGE -> example.language();
                        case TAGS -> String.join(" ", example.tags());
                        case NOTE -> example.note();
                        case SOURCE -> example.source();
                        case GOLD -> example.gold();
                        default -> "";
                    };
        };
    }

    private long number(Example example, int row, Task task, IntUnaryOperator flags) {
        return switch (column) {
            case Column.Field field -> 0;
            case Column.Fixed fixed ->
                    switch (fixed) {
                        case ENABLED -> example.enabled() ? 0 : 1;
                        case PINNED -> example.pinned() ? 0 : 1;
                        case NUMBER -> row;
                        case FLAGS -> flags.applyAsInt(row);
                        case LENGTH -> length(example, task);
                        case GOLD -> {
                            int index = task.labelIndex(example.gold());
                            yield index < 0 ? Integer.MAX_VALUE : index;
                        }
                        default -> 0;
                    };
        };
    }

    private static long length(Example example, Task task) {
        long length = 0;
        for (String input : task.inputs()) {
            length += example.field(input).length();
        }
        return length;
    }

    /// Collation with the first eight bytes of each key at hand; full texts are compared only where
    /// those are equal.
    private static final class Texts {
        private static final int ENOUGH = 24;

        private final RuleBasedCollator collator;
        private final RawCollationKey key = new RawCollationKey(64);

        Texts(Locale locale) {
            Collator found = Collator.getInstance(locale);
            if (!(found instanceof RuleBasedCollator rules)) {
                throw new IllegalStateException("no collation rules for " + locale);
            }
            this.collator = rules.cloneAsThawed();
            this.collator.setNumericCollation(true);
        }

        long prefix(String text) {
            if (text.isEmpty()) {
                return -1L;
            }
            String head = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
            collator.getRawCollationKey(head, key);
            long prefix = 0;
            for (int i = 0; i < 8; i++) {
                prefix =
                        prefix << 8 | (i < key.size && key.bytes[i] != 1 ? key.bytes[i] & 0xff : 0);
                if (i < key.size && key.bytes[i] == 1) {
                    return prefix << 8 * (7 - i);
                }
            }
            return prefix;
        }

        int compare(String a, String b) {
            return collator.compare(a, b);
        }
    }
}
