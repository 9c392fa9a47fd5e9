package exemplar.prompt;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Layout;
import exemplar.model.Origin;
import exemplar.model.PromptForm;
import exemplar.model.RenderedPrompt;
import exemplar.model.RenderedPrompt.Inset;
import exemplar.model.RenderedPrompt.Turn;
import exemplar.model.Role;
import exemplar.model.Span;
import exemplar.model.Task;
import exemplar.template.Parsed;
import exemplar.template.Rendered;
import exemplar.template.Template;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Renders designs. Every character of the result has an origin; data is put in as it is and never
/// read as a template. Pure; one renderer serves one call.
public final class Renderer {
    private static final String BETWEEN_MESSAGES = "\n\n";

    private final Design design;
    private final Task task;
    private final RenderedParts known;
    private final Map<String, Value> common;
    private final Set<PromptProblem> problems = new LinkedHashSet<>();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Inset> images = new ArrayList<>();
    private final Pieces pieces = new Pieces();

    private Renderer(Design design, Task task, RenderedParts known, Map<String, Value> common) {
        this.design = design;
        this.task = task;
        this.known = known;
        this.common = common;
    }

    /// The prompt of a design with these demonstrations, in this order, for an item.
    public static Rendering render(
            Design design, Task task, List<Example> demonstrations, Example item) {
        return render(design, task, demonstrations, item, new RenderedParts());
    }

    /// The same, with parts that were rendered before.
    static Rendering render(
            Design design,
            Task task,
            List<Example> demonstrations,
            Example item,
            RenderedParts known) {
        Renderer renderer = new Renderer(design, task, known, Context.common(task));
        switch (design.form()) {
            case PromptForm.Parts parts -> renderer.parts(parts, demonstrations, item);
            case PromptForm.Free(String source) -> renderer.free(source, demonstrations, item);
        }
        Section whole = renderer.section();
        return new Rendering(
                new RenderedPrompt(
                        design.layout(),
                        whole.text(),
                        whole.spans(),
                        whole.turns(),
                        whole.images()),
                whole.problems());
    }

    // --- Parts ---------------------------------------------------------------------------------

    private void parts(PromptForm.Parts parts, List<Example> demos, Example item) {
        Block system = block("system", parts.system(), item, false, UnaryOperator.identity());
        Block instruction =
                block(
                        "instruction",
                        parts.instruction(),
                        item,
                        false,
                        o -> o.equals(Origin.TEMPLATE) ? Origin.INSTRUCTION : o);
        Block ask =
                block("query", parts.query(), item, false, UnaryOperator.identity())
                        .showing(item, false);
        switch (design.layout()) {
            case COMPLETION -> {
                Block shown = shown(parts, demos).asBlock();
                join(List.of(system, instruction, shown, ask), parts.separator());
            }
            case CHAT_MESSAGE -> {
                message(Role.SYSTEM, List.of(system), parts.separator());
                Block shown = shown(parts, demos).asBlock();
                message(Role.USER, List.of(instruction, shown, ask), parts.separator());
            }
            case CHAT_TURNS -> {
                message(Role.SYSTEM, List.of(system, instruction), parts.separator());
                turns(shown(parts, demos));
                message(Role.USER, List.of(ask), parts.separator());
            }
        }
    }

    /// The demonstrations, put together. They are the same for most items, and while another part
    /// is worked on.
    private Section shown(PromptForm.Parts parts, List<Example> demos) {
        Section section =
                known.shown(
                        RenderedParts.Shown.of(design, parts, task, demos),
                        () -> {
                            Renderer renderer = new Renderer(design, task, known, common);
                            renderer.demonstrations(parts, demos);
                            return renderer.section();
                        });
        problems.addAll(section.problems());
        return section;
    }

    private void demonstrations(PromptForm.Parts parts, List<Example> demos) {
        if (design.layout() != Layout.CHAT_TURNS) {
            join(demos.stream().map(d -> demonstration(parts, d)).toList(), parts.separator());
            return;
        }
        for (Example demo : demos) {
            UnaryOperator<Origin> owned = owned(demo);
            Block asked = block("query", parts.query(), demo, true, owned).showing(demo, true);
            message(Role.USER, List.of(asked), parts.separator());
            Block answered = block("answer", parts.answer(), demo, true, owned);
            message(Role.ASSISTANT, List.of(answered), parts.separator());
        }
    }

    private Block demonstration(PromptForm.Parts parts, Example demo) {
        return block("demonstration", parts.demonstration(), demo, true, owned(demo))
                .showing(demo, true);
    }

    /// A stretch of a prompt.
    ///
    /// @param turns the messages it is, where it is messages; otherwise empty
    record Section(
            String text,
            List<Span> spans,
            List<Turn> turns,
            List<Inset> images,
            List<PromptProblem> problems) {
        Block asBlock() {
            return new Block(text, spans, images);
        }
    }

    private Section section() {
        return new Section(
                pieces.text(),
                pieces.spans(),
                List.copyOf(turns),
                List.copyOf(images),
                List.copyOf(problems));
    }

    private static UnaryOperator<Origin> owned(Example demo) {
        Origin around = Origin.templateOf(demo.id());
        return o -> o.equals(Origin.TEMPLATE) ? around : o;
    }

    /// A part that was rendered.
    ///
    /// @param images their places counted from the start of its text
    private record Block(String text, List<Span> spans, List<Inset> images) {

        Block showing(Example example, boolean demo) {
            return example.images().isEmpty()
                    ? this
                    : new Block(text, spans, Insets.of(example, demo, 0));
        }
    }

