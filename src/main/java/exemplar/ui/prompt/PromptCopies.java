package exemplar.ui.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import exemplar.model.RenderedPrompt;
import exemplar.prompt.PromptJson;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Command;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The shown prompt on the clipboard: exact, as messages, with its spans.
final class PromptCopies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workspace workspace;
    private final PromptViewModel model;
    private final List<Command> commands;

    PromptCopies(Workspace workspace, PromptViewModel model) {
        this.workspace = workspace;
        this.model = model;
        commands =
                List.of(
                        copy(
                                        "prompt.copy",
                                        "prompt.copy.command",
                                        "prompt.copied",
                                        RenderedPrompt::text)
                                .onKeys("Shortcut+Shift+C"),
                        copy(
                                "prompt.copy.messages",
                                "prompt.copy.messages",
                                "prompt.copied.messages",
                                p -> json(PromptJson.messages(p))),
                        copy(
                                "prompt.copy.spans",
                                "prompt.copy.spans",
                                "prompt.copied.spans",
                                p -> json(PromptJson.spans(p))));
    }

    List<Command> commands() {
        return commands;
    }

    /// The same as a menu.
    MenuButton menu() {
        MenuButton menu = new MenuButton(Texts.of("prompt.copy"));
        menu.setId("prompt-copy");
        menu.getStyleClass().add("quiet");
        for (Command command : commands) {
            MenuItem item = new MenuItem(command.words());
            item.setOnAction(e -> command.perform());
            menu.getItems().add(item);
        }
        return menu;
    }

    private Command copy(
            String id, String title, String said, Function<RenderedPrompt, String> text) {
        return Command.of(
                id,
                Texts.of(title),
                () ->
                        model.shown()
                                .get()
                                .map(s -> s.made().rendering().prompt())
                                .ifPresent(p -> put(text.apply(p), Texts.of(said))));
    }

    private void put(String words, String said) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
        workspace.tell(Notice.of(said));
    }

    private static String json(Object document) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
