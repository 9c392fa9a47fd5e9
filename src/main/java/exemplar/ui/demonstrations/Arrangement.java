package exemplar.ui.demonstrations;

import exemplar.evidence.Findings;
import exemplar.evidence.FlagKind;
import exemplar.evidence.SetFindings;
import exemplar.model.Task;
import exemplar.study.Examples;
import exemplar.ui.demonstrations.rows.RowSort;
import exemplar.ui.demonstrations.rows.Shown;
import exemplar.ui.demonstrations.rows.Side;
import java.util.Locale;
import java.util.Optional;

/// Which rows are shown and in which order. Blocks for as long as that takes and stops when
/// interrupted.
record Arrangement(
        FilterState filter, Optional<RowSort> sort, Task task, Locale locale, Side side) {

    /// Whether it shows everything as it stands.
    boolean isNothing() {
        return filter.filter().isAll() && sort.isEmpty();
    }

    Shown of(Examples examples, Findings findings) throws InterruptedException {
        SetFindings found = side.of(findings);
        boolean filtered = !filter.filter().isAll();
        int[] rows = filter.filter().rows(examples, (row, line, flag) -> has(found, row, flag));
        if (sort.isPresent()) {
            rows = sort.get().sorted(examples, rows, task, locale, row -> gravity(found, row));
        }
        return new Shown(examples, rows, filtered, sort.isPresent());
    }

    private static boolean has(SetFindings found, int row, String flag) {
        Optional<FlagKind> kind = FlagKind.of(flag);
        return kind.isPresent() && found.has(row, kind.get());
    }

    /// The gravest first, then how many.
    private static int gravity(SetFindings found, int row) {
        int gravity = 0;
        for (FlagKind kind : FlagKind.values()) {
            gravity = gravity << 1 | (found.has(row, kind) ? 0 : 1);
        }
        return gravity;
    }
}
