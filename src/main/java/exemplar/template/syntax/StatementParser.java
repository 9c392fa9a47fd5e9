package exemplar.template.syntax;

import exemplar.template.syntax.Token.Kind;
import exemplar.template.value.Bool;
import exemplar.template.value.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads statements. A tag that cannot be read is reported and skipped, so that one look shows all
/// problems that do not follow from each other.
final class StatementParser {
    private static final int DEEPEST = 60;
    private final TokenReader tokens;
    private final ExpressionParser expressions;
    private final TargetParser targets;
    private final Deque<Token> open = new ArrayDeque<>();
    private final Map<String, Stmt.Block> blocks = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean lost;
    private int scopes;
    private int loops;

    StatementParser(TokenReader tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.targets = new TargetParser(tokens, expressions);
    }

    List<Fault> faults() {
        return faults;
    }

    Map<String, Stmt.Block> blocks() {
        return blocks;
    }

    List<Stmt> template() {
        List<Stmt> body = new ArrayList<>();
        while (tokens.current().kind() != Kind.END) {
            body.addAll(statements(Set.of()));
        }
        return body;
    }

    /// Statements up to a tag of one of these names, which is left to be read.
    private List<Stmt> statements(Set<String> ends) {
        List<Stmt> body = new ArrayList<>();
        while (tokens.current().kind() != Kind.END) {
            Token token = tokens.current();
            try {
                switch (token.kind()) {
                    case DATA -> body.add(new Stmt.Words(tokens.take().text(), token.start()));
                    case VARIABLE_BEGIN -> {
                        tokens.take();
                        Expr value = expressions.tuple(true, false, Set.of());
                        tokens.expect(Kind.VARIABLE_END, "'}}' or an operator");
                        body.add(new Stmt.Print(value, value.at()));
                    }
                    case BLOCK_BEGIN -> {
                        tokens.take();
                        if (tokens.current().kind() == Kind.NAME
                                && ends.contains(tokens.current().text())) {
                            return List.copyOf(body);
                        }
                        statement(body);
                        tokens.expect(Kind.BLOCK_END, "'%}'");
                    }
                    default -> throw tokens.unexpected("");
                }
            } catch (Fault fault) {
                report(fault, token);
            }
        }
        if (!ends.isEmpty() && !lost) {
            lost = true;
            faults.add(unclosed(tokens.current()));
        }
        return List.copyOf(body);
    }

    private void report(Fault fault, Token tag) {
        if (faults.size() < 20) {
            faults.add(fault);
        }
        lost |= tag.kind() == Kind.BLOCK_BEGIN;
        if (!tokens.recover() && !lost) {
            lost = true;
        }
    }

    private Fault unclosed(Token at) {
        Token tag = open.peek();
        String name = tag == null ? "" : tag.text();
        return tokens.fail(
                "'" + name + "' is never closed; add {% end" + name + " %}",
                tag == null ? at : tag);
    }

    private void statement(List<Stmt> body) {
        Token tag = tokens.current();
        if (tag.kind() != Kind.NAME) {
            throw tokens.unexpected("the name of a tag");
        }
        if (open.size() >= DEEPEST) {
            throw tokens.fail("tags are nested too deeply", tag);
        }
        tokens.take();
        open.push(tag);
        int at = tag.start();
        int openBefore = open.size();
        int scopesBefore = scopes;
        int loopsBefore = loops;
        try {
            switch (tag.text()) {
                case "for" -> body.add(forLoop(at));
                case "if" -> body.add(condition(at));
                case "set" -> body.add(set(at));
                case "macro" -> body.add(macro(at));
                case "call" -> body.add(call(at));
                case "filter" -> body.add(filter(at));
                case "with" -> body.add(with(at));
                case "block" -> body.add(block(at));
                case "print" -> print(body);
                case "do" -> body.add(new Stmt.Do(expressions.tuple(true, false, Set.of()), at));
                case "break" -> body.add(new Stmt.Break(inLoop(tag)));
                case "continue" -> body.add(new Stmt.Continue(inLoop(tag)));
                case "generation" -> body.add(scoped("endgeneration", at));
                case "autoescape" -> body.add(autoescape(tag));
                default -> unknown(tag);
            }
        } finally {
            scopes = scopesBefore;
            loops = loopsBefore;
            while (open.size() >= openBefore) {
                open.pop();
            }
        }
    }

    private void unknown(Token tag) {
        open.pop();
        Optional<Token> around = Optional.ofNullable(open.peek());
        open.push(tag);
        if (!lost || !Tags.closes(tag.text())) {
            throw tokens.fail(Tags.misplaced(tag.text(), around.map(Token::text)), tag);
        }
    }

    private int inLoop(Token tag) {
        if (loops == 0 && !lost) {
            throw tokens.fail("'" + tag.text() + "' must stand inside a for loop", tag);
        }
        return tag.start();
    }

    /// The body of a tag whose head was read, its end tag included.
    private List<Stmt> body(String end) {
        List<Stmt> body = bodyUntil(Set.of(end));
        tokens.skipName(end);
        return body;
    }

    private List<Stmt> bodyUntil(Set<String> ends) {
        tokens.skipOperator(":");
        if (tokens.current().kind() != Kind.BLOCK_END) {
            throw tokens.unexpected("'%}'");
        }
        tokens.take();
        List<Stmt> body = statements(ends);
        if (tokens.current().kind() == Kind.END) {
            throw alreadyReported();
        }
        return body;
    }

