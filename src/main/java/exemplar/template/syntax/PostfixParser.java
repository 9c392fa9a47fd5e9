package exemplar.template.syntax;

import exemplar.template.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what follows a value: members, subscripts, calls, filters and tests.
final class PostfixParser {
    private final TokenReader tokens;
    private final ExpressionParser expressions;

    PostfixParser(TokenReader tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expr postfix(Expr base) {
        Expr result = base;
        for (int n = 0; true; n = expressions.longer(n)) {
            if (tokens.isOperator(".")) {
                result = member(result);
            } else if (tokens.isOperator("[")) {
                result = subscript(result);
            } else if (tokens.isOperator("(")) {
                result = call(result);
            } else {
                return result;
            }
        }
    }

    Expr filters(Expr base) {
        Expr result = base;
        for (int n = 0; true; n = expressions.longer(n)) {
            if (tokens.isOperator("|")) {
                tokens.take();
                result = filter(Optional.of(result));
            } else if (tokens.isName("is")) {
                result = test(result);
            } else if (tokens.isOperator("(")) {
                result = call(result);
            } else {
                return result;
            }
        }
    }

    private Expr member(Expr base) {
        int at = tokens.take().start();
        Token token = tokens.current();
        if (token.kind() == Kind.NAME) {
            tokens.take();
            return new Expr.Attribute(base, token.text(), token.start());
        }
        if (token.kind() == Kind.INTEGER) {
            tokens.take();
            return new Expr.Item(base, new Expr.Constant(Numeral.value(token), at), at);
        }
        throw tokens.unexpected("a name or number behind '.'");
    }

    private Expr subscript(Expr base) {
        int at = tokens.take().start();
        List<Expr> keys = new ArrayList<>();
        while (!tokens.isOperator("]")) {
            if (!keys.isEmpty()) {
                tokens.expectOperator(",");
            }
            Optional<Expr> start = part();
            if (tokens.isOperator(":") && keys.isEmpty()) {
                return slice(base, start, at);
            }
            keys.add(start.orElseThrow(() -> tokens.unexpected("a key")));
        }
        tokens.take();
        return keys.size() == 1
                ? new Expr.Item(base, keys.getFirst(), at)
                : new Expr.Item(base, new Expr.TupleOf(List.copyOf(keys), at), at);
    }

    private Expr slice(Expr base, Optional<Expr> start, int at) {
        tokens.take();
        Optional<Expr> stop = part();
        Optional<Expr> step = tokens.skipOperator(":") ? part() : Optional.empty();
        tokens.expectOperator("]");
        return new Expr.Slice(base, start, stop, step, at);
    }

    private Optional<Expr> part() {
        boolean none = tokens.isOperator(":") || tokens.isOperator("]") || tokens.isOperator(",");
        return none ? Optional.empty() : Optional.of(expressions.expression());
    }

    Expr.Call call(Expr callee) {
        int at = tokens.current().start();
        return new Expr.Call(callee, arguments(), at);
    }

    private Expr.Arguments arguments() {
        Token begin = tokens.take();
        List<Expr> positional = new ArrayList<>();
        List<Expr.Keyword> named = new ArrayList<>();
        Optional<Expr> star = Optional.empty();
        Optional<Expr> doubleStar = Optional.empty();
        while (!tokens.isOperator(")")) {
            boolean keyword =
                    tokens.current().kind() == Kind.NAME
                            && tokens.following().is(Kind.OPERATOR, "=");
            if (tokens.isOperator("*")) {
                inOrder(star.isEmpty() && doubleStar.isEmpty(), begin);
                tokens.take();
                star = Optional.of(expressions.expression());
            } else if (tokens.isOperator("**")) {
                inOrder(doubleStar.isEmpty(), begin);
                tokens.take();
                doubleStar = Optional.of(expressions.expression());
            } else if (keyword) {
                inOrder(doubleStar.isEmpty(), begin);
                String name = tokens.take().text();
                if (named.stream().anyMatch(k -> k.name().equals(name))) {
                    throw tokens.fail("the argument '" + name + "' is given twice", begin);
                }
                tokens.take();
                named.add(new Expr.Keyword(name, expressions.expression()));
            } else {
                inOrder(star.isEmpty() && doubleStar.isEmpty() && named.isEmpty(), begin);
                positional.add(expressions.expression());
            }
            if (!tokens.skipOperator(",") && !tokens.isOperator(")")) {
                throw tokens.unexpected("',' or ')'");
            }
        }
        tokens.take();
        return new Expr.Arguments(List.copyOf(positional), List.copyOf(named), star, doubleStar);
    }

    private void inOrder(boolean fits, Token begin) {
        if (!fits) {
            throw tokens.fail("arguments without a name must come before those with one", begin);
        }
    }

    /// A filter with its arguments, behind the `|`.
    Expr.Filter filter(Optional<Expr> input) {
        Token first = tokens.expect(Kind.NAME, "the name of a filter");
        String name = dotted(first);
        Expr.Arguments given = tokens.isOperator("(") ? arguments() : Expr.Arguments.NONE;
        return new Expr.Filter(input, name, given, first.start());
    }

    private String dotted(Token first) {
        StringBuilder name = new StringBuilder(first.text());
        while (tokens.skipOperator(".")) {
            name.append('.').append(tokens.expect(Kind.NAME, "a name").text());
        }
        return name.toString();
    }

    private Expr test(Expr subject) {
        int at = tokens.take().start();
        boolean negated = tokens.skipName("not");
        Token first = tokens.expect(Kind.NAME, "the name of a test");
        String name = dotted(first);
        Expr.Arguments given = Expr.Arguments.NONE;
        if (tokens.isOperator("(")) {
            given = arguments();
        } else if (argumentFollows()) {
            if (tokens.isName("is")) {
                throw tokens.fail("tests cannot be chained; join them with 'and'", first);
            }
            Expr argument = postfix(expressions.primary());
            given =
                    new Expr.Arguments(
                            List.of(argument), List.of(), Optional.empty(), Optional.empty());
        }
        Expr result = new Expr.Test(subject, name, given, first.start());
        return negated ? new Expr.Not(result, at) : result;
    }

    private boolean argumentFollows() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case NAME -> !Set.of("else", "or", "and").contains(token.text());
            case STRING, INTEGER, FLOAT -> true;
            case OPERATOR -> token.text().equals("[") || token.text().equals("{");
            default -> false;
        };
    }
}
