package exemplar.formats.jinja;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.PromptForm;
import exemplar.model.Role;
import exemplar.model.Task;
import exemplar.template.Environment;
import exemplar.template.Parsed;
import exemplar.template.Template;
import exemplar.template.syntax.Lexer;
import exemplar.template.syntax.Source;
import exemplar.template.syntax.Syntax;
import exemplar.template.syntax.Token;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a design as one template.
public final class Composition {
    private static final Set<String> DICT_METHODS =
            Set.of("items", "keys", "values", "get", "pop", "update", "copy", "clear");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /// What is white space at the ends of a message.
    static final String SPACE =
            "\t\n\u000b\f\r\u001c\u001d\u001e\u001f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000";

    private static final char MARK = '\u001e';
    private static final char CUT = '\u001f';

    private final Task task;
    private final Design design;
    private final boolean inside;
    private final boolean allMembers;
    private final List<Example> demos;

    /// @param demos in prompt order
    /// @param inside whether the demonstrations are written into the template
    /// @param allMembers whether they are written with members the template does not name
    public Composition(
            Task task, Design design, List<Example> demos, boolean inside, boolean allMembers) {
        this.task = task;
        this.design = design;
        this.demos = List.copyOf(demos);
        this.inside = inside;
        this.allMembers = allMembers;
    }

    /// The template. Read with Jinja2's defaults it renders to the prompt, or for a chat to its
    /// messages as JSON.
    ///
    /// @throws IllegalArgumentException with a sentence, when a template cannot be read
    public String template() {
        String body =
                switch (design.form()) {
                    case PromptForm.Parts parts -> parts(parts);
                    case PromptForm.Free(String source) -> free(source);
                };
        // Jinja2 drops one newline at the end of a template.
        return body.endsWith("\n") ? body + "\n" : body;
    }

    // --- Parts ---------------------------------------------------------------------------------

    private String parts(PromptForm.Parts parts) {
        Block system = asked(parts.system());
        Block instruction = asked(parts.instruction());
        Block query = asked(parts.query());
        String separator = parts.separator();
        return switch (design.layout()) {
            case COMPLETION ->
                    Join.of(around(List.of(system, instruction), parts, query), separator);
            case CHAT_MESSAGE -> {
                Chat chat = new Chat();
                chat.system(Join.of(List.of(system), separator), fixed(List.of(system)));
                List<Block> blocks = around(List.of(instruction), parts, query);
                chat.message(Role.USER, Join.of(blocks, separator));
                yield chat.template();
            }
            case CHAT_TURNS -> {
                Chat chat = new Chat();
                List<Block> first = List.of(system, instruction);
                chat.system(Join.of(first, separator), fixed(first));
                if (inside) {
                    for (Example demo : demos) {
                        chat.message(Role.USER, Join.of(List.of(shown(parts.query(), demo)), ""));
                        chat.message(
                                Role.ASSISTANT, Join.of(List.of(shown(parts.answer(), demo)), ""));
                    }
                } else {
                    chat.turns(each(parts.query()).source(), each(parts.answer()).source());
                }
                chat.message(Role.USER, Join.of(List.of(query), separator));
                yield chat.template();
            }
        };
    }

    private List<Block> around(List<Block> before, PromptForm.Parts parts, Block query) {
        List<Block> blocks = new ArrayList<>(before);
        if (inside) {
            for (Example demo : demos) {
                blocks.add(shown(parts.demonstration(), demo));
            }
        } else if (!parts.demonstration().isEmpty()) {
            blocks.add(new Block.Each(each(parts.demonstration())));
        }
        blocks.add(query);
        return blocks;
    }

    private static boolean fixed(List<Block> blocks) {
        return blocks.stream().allMatch(Block.Fixed.class::isInstance);
    }

    /// A part that is about the item.
    private Block asked(String source) {
        Set<String> names = names(source);
        Map<String, Object> common = Data.common(task);
        boolean constant = inside ? common.keySet().containsAll(names) : names.isEmpty();
        return constant ? new Block.Fixed(rendered(source, common)) : live(source, "item", names);
    }

    /// A part that is about a demonstration, written out.
    private Block shown(String source, Example demo) {
        Map<String, Object> context = Data.demonstration(task, demo);
        context.put("item", Data.demonstration(task, demo));
        context.putAll(Data.common(task));
        return new Block.Fixed(rendered(source, context));
    }

    /// A part that is about a demonstration, in a loop over them.
    private Block.Live each(String source) {
        return live(source, "demo", names(source));
    }

