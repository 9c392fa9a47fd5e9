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
    private final PostfixParser postfixes;
    private int depth;

    ExpressionParser(TokenReader tokens) {
        this.tokens = tokens;
        this.postfixes = new PostfixParser(tokens, this);
    }

    PostfixParser postfixes() {
        return postfixes;
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

    int longer(int length) {
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
            Expr right = power();
            boolean written = op == Operator.MULTIPLY && isWritten(left, right);
            left = new Expr.Binary(op, left, right, written, token.start());
        }
    }

    /// Whether a literal list or tuple is repeated as often as a literal says.
    private static boolean isWritten(Expr left, Expr right) {
        return (isSequence(left) || isSequence(right))
                && Children.isConstant(left)
                && Children.isConstant(right);
    }

    private static boolean isSequence(Expr expr) {
        return switch (expr) {
            case Expr.ListOf list -> true;
            case Expr.TupleOf tuple -> true;
            case Expr.Binary b -> isSequence(b.left()) || isSequence(b.right());
            default -> false;
        };
    }

    private Expr power() {
        Expr left = unary(true);
        for (int n = 0; tokens.isOperator("**"); n = longer(n)) {
            int at = tokens.take().start();
            left = power(left, unary(true), at);
        }
        return left;
    }

    /// Jinja2 folds a negative literal before it writes the power down for Python, which then binds
    /// tighter than the sign: `-2 ** n` is `-(2 ** n)`, while `-2 ** 2` is 4.
    private static Expr power(Expr base, Expr exponent, int at) {
        if (base instanceof Expr.Sign sign
                && sign.negative()
                && sign.operand() instanceof Expr.Constant
                && !Children.isConstant(exponent)) {
            Expr positive = new Expr.Binary(Operator.POWER, sign.operand(), exponent, at);
            return new Expr.Sign(true, positive, sign.at());
        }
        return new Expr.Binary(Operator.POWER, base, exponent, at);
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
        result = postfixes.postfix(result);
        return withFilter ? postfixes.filters(result) : result;
    }

    Expr primary() {
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
}
