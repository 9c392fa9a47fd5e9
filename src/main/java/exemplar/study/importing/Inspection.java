package exemplar.study.importing;

import exemplar.model.Label;
import exemplar.model.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks at the beginning of a file and makes a plan.
final class Inspection {
    /// So many letters decide on format and separator.
    private static final int HEAD = 1 << 18;

    private static final int SAMPLES = 3;

    private final Source source;
    private final Task task;
    private final Options options;
    private final List<String> notes = new ArrayList<>();

    Inspection(Source source, Task task, Options options) {
        this.source = source;
        this.task = task;
        this.options = options;
    }

    ImportPlan plan() throws IOException {
        Encoding encoding = Encodings.of(source, options.encoding());
        String head = head(encoding);
        if (head.isBlank()) {
            throw new ImportFault(source.name(), "is empty", "there is nothing to import");
        }
        Format format =
                options.format().isPresent()
                        ? options.format().get()
                        : Formats.of(source, head, names());
        if (format == Format.TEXT_LABELS) {
            encoding =
                    Encodings.of(
                            new Source.OfFile(Opened.pairing(source).texts()), options.encoding());
        }
        Optional<Dialect> dialect = Optional.empty();
        List<String> named = List.of();
        if (format.isDelimited()) {
            List<String> labels = task.labels().stream().map(Label::name).toList();
            String first = head.lines().findFirst().orElse("");
            Optional<Character> declared = Dialects.declared(first);
            String table = declared.isPresent() ? head.substring(first.length()).strip() : head;
            Options how =
                    options.separator().isPresent() ? options : options.withSeparator(declared);
            Dialect found = Dialects.of(table, format, how, names(), labels);
            dialect = Optional.of(found);
            named = headed(table, found);
        }
        List<Row> rows = new ArrayList<>();
        try (Rows opened =
                Opened.rows(
                        source,
                        format,
                        encoding,
                        dialect.orElse(Dialect.WHOLE_LINES),
                        named,
                        options)) {
            for (var row = opened.next(); row.isPresent(); row = opened.next()) {
                rows.add(row.get());
                if (rows.size() >= ImportPlan.LOOKED_AT) {
                    break;
                }
            }
            notes.addAll(opened.notes());
        }
        columnsInOne(format, rows).ifPresent(notes::add);
        return plan(encoding, format, dialect, named, rows);
    }

    /// A word about a file that is one JSON object of lists: a table written column by column.
    private static Optional<String> columnsInOne(Format format, List<Row> rows) {
        if (format.isDelimited()
                || rows.size() != 1
                || !(rows.getFirst() instanceof Row.Full full)) {
            return Optional.empty();
        }
        long lists =
                full.cells().values().stream()
                        .filter(c -> c instanceof List<?> list && list.size() > 1)
                        .count();
        return lists < 2
                ? Optional.empty()
                : Optional.of(
                        "all of the file is one record whose values are lists; if they are the columns of a table, write one object for each row of it");
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(Guess.names(task));
        options.mapping()
                .ifPresent(m -> m.columns().values().forEach(c -> names.add(Headers.normal(c))));
        return names;
    }

    private String head(Encoding encoding) throws IOException {
        StringBuilder head = new StringBuilder();
        try (Lines lines = Opened.lines(source, encoding, true)) {
            for (var line = lines.next();
                    line.isPresent() && head.length() < HEAD;
                    line = lines.next()) {
                head.append(line.get().text()).append(line.get().end());
            }
        }
        return head.toString();
    }

