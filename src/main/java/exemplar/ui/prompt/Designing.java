package exemplar.ui.prompt;

import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.model.Layout;
import exemplar.model.Order;
import exemplar.model.Selection;
import exemplar.prompt.OneTemplate;
import exemplar.prompt.StarterDesigns;
import exemplar.select.ByHand;
import exemplar.study.Edit;
import exemplar.study.Study;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes designs: their words, their choices, and which there are. Every change is an edit of the
/// study. On the screen's thread, without a toolkit.
final class Designing {
    private final Workspace workspace;
    private final PromptViewModel prompt;
    private final Map<String, Design> asParts = new HashMap<>();

    Designing(Workspace workspace, PromptViewModel prompt) {
        this.workspace = workspace;
        this.prompt = prompt;
    }

    // --- Words -----------------------------------------------------------------------------------

    /// Writes one of the design's templates.
    ///
    /// @param word place of the word being typed; a step of undo ends with it
    void write(String part, String source, int word) {
        String name = workspace.design().get();
        change(
                Edit.typing(
                        Texts.of("prompt.edit.template", FormParts.title(part)),
                        "template." + name + "." + part + "." + word,
                        in(name, d -> d.withForm(FormParts.with(d.form(), part, source)))));
    }

    /// Turns the parts into one template that makes the same prompt.
    void toOneTemplate() {
        Optional<Design> now = workspace.currentDesign();
        Optional<PromptViewModel.Shown> shown = prompt.shown().get();
        if (now.isEmpty() || shown.isEmpty()) {
            return;
        }
        Optional<Design> one =
                OneTemplate.of(
                        now.get(),
                        shown.get().task(),
                        shown.get().made().demonstrations().stream().map(c -> c.example()).toList(),
                        shown.get().item());
        if (one.isEmpty()) {
            workspace.tell(Notice.problem(Texts.of("prompt.source.cannot")));
            return;
        }
        asParts.put(now.get().name(), now.get());
        edit(Texts.of("prompt.edit.source"), d -> one.get());
    }

    /// The parts the template was made of; empty when it was changed since, or never was parts.
    Optional<Design> partsOf(Design design) {
        Optional<PromptViewModel.Shown> shown = prompt.shown().get();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(asParts.get(design.name()))
                        .filter(before ->
                                OneTemplate.of(
                                                before,
                                                shown.get().task(),
                                                List.of(),
                                                shown.get().item())
                                        .map(d -> d.form().equals(design.form()))
                                        .orElse(false));
    }

    void toParts() {
        workspace
                .currentDesign()
                .flatMap(this::partsOf)
                .ifPresent(before ->
                        edit(
                                Texts.of("prompt.edit.parts"),
                                d -> d.withForm(before.form()).withLayout(before.layout())));
    }

    // --- Choices ---------------------------------------------------------------------------------

    /// Changes the design being worked on, as a step of its own.
    void edit(String label, UnaryOperator<Design> change) {
        change(Edit.of(label, in(workspace.design().get(), change)));
    }

    void layout(Layout layout) {
        edit(Texts.of("prompt.edit.layout"), d -> d.withLayout(layout));
    }

    void order(Order order) {
        edit(Texts.of("prompt.edit.order"), d -> d.withOrder(order));
    }

    /// Another selector. One that is fixed begins with what is shown.
    void selector(String name) {
        List<String> shown = shownIds();
        edit(
                Texts.of("prompt.edit.selection"),
                d -> {
                    Selection now = d.selection();
                    if (now.selector().equals(name)) {
                        return d;
                    }
                    return name.equals("fixed")
                            ? d.withSelection(ByHand.of(shown, now)).withOrder(Order.AS_SELECTED)
                            : d.withSelection(
                                    new Selection(name, now.count(), now.seed(), List.of()));
                });
    }

    void count(int count) {
        edit(
                Texts.of("prompt.edit.selection"),
                d ->
                        d.withSelection(
                                new Selection(
                                        d.selection().selector(),
                                        count,
                                        d.selection().seed(),
                                        d.selection().ids())));
    }

    void seed(long seed) {
        edit(
                Texts.of("prompt.edit.seed"),
                d ->
                        d.withSelection(
                                new Selection(
                                        d.selection().selector(),
                                        d.selection().count(),
                                        seed,
                                        d.selection().ids())));
    }

    // --- Demonstrations by hand ------------------------------------------------------------------

    /// Moves a demonstration of the prompt; the design keeps these demonstrations from now on.
    void move(int from, int to) {
        List<String> shown = shownIds();
        if (from == to || from < 0 || from >= shown.size() || to < 0 || to >= shown.size()) {
            return;
        }
        byHand(Texts.of("prompt.edit.move"), s -> ByHand.moved(shown, from, to, s));
    }

