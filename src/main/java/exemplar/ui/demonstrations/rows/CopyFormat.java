package exemplar.ui.demonstrations.rows;

import exemplar.model.Example;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How examples are put on the clipboard.
public enum CopyFormat {
    /// Tab-separated with a header; cells with tabs, line ends or quotes are quoted as spreadsheets
    /// expect.
    TSV,
    /// A Markdown table.
    MARKDOWN,
    /// A JSON array of the lines of the study's files.
    JSON,
    /// The lines of the study's files.
    JSONL;

    /// The examples as text.
    ///
    /// @param line writes an example as one line of JSON, without a line end
    public String write(List<Example> examples, Task task, Function<Example, String> line) {
        return switch (this) {
            case TSV -> table(examples, task, "", "\t", "", CopyFormat::tsvCell);
            case MARKDOWN -> markdown(examples, task);
            case JSON -> {
                List<String> lines = examples.stream().map(line).toList();
                yield lines.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", lines) + "\n]\n";
            }
            case JSONL -> {
                StringBuilder text = new StringBuilder();
                examples.forEach(example -> text.append(line.apply(example)).append('\n'));
                yield text.toString();
            }
        };
    }

    private static String markdown(List<Example> examples, Task task) {
        String table = table(examples, task, "| ", " | ", " |", CopyFormat::markdownCell);
        int headerEnd = table.indexOf('\n');
        StringBuilder rule = new StringBuilder("|");
        for (int i = 0; i < header(task).size(); i++) {
            rule.append(" --- |");
        }
        return table.substring(0, headerEnd + 1) + rule + table.substring(headerEnd);
    }

    private static String table(
            List<Example> examples,
            Task task,
            String open,
            String between,
            String close,
            Function<String, String> cell) {
        StringBuilder text = new StringBuilder();
        row(text, header(task), open, between, close, cell);
        for (Example example : examples) {
            row(text, cells(example, task), open, between, close, cell);
        }
        return text.toString();
    }

    private static void row(
            StringBuilder text,
            List<String> cells,
            String open,
            String between,
            String close,
            Function<String, String> cell) {
        text.append(open);
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : between).append(cell.apply(cells.get(i)));
        }
        text.append(close).append('\n');
    }

    private static List<String> header(Task task) {
        List<String> names = new ArrayList<>();
        names.add("id");
        names.addAll(task.inputs());
        names.add(task.output());
        names.add("language");
        names.add("tags");
        return names;
    }

    private static List<String> cells(Example example, Task task) {
        List<String> cells = new ArrayList<>();
        cells.add(example.id());
        task.inputs().forEach(input -> cells.add(example.field(input)));
        cells.add(example.gold());
        cells.add(example.language());
        cells.add(String.join(", ", example.tags()));
        return cells;
    }

    private static String tsvCell(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = "\t\n\r\"".indexOf(text.charAt(i)) < 0;
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String markdownCell(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("\r\n", "<br>")
                .replace("\n", "<br>")
                .replace("\r", "<br>");
    }
}
