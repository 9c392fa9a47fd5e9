package exemplar.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Reads a command line, runs one command and gives the exit status: 0 done, 1 findings or failed
/// trials, 2 wrong usage or bad input, 130 interrupted.
public final class Cli {
    private Cli() {}

    /// Runs one command to its end.
    public static int run(Services services, Console console, String... args) {
        CommandLine line = line(services, console);
        line.setOut(
                new java.io.PrintWriter(
                        console.out(), true, java.nio.charset.StandardCharsets.UTF_8));
        line.setErr(
                new java.io.PrintWriter(
                        console.err(), true, java.nio.charset.StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, a) -> Usage.explain(console, e));
        line.setExecutionExceptionHandler((e, l, parsed) -> explain(console, e));
        int status = line.execute(args);
        try {
            console.finish();
            return status;
        } catch (OutputGone e) {
            // Where the command noticed, it has been said.
            return status == 0 || status == Trouble.FINDINGS ? e.explain(console) : status;
        }
    }

    /// Whether Ctrl+C ends the process already. Who asks it to exit then waits for what waits for
    /// them: the thread has to end.
    public static boolean isStopping() {
        return Interruption.isStopping();
    }

    /// All commands, with their help.
    static CommandLine line(Services services, Console console) {
        CommandLine line = new CommandLine(new Root());
        Commands.of(services, console).forEach(line::addSubcommand);
        java.util.Optional.ofNullable(line.getSubcommands().get("models"))
                .ifPresent(models ->
                        models.addSubcommand(new EngineCommand(services, console))
                                .addSubcommand(new PullCommand(services, console))
                                .addSubcommand(new TestCommand(services, console))
                                .addSubcommand(new CacheCommand(services, console))
                                .addSubcommand(new EmbedCommand(services, console)));
        Help.complete(line);
        return line.setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Command(
            name = "exemplar",
            mixinStandardHelpOptions = true,
            version = "Exemplar 0.1.0",
            description = {
                "A workbench for prompts and their demonstrations.",
                "Alone, or with a study folder, it opens the window; with a command it works without a display.",
                "Results go to standard output, everything else to standard error."
            },
            customSynopsis = {
                "exemplar [STUDY]",
                "       exemplar COMMAND [ARGUMENTS]",
                "       exemplar [-hV]"
            },
            footerHeading = "%nTo begin with:%n",
            footer = {
                "  exemplar new moods --task classify --labels joy,anger,fear",
                "  exemplar import moods tweets.csv --as pool",
                "  exemplar run moods --models mock",
                "  exemplar report moods"
            },
            exitCodeList = {
                "0:Done.",
                "1:Findings, or trials that failed.",
                "2:Wrong usage or bad input; one sentence says what.",
                "130:Stopped with Ctrl+C."
            })
    static final class Root implements Runnable {
        @CommandLine.Spec CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                spec.commandLine().usage(spec.commandLine().getErr());
            }
        }
    }

    private static int explain(Console console, Exception e) {
        return switch (e) {
            case OutputGone gone -> gone.explain(console);
            case Trouble t -> {
                console.say("exemplar: " + t.sentence());
                yield t.status();
            }
            case UncheckedIOException u when u.getCause() != null -> explain(console, u.getCause());
            case IOException i -> {
                console.say("exemplar: " + FileTrouble.sentence(i));
                yield Trouble.USAGE;
            }
            case InterruptedException i -> {
                Thread.currentThread().interrupt();
                console.say(
                        e.getMessage() == null
                                ? "exemplar: stopped"
                                : "exemplar: stopped; " + e.getMessage());
                yield 130;
            }
            default -> {
                console.say("exemplar: this should not have happened: " + e);
                StackTraceElement[] trace = e.getStackTrace();
                if (trace.length > 0) {
                    console.say("  at " + trace[0]);
                }
                yield 70;
            }
        };
    }
}
