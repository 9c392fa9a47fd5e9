package exemplar.template;

import exemplar.template.syntax.Lexer;
import exemplar.template.syntax.Source;
import exemplar.template.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What each part of a template's source is, for colouring an editor. Works on broken and
/// unfinished source, too.
public final class Highlight {
    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "in", "is", "if", "else", "recursive", "scoped", "with");
    private static final Set<String> CONSTANTS =
            Set.of("true", "false", "none", "True", "False", "None");

    private Highlight() {}

    /// A part of the source, `[start, end)` in UTF-16 code units.
    public record Part(int start, int end, Kind kind) {}

    /// The sorts of parts.
    public enum Kind {
        TEXT,
        DELIMITER,
        KEYWORD,
        VARIABLE,
        STRING,
        NUMBER,
        FILTER,
        OPERATOR,
        COMMENT,
        ERROR
    }

    /// The parts in order. They do not overlap; white space inside tags belongs to none.
    public static List<Part> of(String text) {
        Source source = Source.of(text, true);
        List<Token> tokens = Lexer.tokens(source, Environment.PYTHON.syntax());
        List<Part> parts = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.end() > token.start()) {
                int start = source.original(token.start());
                int end = source.original(token.end());
                parts.add(new Part(start, end, kind(tokens, i)));
            }
        }
        return parts;
    }

    private static Kind kind(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        return switch (token.kind()) {
            case DATA -> Kind.TEXT;
            case VARIABLE_BEGIN, VARIABLE_END, BLOCK_BEGIN, BLOCK_END, RAW_BEGIN, RAW_END ->
                    Kind.DELIMITER;
            case COMMENT -> Kind.COMMENT;
            case STRING -> Kind.STRING;
            case INTEGER, FLOAT -> Kind.NUMBER;
            case OPERATOR -> Kind.OPERATOR;
            case NAME -> name(tokens, i);
            case ERROR, END -> Kind.ERROR;
        };
    }

    private static Kind name(List<Token> tokens, int i) {
        String name = tokens.get(i).text();
        Token before = tokens.get(Math.max(0, i - 1));
        if (before.kind() == Token.Kind.BLOCK_BEGIN) {
            return Kind.KEYWORD;
        }
        if (before.kind() == Token.Kind.OPERATOR && before.text().equals(".")) {
            return Kind.VARIABLE;
        }
        if (before.kind() == Token.Kind.OPERATOR && before.text().equals("|")) {
            return Kind.FILTER;
        }
        boolean afterIs = before.kind() == Token.Kind.NAME && before.text().equals("is");
        boolean afterIsNot =
                i > 1
                        && before.kind() == Token.Kind.NAME
                        && before.text().equals("not")
                        && tokens.get(i - 2).text().equals("is");
        if (afterIsNot || afterIs && !name.equals("not")) {
            return Kind.FILTER;
        }
        return WORDS.contains(name) || CONSTANTS.contains(name) ? Kind.KEYWORD : Kind.VARIABLE;
    }
}
