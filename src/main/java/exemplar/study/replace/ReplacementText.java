package exemplar.study.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A replacement read once: literal pieces and group references.
final class ReplacementText {
    /// A group reference that leads nowhere.
    static final class Dangling extends Exception {
        private final int index;

        Dangling(String message, int index) {
            super(message);
            this.index = index;
        }

        int index() {
            return index;
        }
    }

    private sealed interface Piece {
        record Literal(String text) implements Piece {}

        record Group(int number) implements Piece {}
    }

    private final List<Piece> pieces;

    private ReplacementText(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static ReplacementText literal(String text) {
        return new ReplacementText(List.of(new Piece.Literal(text)));
    }

    static ReplacementText parse(String text, Pattern pattern) throws Dangling {
        int groups = pattern.matcher("").groupCount();
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(i + 1);
                literal.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
                i += 2;
            } else if (c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '{') {
                int end = text.indexOf('}', i);
                Integer number =
                        end < 0 ? null : pattern.namedGroups().get(text.substring(i + 2, end));
                if (number == null) {
                    throw new Dangling("The expression has no group of that name.", i);
                }
                flush(literal, pieces);
                pieces.add(new Piece.Group(number));
                i = end + 1;
            } else if (c == '$' && i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
                int number = text.charAt(i + 1) - '0';
                i += 2;
                if (number > groups) {
                    throw new Dangling("The expression has no group " + number + ".", i - 2);
                }
                while (i < text.length()
                        && isDigit(text.charAt(i))
                        && number * 10 + text.charAt(i) - '0' <= groups) {
                    number = number * 10 + text.charAt(i) - '0';
                    i++;
                }
                flush(literal, pieces);
                pieces.add(new Piece.Group(number));
            } else {
                literal.append(c);
                i++;
            }
        }
        flush(literal, pieces);
        return new ReplacementText(pieces);
    }

    /// The text that takes the place of the current match.
    String of(Matcher matcher) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Literal literal -> text.append(literal.text());
                case Piece.Group group -> {
                    String matched = matcher.group(group.number());
                    text.append(matched == null ? "" : matched);
                }
            }
        }
        return text.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void flush(StringBuilder literal, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Piece.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