    /// @param about the variable whose members the part names by themselves
    private Block.Live live(String source, String about, Set<String> names) {
        Map<String, Object> common = Data.common(task);
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : names) {
            if (name.equals("item")) {
                if (!about.equals("item")) {
                    given.put(name, about);
                }
            } else if (!common.containsKey(name)) {
                given.put(name, member(about, name));
            } else if (inside) {
                given.put(name, Literal.value(common.getOrDefault(name, "")));
            }
        }
        String plain = Plain.of(source, design.options(), true);
        String with =
                given.entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .collect(Collectors.joining(", "));
        return new Block.Live(
                given.isEmpty() ? plain : "{% with " + with + " %}" + plain + "{% endwith %}",
                isFilled(plain));
    }

    private static String member(String of, String name) {
        return NAME.matcher(name).matches() && !DICT_METHODS.contains(name)
                ? of + "." + name
                : of + "[" + Literal.string(name) + "]";
    }

    /// Whether template text stands outside of every block.
    private static boolean isFilled(String plain) {
        int depth = 0;
        List<Token> tokens =
                Lexer.tokens(
                        Source.of(plain, true), new Syntax(false, false, true, Set.of(), Set.of()));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.DATA && depth == 0) {
                return true;
            }
            if (token.kind() == Token.Kind.BLOCK_BEGIN) {
                String word = tokens.get(i + 1).text();
                depth += word.startsWith("end") ? -1 : opens(tokens, i + 1) ? 1 : 0;
            }
        }
        return false;
    }

    private static boolean opens(List<Token> tokens, int word) {
        return switch (tokens.get(word).text()) {
            case "for", "if", "macro", "call", "filter", "with", "block", "autoescape" -> true;
            case "set" -> {
                int i = word + 1;
                while (tokens.get(i).kind() != Token.Kind.BLOCK_END
                        && tokens.get(i).kind() != Token.Kind.END
                        && !tokens.get(i).text().equals("=")) {
                    i++;
                }
                yield !tokens.get(i).text().equals("=");
            }
            default -> false;
        };
    }

    private Set<String> names(String source) {
        return parsed(source).variables().stream()
                .map(Template.Variable::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Template parsed(String source) {
        var options = design.options();
        Parsed parsed =
                Template.parse(
                        source,
                        Environment.STUDY
                                .withBlocks(options.trimBlocks(), options.lstripBlocks())
                                .withTrailingNewline(true));
        return switch (parsed) {
            case Template template -> template;
            case Parsed.Unreadable(var problems) ->
                    throw new IllegalArgumentException(
                            "A template of the design '%s' cannot be read: %s."
                                    .formatted(design.name(), problems.getFirst().message()));
        };
    }

    private String rendered(String source, Map<String, Object> context) {
        Map<String, Value> values = new LinkedHashMap<>();
        context.forEach((name, value) -> values.put(name, Value.of(value)));
        return parsed(source).render(values).text();
    }

    // --- One free template -----------------------------------------------------------------------

    private String free(String source) {
        String plain = Plain.of(source, design.options(), false);
        StringBuilder given = new StringBuilder();
        if (inside) {
            Map<String, Object> context = new LinkedHashMap<>(Data.common(task));
            context.put("demos", members(source));
            context.forEach((name, value) -> {
                if (uses(source, name)) {
                    given.append(given.isEmpty() ? "" : " -%}\n")
                            .append("{% set ")
                            .append(name)
                            .append(" = ")
                            .append(literal(value));
                }
            });
        }
        boolean blank = plain.isEmpty() || Character.isWhitespace(plain.charAt(0));
        String head = given.isEmpty() ? "" : given + (blank ? " %}" : " -%}\n");
        return switch (design.layout()) {
            case COMPLETION -> head + plain;
            case CHAT_MESSAGE -> {
                Chat chat = new Chat();
                chat.message(Role.USER, plain);
                yield head + chat.template();
            }
            case CHAT_TURNS -> head + turns(plain);
        };
    }

    private List<Map<String, Object>> members(String source) {
        List<Map<String, Object>> all = Data.demonstrations(task, demos);
        if (allMembers) {
            return all;
        }
        List<Map<String, Object>> named = new ArrayList<>();
        for (Map<String, Object> demo : all) {
            Map<String, Object> kept = new LinkedHashMap<>(demo);
            kept.keySet().removeIf(member -> !uses(source, member));
            named.add(kept);
        }
        return named;
    }

    private static boolean uses(String source, String name) {
        return source.contains(name);
    }

    private static String literal(Object value) {
        boolean records =
                value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Map;
        if (!records) {
            return Literal.value(value);
        }
        return ((List<?>) value)
                .stream()
                        .map(v -> "  " + Literal.value(v))
                        .collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    /// A free template for chat turns marks where messages begin; here the marks are control
    /// letters, and the text is cut at them.
    private static String turns(String plain) {
        StringBuilder out = new StringBuilder("{% set turn = {");
        for (Role role : Role.values()) {
            String mark = MARK + role.wireName() + CUT;
            out.append(role.ordinal() > 0 ? ", " : "")
                    .append(Literal.string(role.wireName()))
                    .append(": ")
                    .append(Literal.string(mark));
        }
        return out.append("} -%}\n{% set said %}")
                .append(Literal.text(Role.USER.wireName() + CUT))
                .append(plain)
                .append("{% endset -%}\n{% set chat = namespace(messages=[]) -%}\n")
                .append("{% for one in said.split(")
                .append(Literal.string(String.valueOf(MARK)))
                .append(") -%}\n{% set cut = one.partition(")
                .append(Literal.string(String.valueOf(CUT)))
                .append(") -%}\n{% set words = cut[2].strip(")
                .append(Literal.string(SPACE))
                .append(") -%}\n{% if words -%}\n")
                .append(
                        "{% set chat.messages = chat.messages + [{\"role\": cut[0], \"content\": words}] -%}\n")
                .append("{% endif -%}\n{% endfor -%}\n{{ chat.messages | tojson }}")
                .toString();
    }
}
