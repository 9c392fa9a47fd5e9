package exemplar.template.syntax;

import exemplar.template.syntax.Token.Kind;
import exemplar.template.value.Fault;
import java.util.ArrayList;
import java.util.List;

/// Walks over tokens, one ahead.
final class TokenReader {
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    TokenReader(List<Token> all) {
        for (Token token : all) {
            switch (token.kind()) {
                case COMMENT, RAW_BEGIN, RAW_END -> {}
                default -> tokens.add(token);
            }
        }
    }

    Token current() {
        return tokens.get(next);
    }

    Token following() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(next);
        if (token.kind() == Kind.ERROR) {
            throw unexpected("");
        }
        if (next < tokens.size() - 1) {
            next++;
        }
        return token;
    }

    boolean isName(String name) {
        return current().is(Kind.NAME, name);
    }

    boolean isOperator(String operator) {
        return current().is(Kind.OPERATOR, operator);
    }

    boolean skipName(String name) {
        boolean found = isName(name);
        if (found) {
            take();
        }
        return found;
    }

    boolean skipOperator(String operator) {
        boolean found = isOperator(operator);
        if (found) {
            take();
        }
        return found;
    }

    Token expect(Kind kind, String what) {
        if (current().kind() != kind) {
            throw unexpected(what);
        }
        return take();
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    /// The fault of a token that does not fit.
    Fault unexpected(String wanted) {
        Token token = current();
        if (token.kind() == Kind.ERROR) {
            return fail(token.text(), token);
        }
        return fail(
                wanted.isEmpty()
                        ? "unexpected " + token.described()
                        : "expected " + wanted + ", found " + token.described(),
                token);
    }

    Fault fail(String message, Token token) {
        return Fault.of("TemplateSyntaxError", message).at(token.start());
    }

    /// Goes on behind the tag that could not be read; false at the end of the template.
    boolean recover() {
        while (next < tokens.size() - 1) {
            Kind kind = tokens.get(next++).kind();
            if (kind == Kind.BLOCK_END || kind == Kind.VARIABLE_END) {
                return true;
            }
            if (kind == Kind.DATA) {
                next--;
                return true;
            }
        }
        return false;
    }
}
