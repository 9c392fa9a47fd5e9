package exemplar.prompt;

import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Layout;
import exemplar.model.Origin;
import exemplar.model.Role;
import exemplar.model.Task;
import exemplar.template.render.Wrapping;
import exemplar.template.value.Fault;
import exemplar.template.value.Str;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What templates can say: `instruction`, `labels`, `task`, `demos`, `item`, and inside parts the
/// fields of the example by themselves.
public final class Context {
    /// Stands where a message of a free template begins. Found by its origin, never by its text, so
    /// that no data can pretend to be one.
    private static final String MARK = "\u001e";

    private Context() {}

    /// Names a template can use, for completion and for telling what is unknown.
    ///
    /// @param part whether it is a part of a design and not a free template
    public static List<String> names(Task task, Layout layout, boolean part) {
        List<String> names = new ArrayList<>(List.of("instruction", "labels", "task", "item"));
        if (part) {
            names.addAll(members(task));
        } else {
            names.add("demos");
            if (layout == Layout.CHAT_TURNS) {
                names.addAll(List.of("message", "turn"));
            }
        }
        return names;
    }

    /// What can be said of a demonstration, after `demo.` in a loop or by itself in a part.
    public static List<String> members(Task task) {
        List<String> names = new ArrayList<>(task.inputs());
        names.addAll(List.of("gold", "label", "id", "rationale", "language", "tags"));
        if (!names.contains(task.output())) {
            names.add(task.output());
        }
        return names;
    }

    static Map<String, Value> common(Task task) {
        Map<String, Value> context = new LinkedHashMap<>();
        context.put("instruction", Value.text(task.instruction(), Origin.INSTRUCTION));
        context.put(
                "labels",
                Value.of(
                        task.labels().stream().map(Label::verbalizer).toList(),
                        Origin.INSTRUCTION));
        context.put(
                "task",
                Value.of(
                        Map.of(
                                "kind",
                                task.kind().name().toLowerCase(java.util.Locale.ROOT),
                                "inputs",
                                task.inputs(),
                                "output",
                                task.output())));
        return context;
    }

    /// A demonstration as templates see it.
    static Map<String, Value> demonstration(Task task, Example demo) {
        Optional<String> language = language(demo);
        Map<String, Value> members = new LinkedHashMap<>();
        Value gold =
                Value.text(
                        task.verbalize(demo.gold()),
                        Origin.demo(demo.id(), task.output(), language));
        members.put(task.output(), gold);
        members.put("gold", gold);
        members.put(
                "label", Value.text(demo.gold(), Origin.demo(demo.id(), task.output(), language)));
        members.put(
                "rationale",
                Value.text(demo.rationale(), Origin.demo(demo.id(), "rationale", language)));
        about(members, demo, field -> Origin.demo(demo.id(), field, language), task);
        return members;
    }

    /// The item as templates see it: what a demonstration has, without the answer.
    static Map<String, Value> item(Task task, Example item) {
        Optional<String> language = language(item);
        Map<String, Value> members = new LinkedHashMap<>();
        about(members, item, field -> Origin.query(field, language), task);
        return members;
    }

    private static void about(
            Map<String, Value> members,
            Example example,
            java.util.function.Function<String, Origin> origin,
            Task task) {
        members.put("id", Value.text(example.id(), origin.apply("id")));
        members.put("language", Value.text(example.language(), origin.apply("language")));
        members.put("tags", Value.of(example.tags(), origin.apply("tags")));
        for (String field : task.inputs()) {
            members.put(field, Value.text(example.field(field), origin.apply(field)));
        }
        example.fields()
                .forEach((name, text) ->
                        members.putIfAbsent(name, Value.text(text, origin.apply(name))));
    }

    private static Optional<String> language(Example example) {
        return example.language().isEmpty() ? Optional.empty() : Optional.of(example.language());
    }

    /// `turn.system`, `turn.user`, `turn.assistant`: where messages of a free template begin.
    static Value turns() {
        Map<String, Value> turns = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            turns.put(role.wireName(), Value.text(MARK, markOf(role)));
        }
        return Value.of(turns);
    }

    /// `{% call message("user") %}…{% endcall %}`: one message of a free template. What follows it
    /// is outside of every message again.
    static Value message() {
        return Wrapping.of(
                "message",
                name -> {
                    for (Role role : Role.values()) {
                        if (role.wireName().equals(name)) {
                            return new Wrapping.Around(
                                    Str.of(MARK, markOf(role)), Str.of(MARK, markOf(Role.USER)));
                        }
                    }
                    throw Fault.value(
                            "there is no role '" + name + "'; say system, user or assistant");
                });
    }

    private static Origin markOf(Role role) {
        return new Origin(
                Origin.Kind.TEMPLATE,
                Optional.empty(),
                Optional.of(MARK + role.name()),
                Optional.empty());
    }

    /// The role of the message that begins with a span of this origin.
    static Optional<Role> markedRole(Origin origin) {
        return origin.kind() == Origin.Kind.TEMPLATE
                ? origin.field()
                        .filter(f -> f.startsWith(MARK))
                        .map(f -> Role.valueOf(f.substring(MARK.length())))
                : Optional.empty();
    }
}
