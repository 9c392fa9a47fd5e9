package exemplar.study.filter;

import exemplar.model.Label;
import exemplar.study.Study;
import exemplar.study.line.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What can stand where somebody is typing in a filter.
///
/// @param labels the task's labels and others that are used
/// @param tags those in use
/// @param languages those in use
/// @param flags words of the flags there are
public record Completions(
        List<String> labels, List<String> tags, List<String> languages, List<String> flags) {
    private static final int MOST_WORDS = 200;

    public Completions {
        labels = List.copyOf(labels);
        tags = List.copyOf(tags);
        languages = List.copyOf(languages);
        flags = List.copyOf(flags);
    }

    /// Reads from a study what its examples use. Looks at every line (a few milliseconds for a
    /// hundred thousand).
    public static Completions of(Study study, Collection<String> flags) {
        Set<String> labels = new LinkedHashSet<>();
        study.task().labels().stream().map(Label::name).forEach(labels::add);
        Set<String> tags = new LinkedHashSet<>();
        Set<String> languages = new LinkedHashSet<>();
        boolean labelled = !labels.isEmpty();
        for (Line line : study.pool().lines()) {
            if (labelled && labels.size() < MOST_WORDS && !line.gold().isEmpty()) {
                labels.add(line.gold());
            }
            if (tags.size() < MOST_WORDS) {
                tags.addAll(line.tags());
            }
            if (languages.size() < MOST_WORDS && !line.language().isEmpty()) {
                languages.add(line.language());
            }
        }
        return new Completions(
                List.copyOf(labels), List.copyOf(tags), List.copyOf(languages), List.copyOf(flags));
    }

    /// What to offer at the caret.
    public List<Completion> at(String text, int caret) {
        int start = termStart(text, caret);
        int word = start < caret && text.charAt(start) == '-' ? start + 1 : start;
        String typed = text.substring(word, caret);
        int operator = operator(typed);
        List<Completion> offers = new ArrayList<>();
        if (operator < 0) {
            for (Key key : Key.values()) {
                String put = key.word() + (key == Key.LEN ? ">" : key.isText() ? "~" : ":");
                offer(offers, word, caret, typed, put, key.about);
            }
            return offers;
        }
        Optional<Key> key = Key.of(typed.substring(0, operator));
        int from = word + Math.max(operator, typed.lastIndexOf(',')) + 1;
        String begun = text.substring(from, caret);
        for (String value : values(key)) {
            offer(offers, from, caret, begun, quoted(value), "");
        }
        return offers;
    }

    private List<String> values(Optional<Key> key) {
        return key.map(k ->
                        switch (k) {
                            case LABEL -> labels;
                            case TAG -> tags;
                            case LANG -> languages;
                            case FLAG -> flags;
                            case IS -> Key.states();
                            default -> List.<String>of();
                        })
                .orElse(List.of());
    }

    private static void offer(
            List<Completion> offers, int start, int end, String typed, String put, String about) {
        String plain = put.startsWith("\"") ? put.substring(1) : put;
        String begun = typed.startsWith("\"") ? typed.substring(1) : typed;
        if (plain.regionMatches(true, 0, begun, 0, begun.length()) && !put.equals(typed)) {
            offers.add(new Completion(start, end, put, about));
        }
    }

    /// The value as it has to be written.
    public static String quoted(String value) {
        boolean plain =
                !value.isEmpty()
                        && value.chars()
                                .noneMatch(c -> Character.isWhitespace(c) || c == ',' || c == '"');
        return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static int operator(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            if (!Character.isLetter(typed.charAt(i))) {
                return i > 0 && ":~=".indexOf(typed.charAt(i)) >= 0 ? i : -1;
            }
        }
        return -1;
    }

    /// Where the term under the caret begins: behind the last blank outside quotes.
    private static int termStart(String text, int caret) {
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < caret; i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && Character.isWhitespace(c)) {
                start = i + 1;
            }
        }
        return start;
    }
}
