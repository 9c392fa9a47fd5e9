package exemplar.study.importing;

import exemplar.model.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a file is and what would become of it. Change an [Options] and inspect again to see what
/// that makes of it.
///
/// @param source the file
/// @param task whose examples they would be
/// @param options as given
/// @param format what it is
/// @param encoding how its bytes are letters
/// @param dialect how its cells stand; of delimited files only
/// @param columns in the file's order
/// @param mapping which column becomes what; guessed where the options say nothing
/// @param preview the first rows
/// @param unknownLabels gold outputs among the first rows that are no labels of the task, with how
///   often they stand there
/// @param notes what the person should know, as sentences without their full stop
public record ImportPlan(
        Source source,
        Task task,
        Options options,
        Format format,
        Encoding encoding,
        Optional<Dialect> dialect,
        List<Column> columns,
        Mapping mapping,
        List<Previewed> preview,
        Map<String, Integer> unknownLabels,
        List<String> notes) {
    /// How many rows a plan shows.
    public static final int PREVIEW = 100;

    /// How many rows decide on columns and mapping.
    static final int LOOKED_AT = 400;

    public ImportPlan {
        columns = List.copyOf(columns);
        preview = List.copyOf(preview);
        unknownLabels = new TreeMap<>(unknownLabels);
        notes = List.copyOf(notes);
    }

    /// One of the first rows.
    ///
    /// @param line where it begins in the file
    /// @param cells what stands in each column, in the columns' order; empty for a row that cannot
    ///   be cut into cells
    /// @param problem why it would be rejected; empty when it would be imported
    public record Previewed(long line, List<String> cells, Optional<String> problem) {
        public Previewed {
            cells = List.copyOf(cells);
        }
    }

    /// Inputs of the task that no column becomes.
    public List<String> unmapped() {
        return task.inputs().stream()
                .filter(i -> mapping.column(new Target.Field(i)).isEmpty())
                .toList();
    }

    /// Whether reading it would bring anything: some input has a column.
    public boolean ready() {
        return unmapped().size() < task.inputs().size();
    }

    /// What it is in one line: `CSV, UTF-8, comma, 2 columns with header`.
    public String sentence() {
        StringBuilder said = new StringBuilder(format.title());
        said.append(", ").append(encoding.sentence());
        dialect.ifPresent(d -> {
            if (d.separator() != Dialect.NONE) {
                said.append(", separator ").append(d.separatorName());
            }
            said.append(d.header() ? ", with a header" : ", without a header");
        });
        int count = columns.size();
        return said.append(", ")
                .append(count)
                .append(count == 1 ? " column" : " columns")
                .toString();
    }
}
