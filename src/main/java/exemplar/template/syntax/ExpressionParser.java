package exemplar.template.syntax;

import exemplar.template.syntax.Expr.Operator;
import exemplar.template.syntax.Token.Kind;
import exemplar.template.value.Bool;
import exemplar.template.value.None;
import exemplar.template.value.Str;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads expressions with the precedence of Jinja2: `or`, `and`, `not`, comparisons, `+ -`, `~`, `*
/// / // %`, `**`, signs, postfixes and filters.
final class ExpressionParser {
    private static final int DEEPEST = 80;
    private static final int LONGEST = 400;
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final TokenReader tokens;
    private int depth;

    ExpressionParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    Expr expression() {
        return conditional(true);
    }

    Expr conditional(boolean withIf) {
        deeper();
        int at = tokens.current().start();
        Expr result = or();
        while (withIf && tokens.skipName("if")) {
            Expr test = or();
            Optional<Expr> otherwise =
                    tokens.skipName("else") ? Optional.of(conditional(true)) : Optional.empty();
            result = new Expr.Conditional(test, result, otherwise, at);
        }
        depth--;
        return result;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw tokens.fail(
                    "expressions are nested too deeply; split this one", tokens.current());
        }
    }

    private int longer(int length) {
        if (length >= LONGEST) {
            throw tokens.fail("this expression is too long; split it", tokens.current());
        }
        return length + 1;
    }

    private Expr or() {
        Expr left = and();
        for (int n = 0; tokens.isName("or"); n = longer(n)) {
            int at = tokens.take().start();
            left = new Expr.Or(left, and(), at);
        }
        return left;
    }

    private Expr and() {
        Expr left = not();
        for (int n = 0; tokens.isName("and"); n = longer(n)) {
            int at = tokens.take().start();
            left = new Expr.And(left, not(), at);
        }
        return left;
    }

    private Expr not() {
        if (!tokens.isName("not")) {
            return comparison();
        }
        deeper();
        int at = tokens.take().start();
        Expr result = new Expr.Not(not(), at);
        depth--;
        return result;
    }

    private Expr comparison() {
        Expr first = sum();
        int at = tokens.current().start();
        List<Expr.Operand> rest = new ArrayList<>();
        while (true) {
            Token token = tokens.current();
            if (token.kind() == Kind.OPERATOR && COMPARISONS.contains(token.text())) {
                tokens.take();
                rest.add(new Expr.Operand(token.text(), sum()));
            } else if (tokens.skipName("in")) {
                rest.add(new Expr.Operand("in", sum()));
            } else if (tokens.isName("not") && tokens.following().is(Kind.NAME, "in")) {
                tokens.take();
                tokens.take();
                rest.add(new Expr.Operand("not in", sum()));
            } else {
                break;
            }
        }
        return rest.isEmpty() ? first : new Expr.Comparison(first, List.copyOf(rest), at);
    }

    private Expr sum() {
        Expr left = concat();
        for (int n = 0; tokens.isOperator("+") || tokens.isOperator("-"); n = longer(n)) {
            Token token = tokens.take();
            Operator op = token.text().equals("+") ? Operator.ADD : Operator.SUBTRACT;
            left = new Expr.Binary(op, left, concat(), token.start());
        }
        return left;
    }

    private Expr concat() {
        Expr first = product();
        if (!tokens.isOperator("~")) {
            return first;
        }
        int at = tokens.current().start();
        List<Expr> parts = new ArrayList<>(List.of(first));
        while (tokens.skipOperator("~")) {
            parts.add(product());
        }
        return new Expr.Concat(List.copyOf(parts), at);
    }

    private Expr product() {
        Expr left = power();
        for (int n = 0; true; n = longer(n)) {
            Token token = tokens.current();
            if (token.kind() != Kind.OPERATOR) {
                return left;
            }
            Operator op =
                    switch (token.text()) {
                        case "*" -> Operator.MULTIPLY;
                        case "/" -> Operator.DIVIDE;
                        case "//" -> Operator.FLOOR;
                        case "%" -> Operator.MODULO;
                        default -> Operator.ADD;
                    };
            if (op == Operator.ADD) {
                return left;
            }
            tokens.take();
            left = new Expr.Binary(op, left, power(), token.start());
        }
    }

    private Expr power() {
        Expr left = unary(true);
        for (int n = 0; tokens.isOperator("**"); n = longer(n)) {
            int at = tokens.take().start();
            left = new Expr.Binary(Operator.POWER, left, unary(true), at);
        }
        return left;
    }

    private Expr unary(boolean withFilter) {
        Expr result;
        if (tokens.isOperator("-") || tokens.isOperator("+")) {
            deeper();
            Token sign = tokens.take();
            result = new Expr.Sign(sign.text().equals("-"), unary(false), sign.start());
            depth--;
        } else {
            result = primary();
        }
        result = postfix(result);
        return withFilter ? filters(result) : result;
    }

    private Expr primary() {
        Token token = tokens.current();
        int at = token.start();
        switch (token.kind()) {
            case NAME -> {
                tokens.take();
                return switch (token.text()) {
                    case "true", "True" -> new Expr.Constant(Bool.TRUE, at);
                    case "false", "False" -> new Expr.Constant(Bool.FALSE, at);
                    case "none", "None" -> new Expr.Constant(None.NONE, at);
                    default -> new Expr.Name(identifier(token), new Slot(), at);
                };
            }
            case STRING -> {
                StringBuilder text = new StringBuilder();
                while (tokens.current().kind() == Kind.STRING) {
                    text.append(tokens.take().text());
                }
                return new Expr.Constant(Str.of(text.toString()), at);
            }
            case INTEGER, FLOAT -> {
                if (token.text().length() > 4300) {
                    throw tokens.fail("a number of more than 4300 digits", token);
                }
                tokens.take();
                return new Expr.Constant(Numeral.value(token), at);
            }
            case OPERATOR -> {
                return switch (token.text()) {
                    case "(" -> {
                        tokens.take();
                        Expr inside = tuple(true, true, Set.of());
                        tokens.expectOperator(")");
                        yield inside;
                    }
                    case "[" -> list();
                    case "{" -> dict();
                    default -> throw tokens.unexpected("a value");
                };
            }
            default -> throw tokens.unexpected("a value");
        }
    }

    String identifier(Token token) {
        if (!Character.isUnicodeIdentifierStart(token.text().codePointAt(0))
                && token.text().charAt(0) != '_') {
            throw tokens.fail("'" + token.text() + "' is not a name", token);
        }
        return token.text();
    }

    /// Expressions with commas between them are a tuple; a single one is itself.
    Expr tuple(boolean withIf, boolean parentheses, Set<String> ends) {
        int at = tokens.current().start();
        List<Expr> items = new ArrayList<>();
        boolean several = false;
        while (!tupleEnds(ends)) {
            items.add(conditional(withIf));
            if (!tokens.isOperator(",")) {
                break;
            }
            several = true;
            tokens.take();
        }
        if (!several) {
            if (!items.isEmpty()) {
                return items.getFirst();
            }
            if (!parentheses) {
                throw tokens.unexpected("an expression");
            }
        }
        return new Expr.TupleOf(List.copyOf(items), at);
    }

    private boolean tupleEnds(Set<String> ends) {
        Token token = tokens.current();
        return switch (token.kind()) {
            case VARIABLE_END, BLOCK_END -> true;
            case OPERATOR -> token.text().equals(")");
            case NAME -> ends.contains(token.text());
            default -> false;
        };
    }

    private Expr list() {
        int at = tokens.take().start();
        List<Expr> items = new ArrayList<>();
        while (!tokens.isOperator("]")) {
            items.add(expression());
            if (!tokens.skipOperator(",") && !tokens.isOperator("]")) {
                throw tokens.unexpected("',' or ']'");
            }
        }
        tokens.take();
        return new Expr.ListOf(List.copyOf(items), at);
    }

    private Expr dict() {
        int at = tokens.take().start();
        List<Expr.Pair> pairs = new ArrayList<>();
        while (!tokens.isOperator("}")) {
            Expr key = expression();
            tokens.expectOperator(":");
            pairs.add(new Expr.Pair(key, expression()));
            if (!tokens.skipOperator(",") && !tokens.isOperator("}")) {
                throw tokens.unexpected("',' or '}'");
            }
        }
        tokens.take();
        return new Expr.DictOf(List.copyOf(pairs), at);
    }

    private Expr postfix(Expr base) {
        Expr result = base;
        for (int n = 0; true; n = longer(n)) {
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

    private Expr filters(Expr base) {
        Expr result = base;
        for (int n = 0; true; n = longer(n)) {
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
        return none ? Optional.empty() : Optional.of(expression());
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
                star = Optional.of(expression());
            } else if (tokens.isOperator("**")) {
                inOrder(doubleStar.isEmpty(), begin);
                tokens.take();
                doubleStar = Optional.of(expression());
            } else if (keyword) {
                inOrder(doubleStar.isEmpty(), begin);
                String name = tokens.take().text();
                if (named.stream().anyMatch(k -> k.name().equals(name))) {
                    throw tokens.fail("the argument '" + name + "' is given twice", begin);
                }
                tokens.take();
                named.add(new Expr.Keyword(name, expression()));
            } else {
                inOrder(star.isEmpty() && doubleStar.isEmpty() && named.isEmpty(), begin);
                positional.add(expression());
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
            Expr argument = postfix(primary());
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
