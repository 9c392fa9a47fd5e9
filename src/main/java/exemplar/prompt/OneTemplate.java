package exemplar.prompt;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Layout;
import exemplar.model.PromptForm;
import exemplar.model.Task;
import exemplar.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes the parts of a design as one free template, as a person would.
public final class OneTemplate {
    private final Design design;
    private final PromptForm.Parts parts;
    private final Set<String> common;
    private final String line;

    private OneTemplate(Design design, PromptForm.Parts parts, Task task) {
        this.design = design;
        this.parts = parts;
        this.common = Context.common(task).keySet();
        // After a block tag a newline may be for the reader only.
        this.line = design.options().trimBlocks() ? "\n" : "";
    }

    /// The same design as one template; empty where it is one already, where a part cannot be read,
    /// or where one template would not make the very same prompt of these examples.
    public static Optional<Design> of(
            Design design, Task task, List<Example> demonstrations, Example item) {
        if (!(design.form() instanceof PromptForm.Parts parts)) {
            return Optional.empty();
        }
        Optional<Design> one = new OneTemplate(design, parts, task).written();
        return one.filter(d ->
                same(design, d, task, demonstrations, item)
                        && same(design, d, task, List.of(), item));
    }

    private static boolean same(
            Design a, Design b, Task task, List<Example> demonstrations, Example item) {
        var before = Renderer.render(a, task, demonstrations, item);
        var after = Renderer.render(b, task, demonstrations, item);
        return before.prompt().text().equals(after.prompt().text())
                && before.prompt().messages().equals(after.prompt().messages())
                && before.prompt().images().equals(after.prompt().images())
                && before.broken() == after.broken();
    }

    private Optional<Design> written() {
        Optional<String> system = about(parts.system(), "item");
        Optional<String> instruction = about(parts.instruction(), "item");
        Optional<String> query = about(parts.query(), "item");
        if (system.isEmpty() || instruction.isEmpty() || query.isEmpty()) {
            return Optional.empty();
        }
        String sep = parts.separator();
        boolean turns =
                design.layout() == Layout.CHAT_TURNS
                        || design.layout() == Layout.CHAT_MESSAGE && !system.get().isEmpty();
        String head = joined(List.of(system.get(), instruction.get()), sep);
        if (!turns) {
            return block().map(demos -> (head.isEmpty() ? "" : head + sep) + demos + query.get())
                    .map(source -> with(source, design.layout()));
        }
        if (design.layout() == Layout.CHAT_MESSAGE) {
            String asked = instruction.get().isEmpty() ? "" : instruction.get() + sep;
            return block().map(demos ->
                            message("system", system.get())
                                    + message("user", asked + demos + query.get()))
                    .map(source -> with(source, Layout.CHAT_TURNS));
        }
        Optional<String> user = about(parts.query(), "demo");
        Optional<String> assistant = about(parts.answer(), "demo");
        return user.isEmpty() || assistant.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        with(
                                (head.isEmpty() ? "" : message("system", head))
                                        + "{% for demo in demos %}"
                                        + line
                                        + message("user", user.get())
                                        + message("assistant", assistant.get())
                                        + "{% endfor %}"
                                        + line
                                        + message("user", query.get()),
                                Layout.CHAT_TURNS));
    }

    /// The loop over the demonstrations, each followed by the separator.
    private Optional<String> block() {
        if (parts.demonstration().isEmpty()) {
            return Optional.of("");
        }
        return about(parts.demonstration(), "demo")
                .map(demo ->
                        "{% for demo in demos %}"
                                + line
                                + demo
                                + parts.separator()
                                + "{% endfor %}"
                                + line);
    }

    private String message(String role, String source) {
        return "{% call message(\"" + role + "\") %}" + line + source + "{% endcall %}" + line;
    }

    private Design with(String source, Layout layout) {
        // Jinja2 drops one newline at the end of a template.
        String kept = source.endsWith("\n") && !source.endsWith("%}\n") ? source + "\n" : source;
        return design.withForm(new PromptForm.Free(kept)).withLayout(layout);
    }

    private static String joined(List<String> sources, String separator) {
        return String.join(separator, sources.stream().filter(s -> !s.isEmpty()).toList());
    }

    /// A part with the fields of the example said of a variable: `text` becomes `demo.text`.
    private Optional<String> about(String source, String variable) {
        if (!(Templates.part(source, design.options()) instanceof Template template)) {
            return Optional.empty();
        }
        List<Template.Variable> uses = new ArrayList<>(template.variables());
        StringBuilder out = new StringBuilder(source);
        for (Template.Variable use : uses.reversed()) {
            String name = use.name();
            if (name.equals("item")) {
                out.replace(use.offset(), use.offset() + name.length(), variable);
            } else if (!common.contains(name)) {
                out.insert(use.offset(), variable + ".");
            }
        }
        return Optional.of(out.toString());
    }
}