    /// Unwinds to the outermost level once the end of the template was reached too early.
    private Fault alreadyReported() {
        Fault last = faults.getLast();
        faults.removeLast();
        return last;
    }

    private Stmt forLoop(int at) {
        Target target = targets.target(false, Set.of("in"));
        Target testTarget = targets.copy(target);
        targets.refuseLoop(target);
        tokens.expectName("in");
        Expr items = expressions.tuple(false, false, Set.of("recursive"));
        Optional<Expr> test =
                tokens.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
        boolean recursive = tokens.skipName("recursive");
        int outer = loops;
        loops++;
        scopes++;
        List<Stmt> body = bodyUntil(Set.of("endfor", "else"));
        loops = recursive ? 0 : outer;
        List<Stmt> otherwise = List.of();
        if (tokens.take().text().equals("else")) {
            otherwise = body("endfor");
        }
        return new Stmt.For(
                target,
                items,
                test,
                recursive,
                body,
                otherwise,
                new Slot(),
                testTarget,
                new Scope(),
                new Scope(),
                new Scope(),
                at);
    }

    private Stmt condition(int at) {
        List<Stmt.Branch> branches = new ArrayList<>();
        List<Stmt> otherwise = List.of();
        while (true) {
            Expr test = expressions.tuple(false, false, Set.of());
            branches.add(new Stmt.Branch(test, bodyUntil(Set.of("elif", "else", "endif"))));
            Token next = tokens.take();
            if (next.text().equals("elif")) {
                continue;
            }
            if (next.text().equals("else")) {
                otherwise = body("endif");
            }
            return new Stmt.If(List.copyOf(branches), otherwise, at);
        }
    }

    private Stmt set(int at) {
        Target target = targets.target(true, Set.of());
        boolean export = scopes == 0;
        if (tokens.skipOperator("=")) {
            return new Stmt.Set(target, expressions.tuple(true, false, Set.of()), export, at);
        }
        Optional<Expr.Filter> filter = Optional.empty();
        while (tokens.skipOperator("|")) {
            filter = Optional.of(expressions.postfixes().filter(filter.map(f -> f)));
        }
        if (tokens.current().kind() != Kind.BLOCK_END) {
            throw tokens.unexpected("'=' and a value, or '%}'");
        }
        scopes++;
        return new Stmt.SetBlock(target, filter, body("endset"), export, new Scope(), at);
    }

    private Stmt macro(int at) {
        Token name = tokens.expect(Kind.NAME, "the name of the macro");
        boolean export = scopes == 0;
        Stmt.Signature signature =
                signature(expressions.identifier(name), targets.parameters(), "endmacro");
        return new Stmt.Macro(name.text(), new Slot(), signature, export, at);
    }

    private Stmt.Signature signature(String name, TargetParser.Parameters given, String end) {
        scopes++;
        loops = 0;
        return new Stmt.Signature(
                name,
                given.names(),
                given.defaults(),
                body(end),
                new Stmt.Specials(new Slot(), new Slot(), new Slot()),
                new Scope());
    }

    private Stmt call(int at) {
        TargetParser.Parameters given =
                tokens.isOperator("(") ? targets.parameters() : TargetParser.Parameters.NONE;
        Token start = tokens.current();
        Expr called = expressions.expression();
        if (!(called instanceof Expr.Call call)) {
            throw tokens.fail("'call' needs a macro call, as in {% call box() %}", start);
        }
        return new Stmt.CallBlock(signature("caller", given, "endcall"), call, at);
    }

    private Stmt filter(int at) {
        Expr.Filter filter = expressions.postfixes().filter(Optional.empty());
        while (tokens.skipOperator("|")) {
            filter = expressions.postfixes().filter(Optional.of(filter));
        }
        scopes++;
        return new Stmt.FilterBlock(filter, body("endfilter"), new Scope(), at);
    }

    private Stmt with(int at) {
        List<Target> names = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        while (tokens.current().kind() == Kind.NAME || tokens.isOperator("(")) {
            names.add(targets.target(false, Set.of()));
            tokens.expectOperator("=");
            values.add(expressions.expression());
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        scopes++;
        List<Stmt> body = body("endwith");
        return new Stmt.With(List.copyOf(names), List.copyOf(values), body, new Scope(), at);
    }

    private Stmt scoped(String end, int at) {
        scopes++;
        return new Stmt.Scoped(body(end), new Scope(), at);
    }

    private Stmt autoescape(Token tag) {
        Expr on = expressions.expression();
        if (!(on instanceof Expr.Constant constant) || constant.value() != Bool.FALSE) {
            throw tokens.fail("automatic HTML escaping is not available; use | escape", tag);
        }
        return scoped("endautoescape", tag.start());
    }

    private Stmt block(int at) {
        Token name = tokens.expect(Kind.NAME, "the name of the block");
        boolean scoped = tokens.skipName("scoped");
        if (tokens.skipName("required")) {
            throw tokens.fail(
                    "a required block needs a child template, which is not available", name);
        }
        scopes++;
        loops = 0;
        List<Stmt> body = body("endblock");
        tokens.skipName(name.text());
        Stmt.Block block = new Stmt.Block(name.text(), scoped, body, new Scope(), at);
        if (blocks.putIfAbsent(name.text(), block) != null) {
            throw tokens.fail("the block '" + name.text() + "' is defined twice", name);
        }
        return block;
    }

    private void print(List<Stmt> body) {
        while (tokens.current().kind() != Kind.BLOCK_END) {
            Expr value = expressions.expression();
            body.add(new Stmt.Print(value, value.at()));
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
    }
}