    /// The names of the columns of a delimited file.
    private List<String> headed(String head, Dialect dialect) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Map<Integer, Integer> widths = new HashMap<>();
        try (Lines lines = Opened.lines(new Source.OfText("", head), Encoding.TEXT, true)) {
            Cells cells = new Cells(lines, dialect);
            for (var row = cells.next();
                    row.isPresent() && rows.size() < ImportPlan.PREVIEW;
                    row = cells.next()) {
                if (row.get().fault().isEmpty() && !row.get().text().isBlank()) {
                    rows.add(row.get().cells());
                    widths.merge(row.get().cells().size(), 1, Integer::sum);
                }
            }
        }
        int usual =
                widths.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(1);
        Headers headers = new Headers(rows, List.of(), List.of());
        List<String> columns =
                headers.columns(
                        dialect.header(), dialect.header() ? rows.getFirst().size() : usual);
        if (dialect.header() && columns.size() != usual) {
            notes.add(
                    "the header names %d columns, most rows have %d cells"
                            .formatted(columns.size(), usual));
        }
        return columns;
    }

    private ImportPlan plan(
            Encoding encoding,
            Format format,
            Optional<Dialect> dialect,
            List<String> named,
            List<Row> rows) {
        List<Map<String, String>> texts = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(named);
        for (Row row : rows) {
            if (row instanceof Row.Full full) {
                Map<String, String> text = new LinkedHashMap<>();
                full.cells().forEach((column, cell) -> text.put(column, Values.text(cell)));
                texts.add(text);
                names.addAll(full.cells().keySet());
            }
        }
        List<String> columns = List.copyOf(names);
        Mapping mapping =
                options.mapping().orElseGet(() -> new Guess(task, columns, texts).mapping());
        mapping.columns().values().stream()
                .filter(c -> !names.contains(c) && !names.contains(c.split("\\.")[0]))
                .forEach(c ->
                        notes.add(
                                "there is no column \"%s\"; the file has %s"
                                        .formatted(c, quoted(columns))));
        if (encoding.known() == Encoding.Known.GUESS) {
            notes.add(
                    "the encoding %s is a guess; if letters look wrong choose another one"
                            .formatted(encoding.charset().displayName()));
        }
        Map<String, Integer> unknown = new HashMap<>();
        List<ImportPlan.Previewed> preview = preview(rows, columns, mapping, unknown);
        return new ImportPlan(
                source,
                task,
                options,
                format,
                encoding,
                dialect,
                columns.stream().map(c -> new Column(c, samples(texts, c))).toList(),
                mapping,
                preview,
                unknown,
                notes);
    }

    private List<ImportPlan.Previewed> preview(
            List<Row> rows, List<String> columns, Mapping mapping, Map<String, Integer> unknown) {
        Assembly assembly = new Assembly(task, mapping, options, source.name());
        List<ImportPlan.Previewed> preview = new ArrayList<>();
        for (Row row : rows) {
            switch (row) {
                case Row.Blank blank -> {}
                case Row.Bad bad ->
                        preview.add(
                                new ImportPlan.Previewed(
                                        bad.line(),
                                        List.of(Rejected.shortened(bad.text())),
                                        Optional.of(bad.reason())));
                case Row.Full full -> {
                    Assembly.Made made = assembly.make(full);
                    preview.add(
                            new ImportPlan.Previewed(
                                    full.line(), cells(full, columns), problem(made)));
                    if (made instanceof Assembly.Made.Good(var example)
                            && assembly.isUnknown(example.gold())) {
                        unknown.merge(example.gold(), 1, Integer::sum);
                    }
                }
            }
        }
        return preview.subList(0, Math.min(preview.size(), ImportPlan.PREVIEW));
    }

    private static Optional<String> problem(Assembly.Made made) {
        return made instanceof Assembly.Made.Not(String reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    private static List<String> cells(Row.Full row, List<String> columns) {
        return columns.stream().map(c -> Values.text(row.cells().getOrDefault(c, ""))).toList();
    }

    private static List<String> samples(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(r -> r.getOrDefault(column, ""))
                .filter(t -> !t.isBlank())
                .map(t -> Rejected.shortened(t.strip().replaceAll("\\R", " ")))
                .distinct()
                .limit(SAMPLES)
                .toList();
    }

    private static String quoted(List<String> names) {
        return names.isEmpty()
                ? "none"
                : String.join(", ", names.stream().map(n -> "\"" + n + "\"").toList());
    }
}
