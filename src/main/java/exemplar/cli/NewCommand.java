package exemplar.cli;

import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.prompt.StarterDesigns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        description = "Makes a study folder with a task, three designs to start from and no data.",
        footer = {
            "  exemplar new moods --task classify --labels joy,anger,fear",
            "  exemplar new moods --task classify --labels pos=positive,neg=negative",
            "  exemplar new titles --task generate --fields abstract --output title"
        },
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The folder to make; must not exist or be empty.")
    Path folder = Path.of(".");

    @Option(
            names = "--task",
            required = true,
            paramLabel = "KIND",
            description = "classify, generate or translate.")
    Task.Kind kind = Task.Kind.CLASSIFY;

    @Option(
            names = "--fields",
            split = ",",
            paramLabel = "F,…",
            hideParamSyntax = true,
            description = "Input fields (default: text).")
    List<String> fields = List.of("text");

    @Option(
            names = "--output",
            paramLabel = "F",
            description = "Output field (default: label, or output).")
    Optional<String> output = Optional.empty();

    @Option(
            names = "--labels",
            split = ",",
            paramLabel = "L,…",
            hideParamSyntax = true,
            description = "Labels, as NAME or NAME=WORD where the prompt says another word.")
    List<String> labels = new ArrayList<>();

    @Option(names = "--instruction", paramLabel = "TEXT", description = "What to tell the model.")
    String instruction = "";

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (folder.toString().isBlank()) {
            throw new Trouble("the folder to make has no name; give one, such as moods");
        }
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                throw new Trouble(folder + " is a file; name a folder that does not exist yet");
            }
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new Trouble(
                            folder + " is not empty; name a folder that does not exist yet");
                }
            }
        }
        Task task = task();
        Studies.create(folder, task, StarterDesigns.of(task));
        console.say("Made %s. Next: exemplar import %s FILE --as pool".formatted(folder, folder));
        return 0;
    }

    private Task task() {
        List<String> inputs = fields.stream().map(String::strip).toList();
        String out = output.orElse(kind == Task.Kind.CLASSIFY ? "label" : "output");
        for (String field : inputs) {
            if (!StarterDesigns.isFieldName(field)) {
                throw new Trouble(
                        "'%s' cannot be a field: use letters, digits and _ and none of the words templates use themselves (such as id, gold, label, tags)"
                                .formatted(field));
            }
        }
        if (new HashSet<>(inputs).size() < inputs.size() || inputs.contains(out)) {
            throw new Trouble("every field needs a name of its own");
        }
        List<Label> parsed = labels.stream().map(NewCommand::label).toList();
        if (kind == Task.Kind.CLASSIFY && parsed.size() < 2) {
            throw new Trouble("a classification needs at least two labels: --labels joy,anger");
        }
        if (kind != Task.Kind.CLASSIFY && !parsed.isEmpty()) {
            throw new Trouble("labels belong to --task classify");
        }
        if (parsed.stream().map(Label::name).distinct().count() < parsed.size()) {
            throw new Trouble("every label needs a name of its own");
        }
        return new Task(
                kind,
                inputs,
                out,
                parsed,
                instruction.isBlank() && kind == Task.Kind.CLASSIFY
                        ? "Answer with one of: "
                                + String.join(", ", parsed.stream().map(Label::verbalizer).toList())
                                + "."
                        : instruction,
                kind == Task.Kind.CLASSIFY
                        ? List.of("accuracy", "macro-f1")
                        : List.of("chrf", "exact-match"));
    }

    private static Label label(String text) {
        int at = text.indexOf('=');
        Label label =
                at < 0
                        ? Label.of(text.strip())
                        : new Label(text.substring(0, at).strip(), text.substring(at + 1).strip());
        if (label.name().isEmpty() || label.verbalizer().isEmpty()) {
            throw new Trouble("a label cannot be empty: '" + text + "'");
        }
        return label;
    }
}
