package exemplar.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// Reads a command line, runs one command and gives the exit status: 0 done, 1 findings or failed
/// trials, 2 wrong usage or bad input, 130 interrupted.
public final class Cli {
    private Cli() {}

    /// Runs one command to its end.
    public static int run(Services services, Console console, String... args) {
        CommandLine line = new CommandLine(new Root());
        Commands.of(services, console).forEach(line::addSubcommand);
        java.util.Optional.ofNullable(line.getSubcommands().get("models"))
                .ifPresent(models ->
                        models.addSubcommand(new EngineCommand(services, console))
                                .addSubcommand(new CacheCommand(services, console))
                                .addSubcommand(new EmbedCommand(services, console)));
        line.setOut(
                new java.io.PrintWriter(
                        console.out(), true, java.nio.charset.StandardCharsets.UTF_8));
        line.setErr(
                new java.io.PrintWriter(
                        console.err(), true, java.nio.charset.StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, a) -> usage(console, e));
        line.setExecutionExceptionHandler((e, l, parsed) -> explain(console, e));
        try {
            return line.execute(args);
        } finally {
            console.flush();
        }
    }

    @Command(
            name = "exemplar",
            mixinStandardHelpOptions = true,
            version = "Exemplar 0.1.0",
            description = {
                "A workbench for prompts and their demonstrations.",
                "Without a command it opens the window; with one it works without a display."
            },
            synopsisSubcommandLabel = "[COMMAND]")
    static final class Root implements Runnable {
        @CommandLine.Spec CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                spec.commandLine().usage(spec.commandLine().getErr());
            }
        }
    }

    private static int usage(Console console, ParameterException e) {
        console.say("exemplar: " + sentence(String.valueOf(e.getMessage())));
        CommandLine command = e.getCommandLine();
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
            console.say("Try 'exemplar " + nameOf(command) + "--help'.");
        }
        return Trouble.USAGE;
    }

    private static String nameOf(CommandLine command) {
        return command.getParent() == null ? "" : command.getCommandName() + " ";
    }

    private static int explain(Console console, Exception e) {
        return switch (e) {
            case Trouble t -> {
                console.say("exemplar: " + t.sentence());
                yield t.status();
            }
            case NoSuchFileException f -> {
                console.say("exemplar: there is no file " + f.getFile());
                yield Trouble.USAGE;
            }
            case AccessDeniedException f -> {
                console.say("exemplar: no permission to use " + f.getFile());
                yield Trouble.USAGE;
            }
            case UncheckedIOException u when u.getCause() != null -> explain(console, u.getCause());
            case IOException i -> {
                console.say("exemplar: " + sentence(String.valueOf(i.getMessage())));
                yield Trouble.USAGE;
            }
            case InterruptedException i -> {
                Thread.currentThread().interrupt();
                console.say("exemplar: stopped");
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

    private static String sentence(String text) {
        return text.isEmpty() ? "something went wrong" : text;
    }
}
