package exemplar.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Picture;
import exemplar.model.RenderedPrompt;
import exemplar.model.StudyImage;
import exemplar.prompt.PromptJson;
import exemplar.prompt.Prompts;
import exemplar.study.Study;
import exemplar.study.folder.StudyImages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "render",
        description = "Prints the exact prompt a design makes for an item.",
        footer = {
            "  exemplar render moods --item t-0001",
            "  exemplar render moods --design few-shot --item t-0001 --as spans",
            "  exemplar render moods --design few-shot --all"
        },
        exitCodeList = "1:A prompt has a problem, such as a field that is not there.",
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
    private final Console console;

    @Mixin StudyArgument study = new StudyArgument();

    @Option(names = "--design", paramLabel = "D", description = "Design (default: the first).")
    Optional<String> design = Optional.empty();

    /// One item or all of them.
    static final class Which {
        @Option(
                names = "--item",
                paramLabel = "ID",
                required = true,
                description = "This test item.")
        Optional<String> item = Optional.empty();

        @Option(
                names = "--all",
                required = true,
                description = "Every test item, a JSON line each.")
        boolean all;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    Which which = new Which();

    /// How a prompt is written.
    enum As {
        text,
        messages,
        spans
    }

    @Option(
            names = "--as",
            paramLabel = "text|messages|spans",
            description =
                    "The exact text (default), the messages as JSON, or the text as JSON with a span for every character: where it came from.")
    As as = As.text;

    private StudyImages images = new StudyImages(study.folder());

    RenderCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Study open = study.read(console);
        Design chosen = Studies.design(open, design);
        images = new StudyImages(study.folder());
        if (which.item.isPresent()) {
            Example item = Studies.require(open, which.item.get());
            Prompts.Made made = made(open, chosen, item);
            switch (as) {
                case text -> console.exact(made.rendering().prompt().text());
                case messages -> console.document(messages(made));
                case spans -> console.document(PromptJson.spans(made.rendering().prompt()));
            }
            return report("", made);
        }
        if (open.tests().isEmpty()) {
            throw new Trouble(Studies.NO_TESTS);
        }
        int status = 0;
        for (Example item : open.tests()) {
            Prompts.Made made = made(open, chosen, item);
            line(item.id(), made);
            status = Math.max(status, report(item.id() + ": ", made));
        }
        return status;
    }

    private static Prompts.Made made(Study open, Design chosen, Example item) {
        return Prompts.make(chosen, open.task(), open.pool(), item);
    }

    private List<Map<String, Object>> messages(Prompts.Made made) {
        return PromptJson.messages(made.rendering().prompt(), this::about);
    }

    /// An image's type and size instead of its bytes, or why it cannot be sent.
    private Map<String, Object> about(StudyImage image) {
        Map<String, Object> about = new LinkedHashMap<>();
        switch (images.read(image)) {
            case StudyImages.Found(Picture picture) -> {
                about.put("mime_type", picture.mimeType());
                about.put("bytes", picture.bytes());
            }
            case StudyImages.Unreadable(String reason) -> about.put("problem", reason);
        }
        return about;
    }

    private void line(String id, Prompts.Made made) throws JsonProcessingException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        switch (as) {
            case text -> line.put("text", made.rendering().prompt().text());
            case messages -> line.put("messages", messages(made));
            case spans -> line.putAll(PromptJson.spans(made.rendering().prompt()));
        }
        console.json(line);
    }

    /// Says what is to be said of a prompt.
    ///
    /// @param item before each sentence, where there are several items
    private int report(String item, Prompts.Made made) {
        List<String> problems =
                made.rendering().problems().stream().map(p -> p.sentence()).toList();
        made.warnings().forEach(warning -> console.say(item + warning));
        problems.forEach(problem -> console.say(item + problem));
        RenderedPrompt prompt = made.rendering().prompt();
        if (!prompt.images().isEmpty() && as == As.text) {
            console.say(
                    "%s%d images go with this text; --as messages tells which."
                            .formatted(item, prompt.images().size()));
        }
        if (images.of(prompt) instanceof StudyImages.Missing(String reason)) {
            console.say(item + reason);
            return Trouble.FINDINGS;
        }
        return problems.isEmpty() ? 0 : Trouble.FINDINGS;
    }
}