    private Block block(
            String part,
            String source,
            Example example,
            boolean demo,
            UnaryOperator<Origin> change) {
        Parsed parsed = Templates.part(source, design.options());
        Optional<Rendered> rendered =
                rendered(
                        part,
                        parsed,
                        template ->
                                known.part(
                                        new RenderedParts.Key(template, task, example, demo),
                                        () -> template.render(context(example, demo))));
        return rendered.map(r -> new Block(r.text(), Pieces.changed(r.spans(), change), List.of()))
                .orElseGet(() -> new Block("", List.of(), List.of()));
    }

    private Map<String, Value> context(Example example, boolean demo) {
        Map<String, Value> members = members(example, demo);
        Map<String, Value> context = new LinkedHashMap<>(members);
        context.putAll(common);
        context.put("item", Value.of(members));
        return context;
    }

    private Map<String, Value> members(Example example, boolean demo) {
        return demo ? Context.demonstration(task, example) : Context.item(task, example);
    }

    private Optional<Rendered> rendered(
            String part, Parsed parsed, Function<Template, Rendered> render) {
        return switch (parsed) {
            case Template template -> {
                Rendered rendered = render.apply(template);
                rendered.problems().forEach(p -> problems.add(new PromptProblem(part, p)));
                yield Optional.of(rendered);
            }
            case Parsed.Unreadable(var found) -> {
                found.forEach(p -> problems.add(new PromptProblem(part, p)));
                yield Optional.empty();
            }
        };
    }

    private void join(List<Block> blocks, String separator) {
        boolean first = true;
        for (Block block : blocks) {
            boolean says = !block.text().isEmpty();
            if (says && !first) {
                pieces.add(separator, Origin.TEMPLATE);
            }
            images(block.images());
            if (says) {
                pieces.add(block.text(), block.spans());
                first = false;
            }
        }
    }

    private void images(List<Inset> of) {
        int base = pieces.length();
        of.forEach(i -> images.add(Insets.at(i, base + i.at())));
    }

    private void message(Role role, List<Block> blocks, String separator) {
        if (role == Role.SYSTEM && blocks.stream().allMatch(b -> b.text().isBlank())) {
            return;
        }
        betweenMessages();
        int start = pieces.length();
        join(blocks, separator);
        turns.add(new Turn(role, start, pieces.length()));
    }

    private void turns(Section messages) {
        if (messages.turns().isEmpty()) {
            return;
        }
        betweenMessages();
        int base = pieces.length();
        images(messages.images());
        pieces.add(messages.text(), messages.spans());
        messages.turns()
                .forEach(t -> turns.add(new Turn(t.role(), base + t.start(), base + t.end())));
    }

    private void betweenMessages() {
        if (!turns.isEmpty()) {
            pieces.add(BETWEEN_MESSAGES, Origin.TEMPLATE);
        }
    }

    // --- One free template -----------------------------------------------------------------------

    private void free(String source, List<Example> demos, Example item) {
        Map<String, Value> context = new LinkedHashMap<>(common);
        context.put(
                "demos",
                Value.of(
                        demos.stream()
                                .map(d ->
                                        known.demonstration(
                                                task,
                                                d,
                                                () ->
                                                        Value.owned(
                                                                Context.demonstration(task, d),
                                                                Origin.templateOf(d.id()))))
                                .toList()));
        context.put("item", Value.of(Context.item(task, item)));
        if (design.layout() == Layout.CHAT_TURNS) {
            context.put("message", Context.message());
            context.put("turn", Context.turns());
        }
        Optional<Rendered> rendered =
                rendered(
                        "template",
                        Templates.whole(source, design.options()),
                        t -> t.render(context));
        if (rendered.isEmpty()) {
            return;
        }
        switch (design.layout()) {
            case COMPLETION -> pieces.add(rendered.get().text(), rendered.get().spans());
            case CHAT_MESSAGE -> {
                pieces.add(rendered.get().text(), rendered.get().spans());
                turns.add(new Turn(Role.USER, 0, pieces.length()));
            }
            case CHAT_TURNS -> split(rendered.get());
        }
        if (!item.images().isEmpty() || demos.stream().anyMatch(d -> !d.images().isEmpty())) {
            Insets placed =
                    Insets.place(
                            new RenderedPrompt(
                                    design.layout(), pieces.text(), pieces.spans(), turns),
                            demos,
                            item);
            images.addAll(placed.images());
            problems.addAll(placed.problems());
        }
    }

    /// Cuts a free template's text into messages at its marks. White space around a message is the
    /// template's layout and is dropped; what stands before the first mark is said by the user.
    private void split(Rendered rendered) {
        Role role = Role.USER;
        int from = 0;
        for (Span span : rendered.spans()) {
            Optional<Role> next = Context.markedRole(span.origin());
            if (next.isPresent()) {
                cut(rendered, role, from, span.start());
                role = next.get();
                from = span.end();
            }
        }
        cut(rendered, role, from, rendered.text().length());
    }

    private void cut(Rendered rendered, Role role, int from, int to) {
        String text = rendered.text();
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        betweenMessages();
        int base = pieces.length();
        for (Span span : rendered.spans()) {
            int a = Math.max(start, span.start());
            int b = Math.min(end, span.end());
            if (a < b) {
                pieces.add(text.substring(a, b), span.origin());
            }
        }
        turns.add(new Turn(role, base, pieces.length()));
    }
}
