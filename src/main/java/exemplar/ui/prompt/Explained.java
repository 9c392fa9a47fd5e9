package exemplar.ui.prompt;

import exemplar.model.Origin;
import exemplar.model.Span;
import exemplar.ui.control.Texts;
import java.util.List;
import java.util.Optional;

/// A character's origin in words.
record Explained(String title, String text, Optional<String> demo) {

    static Explained of(PromptViewModel.Shown shown, Span span) {
        Origin origin = span.origin();
        Optional<String> demo = origin.demo();
        String field = origin.field().orElse("");
        if (demo.isPresent()) {
            List<String> ids = shown.ids();
            int position = ids.indexOf(demo.get());
            String why = position < 0 ? "" : shown.made().demonstrations().get(position).why();
            return new Explained(
                    field.isEmpty()
                            ? Texts.of("prompt.card.demo.template", position + 1, demo.get())
                            : Texts.of("prompt.card.demo", position + 1, demo.get(), field),
                    Texts.of("prompt.card.position", position + 1, ids.size(), why),
                    demo);
        }
        return switch (origin.kind()) {
            case QUERY ->
                    new Explained(
                            Texts.of("prompt.card.item", shown.item().id(), field),
                            Texts.of("prompt.card.item.text"),
                            Optional.empty());
            case INSTRUCTION ->
                    new Explained(
                            Texts.of("prompt.card.instruction"),
                            Texts.of("prompt.card.instruction.text"),
                            Optional.empty());
            case TEMPLATE, DEMO, PRINCIPLE, FACT, IMAGE ->
                    new Explained(
                            Texts.of("prompt.card.template"),
                            Texts.of("prompt.card.template.text", shown.design().name()),
                            Optional.empty());
        };
    }
}
