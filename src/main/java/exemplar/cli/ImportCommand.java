package exemplar.cli;

import exemplar.model.Task;
import exemplar.study.Applied;
import exemplar.study.Examples;
import exemplar.study.folder.OpenStudy;
import exemplar.study.folder.Saved;
import exemplar.study.importing.Column;
import exemplar.study.importing.Dialect;
import exemplar.study.importing.Format;
import exemplar.study.importing.ImportPlan;
import exemplar.study.importing.Imported;
import exemplar.study.importing.Imported.Destination;
import exemplar.study.importing.Importing;
import exemplar.study.importing.Mapping;
import exemplar.study.importing.Options;
import exemplar.study.importing.Rejected;
import exemplar.study.importing.Source;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Brings rows of a file into a study.",
            "Format, encoding, separator, header and columns are found out where nothing is said. Rows that cannot be read are listed with their line, never dropped."
        },
        footer = {
            "  exemplar import moods tweets.csv --as pool --preview",
            "  exemplar import moods tweets.csv --as pool --map text=tweet,gold=emotion",
            "  exemplar import moods test_text.txt --as tests"
        },
        exitCodeList = {
            "1:Some rows could not be imported; each is named with its line.",
            "130:Stopped with Ctrl+C."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int COLUMNS_SHOWN = 12;

    private final Console console;

    @Mixin StudyArgument study = new StudyArgument();

    @Parameters(index = "1", paramLabel = "FILE", description = "What to import.")
    Path file = Path.of("");

    /// Where rows go.
    enum As {
        pool,
        tests
    }

    @Option(
            names = "--as",
            required = true,
            paramLabel = "pool|tests",
            description = "Demonstrations or test items.")
    As as = As.pool;

    @Option(
            names = "--format",
            paramLabel = "F",
            description =
                    "csv, tsv, json, jsonl, lines, or text-labels: a file such as train_text.txt with train_labels.txt beside it.")
    Optional<String> format = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "TO=COLUMN,…",
            description =
                    "Which column becomes what: a field of the task, or gold, id, language, tags, note, rationale, source, enabled, pinned.")
    Optional<String> map = Optional.empty();

    @Option(names = "--encoding", paramLabel = "NAME", description = "Such as windows-1252.")
    Optional<String> encoding = Optional.empty();

    @Option(
            names = "--separator",
            paramLabel = "C",
            description = "Between the cells of a row: a character, or tab.")
    Optional<String> separator = Optional.empty();

    @Option(
            names = "--quote",
            paramLabel = "C",
            description = "Around cells: a character, or none where quotes are letters.")
    Optional<String> quote = Optional.empty();

    @Option(names = "--header", negatable = true, description = "The first row names the columns.")
    Optional<Boolean> header = Optional.empty();

    @Option(names = "--add-labels", description = "Gold outputs that are no labels become labels.")
    boolean addLabels;

    @Option(
            names = "--preview",
            description =
                    "Import nothing; print the first rows as JSON lines, with what is wrong with them.")
    boolean preview;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Destination to = as == As.pool ? Destination.POOL : Destination.TESTS;
        try (OpenStudy open = OpenStudy.open(study.folder())) {
            if (open.readOnly().isPresent()) {
                throw new Trouble(open.readOnly().get());
            }
            ImportPlan plan =
                    Importing.inspect(
                            new Source.OfFile(file),
                            open.study().task(),
                            options(open.study().task(), to));
            if (map.isPresent() && plan.dialect().isPresent()) {
                columnsExist(plan);
            }
            console.say(plan.sentence());
            plan.notes().forEach(this::note);
            console.say("Columns: " + plan.mapping().written());
            if (!plan.ready() && !plan.columns().isEmpty()) {
                throw new Trouble(noInput(plan));
            }
            if (preview) {
                plan.preview().forEach(row -> console.json(previewed(plan, row)));
                return 0;
            }
            Imported imported = Interruption.during(() -> read(plan, to.in(open.study())));
            if (imported.total() == imported.blank()) {
                throw new Trouble(
                        "%s has no rows%s; nothing was imported"
                                .formatted(
                                        file,
                                        plan.dialect().filter(d -> d.header()).isPresent()
                                                ? " under its header"
                                                : ""));
            }
            imported.notes().stream()
                    .filter(note -> !plan.notes().contains(note))
                    .forEach(this::note);
            for (Rejected rejected : imported.rejected()) {
                console.say(rejected.sentence());
            }
            if (imported.examples().size() > 0) {
                console.progress("writing the study");
                keep(open, imported, to);
            }
            console.line(Console.tame(imported.sentence(to, addLabels)));
            return imported.rejectedCount() > 0 ? Trouble.FINDINGS : 0;
        }
    }

    /// Something to know of the file, as a sentence.
    private void note(String note) {
        console.say(note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1) + ".");
    }

    private static Map<String, Object> previewed(ImportPlan plan, ImportPlan.Previewed row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("line", row.line());
        if (row.cells().size() == plan.columns().size()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                cells.put(plan.columns().get(i).name(), row.cells().get(i));
            }
            map.put("cells", cells);
        } else {
            map.put("text", String.join("", row.cells()));
        }
        row.problem().ifPresent(p -> map.put("problem", p));
        return map;
    }

    /// An interrupt leaves the study as it was.
    private Imported read(ImportPlan plan, Examples existing)
            throws IOException, InterruptedException {
        try {
            return Importing.read(
                    plan,
                    existing,
                    (rows, share) ->
                            console.progress(
                                    "%,d rows, %d %%".formatted(rows, (int) (100 * share))));
        } catch (InterruptedIOException e) {
            throw new InterruptedException("nothing was imported");
        }
    }

    private static String noInput(ImportPlan plan) {
        List<String> names =
                plan.columns().stream().map(Column::name).limit(COLUMNS_SHOWN).toList();
        int more = plan.columns().size() - names.size();
        return "no column becomes %s; the file has %s%s: say which with --map %s=%s"
                .formatted(
                        String.join(", ", plan.unmapped()),
                        String.join(", ", names),
                        more > 0 ? " and %,d more".formatted(more) : "",
                        plan.unmapped().getFirst(),
                        names.getFirst());
    }

    private static void columnsExist(ImportPlan plan) throws Trouble {
        List<String> there = plan.columns().stream().map(Column::name).toList();
        for (String wanted : plan.mapping().columns().values()) {
            if (!there.contains(wanted)) {
                throw new Trouble(
                        "there is no column '%s' in the file; it has: %s"
                                .formatted(wanted, String.join(", ", there)));
            }
        }
    }

    private void keep(OpenStudy open, Imported imported, Destination to) throws IOException {
        if (open.history().apply(imported.into(to, addLabels))
                instanceof Applied.Refused(String reason)) {
            throw new Trouble(reason);
        }
        switch (open.save()) {
            case Saved.Done d -> {}
            case Saved.Failed(String reason) -> throw new Trouble(reason);
            case Saved.ChangedOnDisk(var files) ->
                    throw new Trouble(
                            "another program changed "
                                    + String.join(", ", files)
                                    + " meanwhile; the import is in the journal, open the study to"
                                    + " settle it");
        }
    }

    private static char character(String option, String given, String word, char meant) {
        if (given.equalsIgnoreCase(word)) {
            return meant;
        }
        if (given.length() != 1) {
            throw new Trouble("%s is one character or %s, not '%s'".formatted(option, word, given));
        }
        return given.charAt(0);
    }

    private Options options(Task task, Destination to) throws IOException {
        Options options =
                Options.FIND_OUT
                        .withIdPrefix(to.idPrefix())
                        .withHeader(header)
                        .withSeparator(separator.map(s -> character("--separator", s, "tab", '\t')))
                        .withQuote(quote.map(q -> character("--quote", q, "none", Dialect.NONE)));
        if (format.isPresent()) {
            options =
                    options.withFormat(
                            Optional.of(
                                    Format.of(format.get())
                                            .orElseThrow(() ->
                                                    new Trouble(
                                                            "there is no format '%s'; there are: %s"
                                                                    .formatted(
                                                                            format.get(),
                                                                            Arrays.stream(
                                                                                            Format
                                                                                                    .values())
                                                                                    .map(
                                                                                            Format
                                                                                                    ::word)
                                                                                    .collect(
                                                                                            Collectors
                                                                                                    .joining(
                                                                                                            ", ")))))));
        }
        if (map.isPresent()) {
            options = options.withMapping(Optional.of(Mapping.parse(map.get(), task)));
        }
        if (encoding.isPresent()) {
            try {
                options = options.withEncoding(Optional.of(Charset.forName(encoding.get())));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new Trouble(
                        "there is no encoding '"
                                + encoding.get()
                                + "'; name one such as UTF-8, windows-1252 or Shift_JIS");
            }
        }
        return options;
    }
}
