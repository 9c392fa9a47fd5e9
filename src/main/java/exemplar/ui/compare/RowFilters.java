package exemplar.ui.compare;

import exemplar.compare.RowFilter;
import exemplar.compare.Variant;
import exemplar.ui.compare.RunShelf.Before;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;

/// The filters that make sense for a board, and what they are called.
///
/// @param columns its variants
/// @param labels whether answers are labels
/// @param before the run before it
record RowFilters(List<Variant> columns, boolean labels, Before before) {
    private static final int MOST_WRONG = 8;

    RowFilters {
        columns = List.copyOf(columns);
    }

    List<RowFilter> all() {
        List<RowFilter> all = new ArrayList<>();
        all.add(new RowFilter.All());
        if (columns.size() > 1) {
            all.add(new RowFilter.Disagree());
        }
        if (labels) {
            columns.stream().limit(MOST_WRONG).forEach(v -> all.add(new RowFilter.Wrong(v)));
        }
        if (before.run() > 0) {
            all.add(new RowFilter.Changed(before.answers()));
        }
        if (labels) {
            all.add(new RowFilter.Unparsed());
        }
        all.add(new RowFilter.Failed());
        return all;
    }

    String words(RowFilter named) {
        return switch (named) {
            case RowFilter.All() -> Texts.of("compare.filter.all");
            case RowFilter.Disagree() -> Texts.of("compare.filter.disagree");
            case RowFilter.Wrong(Variant variant) ->
                    Texts.of(
                            "compare.filter.wrong",
                            CompareViewModel.letter(columns.indexOf(variant)));
            case RowFilter.Changed(var answers) -> Texts.of("compare.filter.changed", before.run());
            case RowFilter.Unparsed() -> Texts.of("compare.filter.unparsed");
            case RowFilter.Failed() -> Texts.of("compare.filter.failed");
        };
    }
}
