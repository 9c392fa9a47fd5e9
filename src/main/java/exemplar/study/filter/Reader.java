package exemplar.study.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the text of a filter into terms.
final class Reader {
    private static final List<String> OPERATORS = List.of("<=", ">=", ":", "~", "<", ">", "=");

    private final String text;
    private int at;

    /// Where a filter cannot be read.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        final int start;
        final int end;
        final String sentence;

        Wrong(int start, int end, String sentence) {
            super(sentence, null, false, false);
            this.start = start;
            this.end = end;
            this.sentence = sentence;
        }
    }

    private Reader(String text) {
        this.text = text;
    }

    static List<Term> terms(String text) throws Wrong {
        Reader reader = new Reader(text);
        List<Term> terms = new ArrayList<>();
        reader.blanks();
        while (reader.at < text.length()) {
            terms.add(reader.term());
            reader.blanks();
        }
        return terms;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Term term() throws Wrong {
        int start = at;
        boolean negated = text.charAt(at) == '-' && at + 1 < text.length() && !blank(at + 1);
        if (negated) {
            at++;
        }
        int word = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        Optional<String> operator = at > word ? operator() : Optional.empty();
        if (operator.isEmpty()) {
            at = word;
            String bare = value(false);
            return new Term(start, at, negated, Optional.empty(), "~", List.of(bare), word);
        }
        String name = text.substring(word, at);
        Key key = Key.of(name).orElse(null);
        if (key == null) {
            throw new Wrong(
                    word,
                    at,
                    "\"%s\" is nothing a filter knows: %s. To look for it as text, put it in quotes."
                            .formatted(name, keys()));
        }
        at += operator.get().length();
        int valueStart = at;
        List<String> values = new ArrayList<>();
        do {
            values.add(value(true));
        } while (at < text.length() && text.charAt(at) == ',' && ++at > 0);
        if (values.stream().allMatch(String::isEmpty)
                && text.indexOf('"', valueStart) != valueStart) {
            throw new Wrong(start, at, "After " + name + operator.get() + " a value is missing.");
        }
        return new Term(start, at, negated, Optional.of(key), operator.get(), values, valueStart);
    }

    private static String keys() {
        return Arrays.stream(Key.values()).map(Key::word).collect(Collectors.joining(", "));
    }

    private Optional<String> operator() {
        return OPERATORS.stream().filter(o -> text.startsWith(o, at)).findFirst();
    }

    private boolean blank(int index) {
        return Character.isWhitespace(text.charAt(index));
    }

    private String value(boolean list) throws Wrong {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && !blank(at) && !(list && text.charAt(at) == ',')) {
            at++;
        }
        return text.substring(start, at);
    }

    /// A value in quotes, in which `\"` is a quote and `\\` a backslash.
    private String quoted() throws Wrong {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            if (c == '\\' && at < text.length() && "\"\\".indexOf(text.charAt(at)) >= 0) {
                c = text.charAt(at++);
            }
            value.append(c);
        }
        throw new Wrong(start, at, "A closing quote is missing.");
    }
}
