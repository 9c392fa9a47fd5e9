package exemplar.ui.shell;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.study.Examples;
import exemplar.study.Study;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// Where the command palette can lead inside a study: designs, items, demonstrations. No toolkit.
final class Places {
    /// A pool may hold a million examples; this many are looked through for words.
    private static final int MOST_READ = 4000;

    private static final int MOST_FOUND = 8;

    private final Workspace workspace;

    Places(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Every design of the study.
    List<Command> designs() {
        return workspace.study().get().map(Study::designs).orElse(List.of()).stream()
                .map(this::design)
                .toList();
    }

    private Command design(Design design) {
        return Command.of(
                        "design." + design.name(),
                        Texts.of("palette.design", design.name()),
                        () -> {
                            workspace.design().set(design.name());
                            workspace.go(new Workspace.Place.OfPane("prompt"));
                        })
                .withIcon(Feather.CODE);
    }

    /// Examples with that id, or with those words in them.
    List<Command> examples(String typed) {
        Optional<Study> study = workspace.study().get();
        if (study.isEmpty() || typed.isBlank()) {
            return List.of();
        }
        List<Command> found = new ArrayList<>();
        found.addAll(matches(study.get().tests(), typed, this::item));
        found.addAll(matches(study.get().pool(), typed, this::demonstration));
        return found;
    }

    private static List<Command> matches(
            Examples examples, String typed, java.util.function.Function<Example, Command> make) {
        List<Command> found = new ArrayList<>();
        examples.byId(typed.strip()).map(make).ifPresent(found::add);
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.length() < 3) {
            return found;
        }
        for (int row = 0; row < Math.min(MOST_READ, examples.size()); row++) {
            Example example = examples.get(row);
            if (found.size() >= MOST_FOUND) {
                break;
            }
            if (!example.id().equals(typed.strip())
                    && (example.id().toLowerCase(Locale.ROOT).contains(wanted)
                            || text(example).toLowerCase(Locale.ROOT).contains(wanted))) {
                found.add(make.apply(example));
            }
        }
        return found;
    }

    private Command item(Example example) {
        return Command.of(
                        "item." + example.id(),
                        Texts.of("palette.item", example.id()) + "  " + excerpt(example),
                        () -> {
                            workspace.item().set(example.id());
                            workspace.go(
                                    new Workspace.Place.Prompt(
                                            workspace.design().get(), example.id()));
                        })
                .withIcon(Feather.CROSSHAIR);
    }

    private Command demonstration(Example example) {
        return Command.of(
                        "demo." + example.id(),
                        Texts.of("palette.demo", example.id()) + "  " + excerpt(example),
                        () -> workspace.go(new Workspace.Place.Demonstration(example.id())))
                .withIcon(Feather.LIST);
    }

    private static String text(Example example) {
        return String.join(" ", example.fields().values());
    }

    private static String excerpt(Example example) {
        String line = text(example).strip().replaceAll("\\s+", " ");
        return TopBar.cut(line, 80);
    }
}
