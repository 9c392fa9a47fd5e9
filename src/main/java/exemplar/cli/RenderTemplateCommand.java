package exemplar.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import exemplar.template.Cases;
import exemplar.template.Environment;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "render-template",
        description = "Renders a Jinja2 template: the template engine alone.",
        footer = {
            "  exemplar render-template prompt.jinja --context values.json",
            "  exemplar render-template --cases cases.jsonl"
        },
        exitCodeList = "1:Some of the cases could not be rendered.",
        mixinStandardHelpOptions = true)
final class RenderTemplateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The template.")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "CONTEXT.json",
            description = "Variables, a JSON object (default: none).")
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
            description =
                    "As the chat templates inside model files are rendered; both --trim-blocks and --lstrip-blocks.")
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
            if (file.isPresent() || context.isPresent()) {
                throw new Trouble(
                        "--cases bring their templates and contexts along; leave FILE and --context out");
            }
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

    /// One answer a line; a line that is no UTF-8 or no JSON is answered with an error too.
    private int all(Path path, Environment environment) throws Exception {
        boolean failed = false;
        try (InputStream in = new BufferedInputStream(opened(path))) {
            int number = 0;
            for (byte[] bytes = line(in); bytes.length > 0; bytes = line(in)) {
                number++;
                String answer = answer(bytes, number, environment);
                if (!answer.isEmpty()) {
                    failed |= Console.JSON.readTree(answer).has("error");
                    console.line(answer);
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is not JSON", e);
        }
        return failed ? Trouble.FINDINGS : 0;
    }

    /// @return empty for a blank line
    private static String answer(byte[] bytes, int number, Environment environment)
            throws JsonProcessingException {
        String line;
        try {
            line = text(bytes);
        } catch (CharacterCodingException e) {
            return unread(number, "not UTF-8; save the file as UTF-8");
        }
        if (line.isBlank()) {
            return "";
        }
        return switch (Cases.read(line)) {
            case Cases.Unreadable(String message) -> unread(number, message);
            case Cases.Case one -> one.answer(environment);
        };
    }

    private static String unread(int number, String message) throws JsonProcessingException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("error", "line " + number + " of the cases: " + message);
        answer.put("line", 0);
        answer.put("column", 0);
        return Console.JSON.writeValueAsString(answer);
    }

    /// The next line with its end; empty behind the last one.
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static String text(byte[] utf8) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static InputStream opened(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new Trouble(path + " is a folder; name a file");
        }
        return Files.newInputStream(path);
    }

    private static String read(Path path) throws IOException {
        try (InputStream in = opened(path)) {
            return text(in.readAllBytes());
        } catch (CharacterCodingException e) {
            throw new Trouble(path + ": not UTF-8; save it as UTF-8");
        }
    }
}
