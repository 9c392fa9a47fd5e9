package exemplar.prompt;

import exemplar.model.Layout;
import exemplar.model.Role;
import exemplar.model.Task;
import exemplar.template.Completion;
import exemplar.template.Highlight;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be written at a place in a template.
///
/// @param from where the word begins that a suggestion takes the place of
/// @param words what fits, the likeliest first
public record Suggestions(int from, List<Word> words) {

    /// @param text what is written
    /// @param kind what it is
    public record Word(String text, Kind kind) {}

    /// The sorts of words.
    public enum Kind {
        FIELD,
        VARIABLE,
        FILTER,
        TEST,
        FUNCTION,
        TAG
    }

    private static final Pattern LOCAL =
            Pattern.compile("\\b(?:for|set|macro|with)\\s+(\\w+)(?:\\s*,\\s*(\\w+))?");
    private static final Pattern OVER_DEMOS =
            Pattern.compile("\\bfor\\s+(\\w+)\\s+in\\s+demos\\b(?!\\s*[.\\[(])");
    private static final Pattern WORD = Pattern.compile("\\w*$");
    private static final Pattern MEMBER = Pattern.compile("(\\w+)\\s*\\.\\s*\\w*$");
    private static final Pattern AFTER_TAG = Pattern.compile("\\{%[-+]?\\s*\\w*$");
    private static final Pattern AFTER_BAR =
            Pattern.compile("(?:\\||\\{%[-+]?\\s*filter\\b)\\s*\\w*$");
    private static final Pattern AFTER_IS = Pattern.compile("\\bis\\s+(?:not\\s+)?\\w*$");

    public Suggestions {
        words = List.copyOf(words);
    }

    /// What can be written at the caret; empty where nothing is to be completed: outside of tags,
    /// in a text, in a comment, after a number.
    ///
    /// @param caret in UTF-16 code units of the source
    /// @param part whether it is a part of a design and not a free template
    public static Optional<Suggestions> at(
            String source, int caret, Task task, Layout layout, boolean part) {
        String before = source.substring(0, caret);
        if (!insideTag(before)) {
            return Optional.empty();
        }
        Matcher word = WORD.matcher(before);
        String typed = word.find() ? word.group() : "";
        if (!typed.isEmpty() && Character.isDigit(typed.charAt(0))) {
            return Optional.empty();
        }
        String start = typed.toLowerCase(Locale.ROOT);
        List<Word> fitting =
                all(source, before, task, layout, part).stream()
                        .filter(w -> w.text().toLowerCase(Locale.ROOT).startsWith(start))
                        .filter(w -> !w.text().equals(typed))
                        .toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(new Suggestions(caret - typed.length(), fitting));
    }

    /// Whether the source ends inside `{{ … }}` or `{% … %}`, and there not in a text.
    private static boolean insideTag(String before) {
        boolean inside = false;
        boolean inText = false;
        for (Highlight.Part p : Highlight.of(before)) {
            String text = before.substring(p.start(), p.end());
            switch (p.kind()) {
                case DELIMITER -> inside = text.startsWith("{");
                case TEXT, COMMENT -> inside = false;
                case ERROR -> inText = text.startsWith("\"") || text.startsWith("'");
                default -> {}
            }
        }
        int quote = lastOpenQuote(before);
        return inside && !inText && quote < 0 && !before.endsWith("}}");
    }

    /// Where a text literal of the last tag is still open; -1 where none is.
    private static int lastOpenQuote(String before) {
        int from = Math.max(before.lastIndexOf("{{"), before.lastIndexOf("{%"));
        char open = 0;
        int at = -1;
        for (int i = Math.max(0, from); i < before.length(); i++) {
            char c = before.charAt(i);
            if (open != 0 && c == '\\') {
                i++;
            } else if (open != 0 && c == open) {
                open = 0;
                at = -1;
            } else if (open == 0 && (c == '"' || c == '\'')) {
                open = c;
                at = i;
            }
        }
        return at;
    }

    private static List<Word> all(
            String source, String before, Task task, Layout layout, boolean part) {
        if (AFTER_BAR.matcher(before).find()) {
            return words(Completion.filters(), Kind.FILTER);
        }
        Matcher member = MEMBER.matcher(before);
        if (member.find()) {
            return members(member.group(1), source, task);
        }
        if (AFTER_TAG.matcher(before).find()) {
            return words(Completion.tags(), Kind.TAG);
        }
        if (AFTER_IS.matcher(before).find()) {
            return words(Completion.tests(), Kind.TEST);
        }
        List<Word> words = new ArrayList<>();
        Set<String> fields = Set.copyOf(Context.members(task));
        for (String name : Context.names(task, layout, part)) {
            words.add(new Word(name, fields.contains(name) ? Kind.FIELD : Kind.VARIABLE));
        }
        words.addAll(words(locals(source), Kind.VARIABLE));
        words.addAll(words(Completion.functions(), Kind.FUNCTION));
        return words;
    }

    private static List<Word> members(String of, String source, Task task) {
        if (of.equals("loop")) {
            return words(Completion.loop(), Kind.VARIABLE);
        }
        if (of.equals("task")) {
            return words(List.of("kind", "inputs", "output"), Kind.VARIABLE);
        }
        if (of.equals("turn")) {
            return words(
                    java.util.Arrays.stream(Role.values()).map(Role::wireName).toList(),
                    Kind.VARIABLE);
        }
        List<String> members = Context.members(task);
        if (of.equals("item")) {
            Set<String> answer = Set.of("gold", "label", "rationale", task.output());
            return words(members.stream().filter(m -> !answer.contains(m)).toList(), Kind.FIELD);
        }
        Matcher loop = OVER_DEMOS.matcher(source);
        while (loop.find()) {
            if (of.equals(loop.group(1))) {
                return words(members, Kind.FIELD);
            }
        }
        return List.of();
    }

    private static List<String> locals(String source) {
        Set<String> names = new LinkedHashSet<>();
        Matcher local = LOCAL.matcher(source);
        while (local.find()) {
            names.add(local.group(1));
            Optional.ofNullable(local.group(2)).ifPresent(names::add);
        }
        if (source.contains("{% for") || source.contains("{%- for")) {
            names.add("loop");
        }
        return List.copyOf(names);
    }

    private static List<Word> words(List<String> names, Kind kind) {
        return names.stream().map(n -> new Word(n, kind)).toList();
    }
}