    void remove(List<String> ids) {
        if (!ids.isEmpty()) {
            byHand(
                    Texts.of("prompt.edit.remove", ids.size()),
                    s -> ByHand.without(shownIds(), ids, s));
        }
    }

    /// Adds demonstrations of the pool at the end.
    void add(List<String> ids) {
        if (!ids.isEmpty()) {
            byHand(Texts.of("prompt.edit.add", ids.size()), s -> ByHand.with(shownIds(), ids, s));
        }
    }

    private void byHand(String label, UnaryOperator<Selection> change) {
        boolean first =
                workspace
                        .currentDesign()
                        .map(d -> !d.selection().selector().equals("fixed"))
                        .orElse(false);
        edit(label, d -> d.withSelection(change.apply(d.selection())).withOrder(Order.AS_SELECTED));
        if (first) {
            workspace.tell(Notice.of(Texts.of("prompt.fixed")));
        }
    }

    /// What the prompt of the current design shows.
    private List<String> shownIds() {
        return prompt.shown()
                .get()
                .filter(s -> s.design().name().equals(workspace.design().get()))
                .map(PromptViewModel.Shown::ids)
                .orElse(List.of());
    }

    // --- Which designs there are -----------------------------------------------------------------

    /// The designs a new one can begin with.
    List<Design> starters() {
        return workspace.study().get().map(s -> StarterDesigns.of(s.task())).orElse(List.of());
    }

    /// Adds a copy of a design and goes to it.
    void add(Design like) {
        Optional<Study> study = workspace.study().get();
        if (study.isEmpty()) {
            return;
        }
        String name = free(study.get(), like.name());
        change(
                Edit.of(
                        Texts.of("prompt.edit.new", name),
                        s -> {
                            List<Design> designs = new ArrayList<>(s.designs());
                            designs.add(like.withName(name));
                            return s.withDesigns(designs);
                        }));
        workspace.design().set(name);
    }

    /// Renames a design, also where comparisons name it.
    ///
    /// @return why it cannot have that name
    Optional<String> rename(String from, String to) {
        String name = to.strip();
        if (name.equals(from)) {
            return Optional.empty();
        }
        if (name.isEmpty()) {
            return Optional.of(Texts.of("prompt.name.empty"));
        }
        if (workspace.study().get().flatMap(s -> s.design(name)).isPresent()) {
            return Optional.of(Texts.of("prompt.name.taken", name));
        }
        boolean current = workspace.design().get().equals(from);
        change(
                Edit.of(
                        Texts.of("prompt.edit.rename", from),
                        s ->
                                s.withDesigns(
                                                s.designs().stream()
                                                        .map(d ->
                                                                d.name().equals(from)
                                                                        ? d.withName(name)
                                                                        : d)
                                                        .toList())
                                        .withComparisons(
                                                s.comparisons().stream()
                                                        .map(c -> renamed(c, from, name))
                                                        .toList())));
        if (current) {
            workspace.design().set(name);
        }
        return Optional.empty();
    }

    private static Comparison renamed(Comparison c, String from, String to) {
        return new Comparison(
                c.name(),
                c.designs().stream().map(d -> d.equals(from) ? to : d).toList(),
                c.models(),
                c.repeats());
    }

    void delete(String name) {
        Optional<Study> study = workspace.study().get();
        if (study.isEmpty()) {
            return;
        }
        List<String> names = study.get().designs().stream().map(Design::name).toList();
        int at = names.indexOf(name);
        if (at < 0) {
            return;
        }
        change(
                Edit.of(
                        Texts.of("prompt.edit.delete", name),
                        s ->
                                s.withDesigns(
                                        s.designs().stream()
                                                .filter(d -> !d.name().equals(name))
                                                .toList())));
        if (names.size() > 1 && workspace.study().get().flatMap(s -> s.design(name)).isEmpty()) {
            workspace.design().set(names.get(at == names.size() - 1 ? at - 1 : at + 1));
            workspace.tell(Notice.of(Texts.of("prompt.deleted", name)));
        }
    }

    private static String free(Study study, String wanted) {
        String base = wanted.replaceFirst(" \\d+$", "");
        String name = wanted;
        for (int n = 2; study.design(name).isPresent(); n++) {
            name = base + " " + n;
        }
        return name;
    }

    private void change(Edit edit) {
        workspace.apply(edit);
    }

    private static UnaryOperator<Study> in(String name, UnaryOperator<Design> change) {
        return s ->
                s.design(name)
                        .map(d -> {
                            Design after = change.apply(d);
                            return after.equals(d) ? s : s.withDesign(after);
                        })
                        .orElse(s);
    }
}
