package exemplar.study.filter;

import exemplar.study.line.Line;
import exemplar.study.line.Needle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/// Turns terms into conditions.
final class Conditions {
    private Conditions() {}

    static Condition of(Term term) throws Reader.Wrong {
        Key key = term.key().orElse(Key.TEXT);
        if (key != Key.LEN && !":~=".contains(term.operator())) {
            throw new Reader.Wrong(
                    term.start(),
                    term.end(),
                    "Only len can be compared with " + term.operator() + ".");
        }
        List<Condition> any = new ArrayList<>();
        for (String value : term.values()) {
            any.add(one(key, term, value));
        }
        Condition condition = any.size() == 1 ? any.getFirst() : anyOf(any);
        return term.negated()
                ? (row, line, flags) -> !condition.holds(row, line, flags)
                : condition;
    }

    private static Condition anyOf(List<Condition> any) {
        return (row, line, flags) -> {
            for (Condition condition : any) {
                if (condition.holds(row, line, flags)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Condition one(Key key, Term term, String value) throws Reader.Wrong {
        boolean within = term.operator().equals("~");
        return switch (key) {
            case TEXT -> text(value);
            case NOTE -> decoded(line -> line.example().note(), value);
            case RATIONALE -> decoded(line -> line.example().rationale(), value);
            case SOURCE -> decoded(line -> line.example().source(), value);
            case LABEL -> remembering(Line::gold, matching(value, within));
            case LANG -> language(value, within);
            case TAG -> {
                Predicate<String> matches = matching(value, within);
                yield remembering(Line::tags, tags -> tags.stream().anyMatch(matches));
            }
            case LEN -> length(term, value);
            case ID -> id(value, within);
            case FLAG -> {
                String flag = value.toLowerCase(Locale.ROOT);
                yield (row, line, flags) -> flags.has(row, line, flag);
            }
            case IS -> state(term, value.toLowerCase(Locale.ROOT));
        };
    }

    private static Condition text(String value) {
        Needle needle = new Needle(value);
        return (row, line, flags) -> needle.in(line);
    }

    private static Condition decoded(Function<Line, String> text, String value) {
        Predicate<String> within = matching(value, true);
        return (row, line, flags) -> within.test(text.apply(line));
    }

    private static Predicate<String> matching(String value, boolean within) {
        if (!within) {
            return value::equalsIgnoreCase;
        }
        int length = value.length();
        return text -> {
            for (int i = 0; i + length <= text.length(); i++) {
                if (text.regionMatches(true, i, value, 0, length)) {
                    return true;
                }
            }
            return false;
        };
    }

    /// Asks once for runs of lines that share the very same value, as labels and tags do.
    private static <T> Condition remembering(Function<Line, T> value, Predicate<T> matches) {
        return new Condition() {
            private final Object[] last = new Object[2];

            @Override
            public boolean holds(int row, Line line, Flags flags) {
                T of = value.apply(line);
                if (of == last[0]) {
                    return false;
                }
                if (of == last[1]) {
                    return true;
                }
                boolean holds = matches.test(of);
                last[holds ? 1 : 0] = of;
                return holds;
            }
        };
    }

    /// `lang:zh` also finds `zh-Hant`.
    private static Condition language(String value, boolean within) {
        Predicate<String> same = matching(value, within);
        String wider = value.toLowerCase(Locale.ROOT) + "-";
        return remembering(
                Line::language,
                tag -> same.test(tag) || tag.toLowerCase(Locale.ROOT).startsWith(wider));
    }

    private static Condition length(Term term, String value) throws Reader.Wrong {
        int limit;
        try {
            limit = Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new Reader.Wrong(
                    term.valueStart(), term.end(), "len needs a whole number, such as len>200.");
        }
        return switch (term.operator()) {
            case "<" -> (row, line, flags) -> line.characters() < limit;
            case ">" -> (row, line, flags) -> line.characters() > limit;
            case "<=" -> (row, line, flags) -> line.characters() <= limit;
            case ">=" -> (row, line, flags) -> line.characters() >= limit;
            default -> (row, line, flags) -> line.characters() == limit;
        };
    }

    private static Condition id(String value, boolean within) {
        if (within) {
            Predicate<String> matches = matching(value, true);
            return (row, line, flags) -> matches.test(line.id());
        }
        if (value.indexOf('*') >= 0) {
            return (row, line, flags) -> matchesStars(line.id(), value);
        }
        return (row, line, flags) -> line.id().equalsIgnoreCase(value);
    }

    /// Whether a text matches a pattern in which `*` stands for anything. Takes no more steps than
    /// the product of both lengths.
    static boolean matchesStars(String text, String pattern) {
        int at = 0;
        int in = 0;
        int star = -1;
        int from = 0;
        while (at < text.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                from = at;
            } else if (in < pattern.length() && text.regionMatches(true, at, pattern, in, 1)) {
                at++;
                in++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }

    private static Condition state(Term term, String state) throws Reader.Wrong {
        return switch (state) {
            case "on" -> (row, line, flags) -> line.enabled();
            case "off" -> (row, line, flags) -> !line.enabled();
            case "pinned" -> (row, line, flags) -> line.pinned();
            case "gold" -> (row, line, flags) -> !line.gold().isBlank();
            case "nogold" -> (row, line, flags) -> line.gold().isBlank();
            case "rationale" -> (row, line, flags) -> !line.example().rationale().isBlank();
            case "note" -> (row, line, flags) -> !line.example().note().isBlank();
            default ->
                    throw new Reader.Wrong(
                            term.valueStart(),
                            term.end(),
                            "After is: stands one of " + String.join(", ", Key.states()) + ".");
        };
    }
}
