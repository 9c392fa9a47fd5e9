package exemplar.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import exemplar.template.Cases;
import exemplar.template.Environment;
import java.io.BufferedReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "render-template",
        description = "Renders a Jinja2 template: the template engine alone.",
        mixinStandardHelpOptions = true)
final class RenderTemplateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The template; needs --context.")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "CONTEXT.json",
            description = "Variables, a JSON object.")
    Optional<Path> context = Optional.empty();

    @Option(
            names = "--cases",
            paramLabel = "CASES.jsonl",
            description =
                    "Lines {\"id\",\"template\",\"context\"}; one JSON line comes out for each.")
    Optional<Path> cases = Optional.empty();

    @Option(names = "--trim-blocks", description = "Drop the first newline after a block tag.")
    boolean trimBlocks;

    @Option(names = "--lstrip-blocks", description = "Drop blanks before a block tag.")
    boolean lstripBlocks;

    @Option(
            names = "--chat",
            description = "As the chat templates inside model files are rendered.")
    boolean chat;

    RenderTemplateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Environment environment =
                (chat ? Environment.CHAT : Environment.PYTHON)
                        .withBlocks(chat || trimBlocks, chat || lstripBlocks);
        if (cases.isPresent()) {
            return all(cases.get(), environment);
        }
        if (file.isEmpty()) {
            throw new Trouble("name a template and its --context, or --cases with many of them");
        }
        String template = read(file.get());
        String variables = context.isPresent() ? read(context.get()) : "{}";
        return switch (Cases.render(template, variables, environment)) {
            case Cases.Outcome.Text(String text) -> {
                console.exact(text);
                yield 0;
            }
            case Cases.Outcome.Failure(String message, int line, int column) ->
                    throw new Trouble(
                            line > 0
                                    ? "%s, line %d, column %d: %s"
                                            .formatted(file.get(), line, column, message)
                                    : context.map(Path::toString).orElse("context")
                                            + ": "
                                            + message);
        };
    }

    private int all(Path path, Environment environment) throws Exception {
        int number = 0;
        boolean failed = false;
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    String answer = Cases.answer(line, environment);
                    failed |= Console.JSON.readTree(answer).has("error");
                    console.line(answer);
                }
            }
        } catch (MalformedInputException e) {
            throw new Trouble(path + ", line " + (number + 1) + ": not UTF-8; save it as UTF-8");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is not JSON", e);
        }
        return failed ? Trouble.FINDINGS : 0;
    }

    private static String read(Path path) throws Exception {
        if (Files.isDirectory(path)) {
            throw new Trouble(path + " is a directory; name a file");
        }
        try {
            return Files.readString(path);
        } catch (MalformedInputException e) {
            throw new Trouble(path + ": not UTF-8; save it as UTF-8");
        }
    }
}
