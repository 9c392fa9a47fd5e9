package exemplar.template.syntax;

import exemplar.template.syntax.Token.Kind;
import exemplar.template.value.Unicode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Cuts template source into tokens by Jinja2's rules, whitespace control included. It never fails:
/// what cannot be read becomes an [Kind#ERROR] token.
public final class Lexer {
    private static final String TWO = "** // == != >= <= ";
    private static final String ONE = "+-/*%~[](){}><=.:|,;";

    private final String source;
    private final Syntax syntax;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;

    private Lexer(String source, Syntax syntax) {
        this.source = source;
        this.syntax = syntax;
    }

    public static List<Token> tokens(Source source, Syntax syntax) {
        Lexer lexer = new Lexer(source.text(), syntax);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < source.length()) {
            int tag = nextTag(at);
            if (tag < 0) {
                data(at, source.length());
                at = source.length();
                break;
            }
            tag(tag);
        }
        tokens.add(new Token(Kind.END, "", source.length(), source.length()));
    }

    private int nextTag(int from) {
        for (int i = source.indexOf('{', from); i >= 0; i = source.indexOf('{', i + 1)) {
            if (i + 1 < source.length() && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void tag(int tag) {
        char type = source.charAt(tag + 1);
        char sign = tag + 2 < source.length() ? source.charAt(tag + 2) : ' ';
        boolean signed = sign == '-' || sign == '+';
        int inside = tag + (signed ? 3 : 2);
        data(at, keptUntil(at, tag, sign, type != '{'));
        at = inside;
        if (type == '#') {
            comment(tag);
        } else if (type == '{') {
            tokens.add(new Token(Kind.VARIABLE_BEGIN, "{{", tag, inside));
            expression(Kind.VARIABLE_END);
        } else {
            int raw = rawEnd(inside, "raw");
            if (raw >= 0) {
                raw(tag, raw);
            } else {
                tokens.add(new Token(Kind.BLOCK_BEGIN, "{%", tag, inside));
                expression(Kind.BLOCK_END);
            }
        }
    }

    /// Where template text before a tag ends after whitespace control.
    private int keptUntil(int from, int tag, char sign, boolean block) {
        if (sign == '-') {
            return Unicode.trimSpace(source, from, tag);
        }
        if (sign != '+' && block && syntax.lstripBlocks()) {
            int line = Math.max(source.lastIndexOf('\n', tag - 1) + 1, from);
            boolean starts = line > from || from == 0 || source.charAt(from - 1) == '\n';
            if (starts && Unicode.skipSpace(source, line) >= tag) {
                return line;
            }
        }
        return tag;
    }

    private void data(int from, int to) {
        if (to > from) {
            tokens.add(new Token(Kind.DATA, source.substring(from, to), from, to));
        }
    }

    private void comment(int tag) {
        int close = source.indexOf("#}", at);
        if (close < 0) {
            error("this comment is never closed; add #}", tag, source.length());
            at = source.length();
            return;
        }
        char before = close > at ? source.charAt(close - 1) : ' ';
        at = after(close + 2, before);
        tokens.add(new Token(Kind.COMMENT, "", tag, close + 2));
    }

    /// Where reading goes on behind the end of a tag.
    private int after(int end, char sign) {
        if (sign == '-') {
            return Unicode.skipSpace(source, end);
        }
        boolean trimmed = sign != '+' && syntax.trimBlocks();
        return trimmed && end < source.length() && source.charAt(end) == '\n' ? end + 1 : end;
    }

    /// The offset of the `%}` or `-%}` of `raw` or `endraw`, or -1 when there is another word.
    private int rawEnd(int from, String word) {
        int i = Unicode.skipSpace(source, from);
        if (!source.startsWith(word, i)) {
            return -1;
        }
        i = Unicode.skipSpace(source, i + word.length());
        boolean signed =
                source.startsWith("-%}", i) || word.equals("endraw") && source.startsWith("+%}", i);
        return signed || source.startsWith("%}", i) ? i : -1;
    }

    private void raw(int tag, int end) {
        boolean strip = source.charAt(end) == '-';
        int begin = strip ? Unicode.skipSpace(source, end + 3) : end + 2;
        for (int i = source.indexOf("{%", begin); i >= 0; i = source.indexOf("{%", i + 1)) {
            char sign = i + 2 < source.length() ? source.charAt(i + 2) : ' ';
            int close = rawEnd(i + (sign == '-' || sign == '+' ? 3 : 2), "endraw");
            if (close >= 0) {
                tokens.add(new Token(Kind.RAW_BEGIN, "raw", tag, end + (strip ? 3 : 2)));
                data(begin, keptUntil(begin, i, sign, true));
                char last = source.charAt(close);
                int after = close + (last == '%' ? 2 : 3);
                tokens.add(new Token(Kind.RAW_END, "endraw", i, after));
                at = after(after, last);
                return;
            }
        }
        error("this raw block is never closed; add {% endraw %}", tag, source.length());
        at = source.length();
    }

    private void error(String message, int from, int to) {
        tokens.add(new Token(Kind.ERROR, message, from, to));
    }

    private void expression(Kind end) {
        open.clear();
        while (true) {
            at = Unicode.skipSpace(source, at);
            if (at >= source.length() || open.isEmpty() && end(end)) {
                return;
            }
            int start = at;
            char c = source.charAt(at);
            if (c == '\'' || c == '"') {
                string(c);
            } else if (c >= '0' && c <= '9') {
                Numeral.Found number = Numeral.at(source, at);
                at = number.end();
                tokens.add(new Token(number.kind(), source.substring(start, at), start, at));
            } else if (isWord(source.codePointAt(at))) {
                word();
            } else {
                operator(c);
            }
        }
    }

    private boolean end(Kind end) {
        String close = end == Kind.BLOCK_END ? "%}" : "}}";
        char sign = source.charAt(at);
        boolean signed = sign == '-' || sign == '+' && end == Kind.BLOCK_END;
        int mark = signed ? at + 1 : at;
        if (!source.startsWith(close, mark)) {
            return false;
        }
        tokens.add(new Token(end, close, at, mark + 2));
        boolean block = end == Kind.BLOCK_END;
        at = block || sign == '-' ? after(mark + 2, signed ? sign : ' ') : mark + 2;
        return true;
    }

    private void word() {
        int start = at;
        while (at < source.length() && isWord(source.codePointAt(at))) {
            at += Character.charCount(source.codePointAt(at));
        }
        tokens.add(new Token(Kind.NAME, source.substring(start, at), start, at));
    }

    static boolean isWord(int c) {
        return c == '_' || c == 0xB7 || Character.isUnicodeIdentifierPart(c) && !ignorable(c);
    }

    private static boolean ignorable(int c) {
        return Character.isIdentifierIgnorable(c);
    }

    private void string(char quote) {
        int start = at;
        int i = at + 1;
        while (i < source.length() && source.charAt(i) != quote) {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        if (i >= source.length()) {
            error("this text is never closed; add " + quote, start, source.length());
            at = source.length();
            return;
        }
        at = i + 1;
        StringLiteral literal = StringLiteral.of(source.substring(start + 1, i));
        if (literal.problem().isEmpty()) {
            tokens.add(new Token(Kind.STRING, literal.text(), start, at));
        } else {
            error(literal.problem(), start, at);
        }
    }

    private void operator(char c) {
        int start = at;
        String pair = source.substring(at, Math.min(at + 2, source.length()));
        String op = pair.length() == 2 && TWO.contains(pair + " ") ? pair : String.valueOf(c);
        if (op.length() == 1 && ONE.indexOf(c) < 0) {
            at += Character.charCount(source.codePointAt(at));
            String shown = source.substring(start, at);
            error("the character '" + shown + "' means nothing here; remove it", start, at);
            return;
        }
        at += op.length();
        switch (c) {
            case '{' -> open.push('}');
            case '(' -> open.push(')');
            case '[' -> open.push(']');
            case '}', ')', ']' -> {
                if (open.isEmpty() || open.peek() != c) {
                    String wanted = open.isEmpty() ? "" : ", '" + open.peek() + "' was expected";
                    error("unexpected '" + c + "'" + wanted, start, at);
                    return;
                }
                open.pop();
            }
            default -> {}
        }
        tokens.add(new Token(Kind.OPERATOR, op, start, at));
    }
}
