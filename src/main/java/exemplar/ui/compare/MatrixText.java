package exemplar.ui.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.compare.Board;
import exemplar.compare.CellState;
import exemplar.compare.Standing;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The matrix as text for other programs: one line an item, two columns a variant, the answer and
/// what it was judged as. Pure; from any thread.
final class MatrixText {

    /// How it is written.
    enum Format {
        /// For spreadsheets: cells with tabs, line ends or quotes are quoted.
        TSV,
        MARKDOWN,
        JSON
    }

    private final Task task;
    private final Board board;

    MatrixText(Task task, Board board) {
        this.task = task;
        this.board = board;
    }

    /// The items with their answers.
    String of(List<Example> items, Format format) {
        return switch (format) {
            case TSV -> table(items, "", "\t", "", MatrixText::quoted, false);
            case MARKDOWN -> table(items, "| ", " | ", " |", MatrixText::escaped, true);
            case JSON -> json(items);
        };
    }

    /// The scores with their intervals, tab-separated.
    static String scores(List<Standing> standings) {
        StringBuilder text = new StringBuilder("variant\tdesign\tmodel\titems\tscore\tlow\thigh\n");
        for (int i = 0; i < standings.size(); i++) {
            Standing s = standings.get(i);
            text.append(CompareViewModel.letter(i)).append('\t');
            text.append(quoted(s.variant().design())).append('\t');
            text.append(quoted(s.variant().model())).append('\t').append(s.items());
            for (double v :
                    new double[] {s.score().estimate(), s.score().low(), s.score().high()}) {
                text.append('\t');
                if (s.items() > 0 && Double.isFinite(v)) {
                    text.append(String.format(Locale.ROOT, "%.4f", v));
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String table(
            List<Example> items,
            String open,
            String between,
            String close,
            UnaryOperator<String> cell,
            boolean ruled) {
        StringBuilder text = new StringBuilder();
        List<String> head = head();
        row(text, head, open, between, close, cell);
        if (ruled) {
            text.append('|').append(" --- |".repeat(head.size())).append('\n');
        }
        items.forEach(item -> row(text, cells(item), open, between, close, cell));
        return text.toString();
    }

    private static void row(
            StringBuilder text,
            List<String> cells,
            String open,
            String between,
            String close,
            UnaryOperator<String> cell) {
        text.append(open)
                .append(String.join(between, cells.stream().map(cell).toList()))
                .append(close)
                .append('\n');
    }

    private List<String> head() {
        List<String> names = new ArrayList<>();
        names.add("id");
        names.addAll(task.inputs());
        names.add(task.output());
        for (Variant v : board.plan().variants()) {
            names.add(v.title());
            names.add(v.title() + " · verdict");
        }
        return names;
    }

    private List<String> cells(Example item) {
        List<String> cells = new ArrayList<>();
        cells.add(item.id());
        task.inputs().forEach(name -> cells.add(item.field(name)));
        cells.add(item.gold());
        for (Variant v : board.plan().variants()) {
            Optional<Trial> trial = trial(v, item);
            cells.add(trial.map(t -> t.answer().strip()).orElse(""));
            cells.add(trial.map(MatrixText::verdict).orElse(""));
        }
        return cells;
    }

    private Optional<Trial> trial(Variant v, Example item) {
        return board.state(v, item.id()) instanceof CellState.Ended(Trial t)
                ? Optional.of(t)
                : Optional.empty();
    }

    private static String verdict(Trial t) {
        return (t.state() == Trial.State.DONE ? t.judgement().verdict().name() : t.state().name())
                .toLowerCase(Locale.ROOT);
    }

    private String json(List<Example> items) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (Example item : items) {
            ObjectNode one = all.addObject();
            one.put("id", item.id());
            ObjectNode fields = one.putObject("fields");
            item.fields().forEach(fields::put);
            one.put("gold", item.gold());
            ArrayNode answers = one.putArray("answers");
            for (Variant v : board.plan().variants()) {
                trial(v, item).ifPresent(t -> put(answers.addObject(), v, t));
            }
        }
        return all.toPrettyString() + "\n";
    }

    private static void put(ObjectNode node, Variant v, Trial t) {
        node.put("design", v.design());
        node.put("model", v.model());
        node.put("answer", t.answer());
        node.put("predicted", t.judgement().predicted());
        node.put("verdict", verdict(t));
        node.put("score", t.judgement().score());
        node.put("millis", t.millis());
        node.put("cached", t.cached());
        if (!t.fault().isEmpty()) {
            node.put("fault", t.fault());
        }
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> "\t\n\r\"".indexOf(c) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", "<br>");
    }
}
