package exemplar.cli;

import exemplar.evidence.Findings;
import exemplar.evidence.FlagKind;
import exemplar.model.Example;
import exemplar.study.Examples;
import exemplar.study.Study;
import exemplar.study.filter.Filter;
import exemplar.study.filter.Flags;
import exemplar.study.filter.Parsed;
import exemplar.study.line.Line;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "show",
        description = "Prints the demonstrations or the test items, all or those a filter finds.",
        footer = {
            "  exemplar show moods",
            "  exemplar show moods --tests --where 'label:joy len>200' --json"
        },
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Mixin StudyArgument study = new StudyArgument();

    @Option(names = "--pool", description = "The demonstrations (default).")
    boolean pool;

    @Option(names = "--tests", description = "The test items.")
    boolean tests;

    @Option(
            names = "--where",
            paramLabel = "FILTER",
            description =
                    "Such as 'label:joy text~\"not bad\" len>200 -tag:odd'; a word it does not know lists those it does.")
    String where = "";

    @Option(names = "--json", description = "One object a line, as in the files.")
    boolean json;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (pool && tests) {
            throw new Trouble("--pool and --tests exclude each other");
        }
        Study open = study.read(console);
        Filter filter =
                switch (Filter.parse(where)) {
                    case Filter f -> f;
                    case Parsed.Wrong(int start, int end, String message) ->
                            throw new Trouble(
                                    "--where, from character %d: %s".formatted(start + 1, message));
                };
        Examples examples = tests ? open.tests() : open.pool();
        Flags flags = filter.asksForFlags() ? flags(open) : Flags.NONE;
        for (int row : filter.rows(examples, flags)) {
            if (json) {
                console.line(examples.line(row).toString().strip());
            } else {
                console.line(Console.tame(line(examples.get(row))));
            }
        }
        return 0;
    }

    private Flags flags(Study open) throws InterruptedException {
        Findings findings = Findings.of(open.task(), open.pool(), open.tests());
        var side = tests ? findings.tests() : findings.pool();
        return (int row, Line line, String flag) ->
                FlagKind.of(flag).map(kind -> side.has(row, kind)).orElse(false);
    }

    /// Id, gold and the fields on one line, tabs between.
    private static String line(Example e) {
        return e.id()
                + "\t"
                + e.gold()
                + "\t"
                + String.join(" · ", e.fields().values()).replaceAll("\\s+", " ");
    }
}
