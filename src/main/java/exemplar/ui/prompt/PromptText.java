package exemplar.ui.prompt;

import exemplar.model.Example;
import exemplar.model.Origin;
import exemplar.model.RenderedPrompt;
import exemplar.model.Span;
import exemplar.model.Task;
import exemplar.prompt.Prompts;
import exemplar.ui.control.Palette;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The exact prompt, to be read: coloured by where each character came from, demonstrations
/// numbered at the left. A click with Ctrl goes to the demonstration.
final class PromptText {

    /// What colour says.
    enum Colouring {
        LABEL,
        DEMONSTRATION,
        FIELD,
        PLAIN
    }

    private static final int LONG = 20_000;

    private final StyleClassedTextArea area = new StyleClassedTextArea();
    private final Map<Integer, Integer> firstLines = new HashMap<>();
    private Colouring colouring = Colouring.LABEL;
    private Optional<Prompts.Made> made = Optional.empty();
    private Optional<Task> task = Optional.empty();

    PromptText(Consumer<String> go) {
        area.setEditable(false);
        area.setId("prompt-text");
        area.getStyleClass().addAll("prompt-area", "mono");
        area.setWrapText(true);
        area.setUndoManager(org.fxmisc.richtext.util.UndoUtils.noOpUndoManager());
        area.setParagraphGraphicFactory(this::number);
        area.setOnMouseClicked(e -> {
            if (e.isShortcutDown()) {
                demonstrationAt(area.getCaretPosition()).ifPresent(go);
            }
        });
    }

    Parent view() {
        return new StackPane(new VirtualizedScrollPane<>(area));
    }

    Colouring colouring() {
        return colouring;
    }

    void colour(Colouring by) {
        colouring = by;
        paint();
    }

    void show(Prompts.Made now, Task forTask) {
        made = Optional.of(now);
        task = Optional.of(forTask);
        RenderedPrompt prompt = now.rendering().prompt();
        firstLines.clear();
        Map<String, Integer> positions = positions(now);
        int line = 0;
        int at = 0;
        for (Span span : prompt.spans()) {
            for (; at < span.start(); at++) {
                line += prompt.text().charAt(at) == '\n' ? 1 : 0;
            }
            Integer position = span.origin().demo().map(positions::get).orElse(null);
            if (position != null && !firstLines.containsValue(position)) {
                firstLines.putIfAbsent(line, position);
            }
        }
        if (!prompt.text().equals(area.getText())) {
            area.setWrapText(prompt.text().lines().noneMatch(l -> l.length() > LONG));
            area.replaceText(prompt.text());
            area.showParagraphAtTop(0);
        }
        paint();
        for (int p = 0; p < Math.min(area.getParagraphs().size(), 400); p++) {
            area.recreateParagraphGraphic(p);
        }
    }

    private static Map<String, Integer> positions(Prompts.Made made) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < made.demonstrations().size(); i++) {
            positions.put(made.demonstrations().get(i).example().id(), i);
        }
        return positions;
    }

    private Label number(int line) {
        Label label = new Label();
        label.getStyleClass().add("demo-number");
        Integer position = firstLines.get(line);
        if (position != null) {
            label.setText(String.valueOf(position + 1));
            label.getStyleClass().addAll("label-pill", Palette.styleClass(category(position)));
        }
        return label;
    }

    private int category(int position) {
        return switch (colouring) {
            case LABEL ->
                    made.flatMap(m ->
                                    task.map(t ->
                                            t.labelIndex(
                                                    m.demonstrations()
                                                            .get(position)
                                                            .example()
                                                            .gold())))
                            .orElse(-1);
            case DEMONSTRATION -> position;
            case FIELD, PLAIN -> -1;
        };
    }

    private void paint() {
        if (made.isEmpty() || task.isEmpty() || area.getLength() == 0) {
            return;
        }
        Map<String, Integer> positions = positions(made.get());
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        for (Span span : made.get().rendering().prompt().spans()) {
            builder.add(classes(span.origin(), positions), span.length());
        }
        area.setStyleSpans(0, builder.create());
    }

    private List<String> classes(Origin origin, Map<String, Integer> positions) {
        List<String> classes = new ArrayList<>();
        switch (origin.kind()) {
            case DEMO -> {
                Integer position = origin.demo().map(positions::get).orElse(null);
                int colour =
                        colouring == Colouring.FIELD
                                ? field(origin)
                                : position == null ? -1 : category(position);
                classes.add("span-" + Palette.styleClass(colour));
                if (origin.field().equals(task.map(Task::output))) {
                    classes.add("span-gold");
                }
            }
            case QUERY -> classes.add("span-query");
            case INSTRUCTION -> classes.add("span-instruction");
            case TEMPLATE, PRINCIPLE, FACT, IMAGE -> classes.add("span-template");
        }
        return classes;
    }

    private int field(Origin origin) {
        List<String> names = new ArrayList<>(task.map(Task::inputs).orElse(List.of()));
        task.map(Task::output).ifPresent(names::add);
        return origin.field().map(names::indexOf).orElse(-1);
    }

    private Optional<String> demonstrationAt(int position) {
        return made.flatMap(m ->
                m.rendering().prompt().spans().stream()
                        .filter(s -> s.start() <= position && position < s.end())
                        .findFirst()
                        .flatMap(s -> s.origin().demo()));
    }

    /// The demonstrations on screen, for tests.
    List<Example> demonstrations() {
        return made.map(m -> m.demonstrations().stream().map(c -> c.example()).toList())
                .orElse(List.of());
    }
}
