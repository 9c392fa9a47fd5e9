package exemplar.template.syntax;

import exemplar.template.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads what can be assigned to: names, tuples of names, attributes of namespaces, parameters.
final class TargetParser {
    private static final Set<String> RESERVED =
            Set.of("true", "false", "none", "True", "False", "None");

    private final TokenReader tokens;
    private final ExpressionParser expressions;

    TargetParser(TokenReader tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /// The parameters of a macro with the defaults of the last ones.
    record Parameters(List<Target.Variable> names, List<Expr> defaults) {
        static final Parameters NONE = new Parameters(List.of(), List.of());
    }

    Target target(boolean members, Set<String> ends) {
        int at = tokens.current().start();
        List<Target> parts = new ArrayList<>();
        boolean several = false;
        while (tokens.current().kind() == Kind.NAME && !ends.contains(tokens.current().text())
                || tokens.isOperator("(")) {
            parts.add(part(members));
            if (!tokens.skipOperator(",")) {
                break;
            }
            several = true;
            // Jinja2 takes a comma behind the last name between parentheses only.
            if (tokens.isOperator("=") || ends.contains(tokens.current().text())) {
                throw tokens.unexpected("the name of a variable");
            }
        }
        if (parts.isEmpty()) {
            throw tokens.unexpected("the name of a variable");
        }
        return several ? new Target.Several(List.copyOf(parts), at) : parts.getFirst();
    }

    private Target part(boolean members) {
        if (tokens.skipOperator("(")) {
            Target inside = target(false, Set.of());
            tokens.expectOperator(")");
            return inside;
        }
        Token name = tokens.take();
        if (RESERVED.contains(name.text())) {
            throw tokens.fail("'" + name.text() + "' cannot be assigned to", name);
        }
        if (members && tokens.skipOperator(".")) {
            Token attribute = tokens.expect(Kind.NAME, "the name of an attribute");
            return new Target.Member(name.text(), new Slot(), attribute.text(), name.start());
        }
        return new Target.Variable(expressions.identifier(name), new Slot(), name.start());
    }

    /// The same names with places of their own.
    Target copy(Target target) {
        return switch (target) {
            case Target.Variable v -> new Target.Variable(v.name(), new Slot(), v.at());
            case Target.Member m -> new Target.Member(m.name(), new Slot(), m.attribute(), m.at());
            case Target.Several s ->
                    new Target.Several(s.parts().stream().map(this::copy).toList(), s.at());
        };
    }

    void refuseLoop(Target target) {
        Children.names(
                target,
                name -> {
                    if (name.equals("loop")) {
                        throw tokens.fail(
                                "'loop' is the loop itself; choose another name", tokens.current());
                    }
                },
                name -> {});
    }

    Parameters parameters() {
        tokens.expectOperator("(");
        List<Target.Variable> names = new ArrayList<>();
        List<Expr> defaults = new ArrayList<>();
        while (!tokens.isOperator(")")) {
            Token name = tokens.expect(Kind.NAME, "the name of a parameter");
            if (names.stream().anyMatch(n -> n.name().equals(name.text()))) {
                throw tokens.fail("the parameter '" + name.text() + "' is there twice", name);
            }
            names.add(new Target.Variable(expressions.identifier(name), new Slot(), name.start()));
            if (tokens.skipOperator("=")) {
                defaults.add(expressions.expression());
            } else if (!defaults.isEmpty()) {
                throw tokens.fail("a parameter without a default follows one with a default", name);
            }
            if (!tokens.skipOperator(",") && !tokens.isOperator(")")) {
                throw tokens.unexpected("',' or ')'");
            }
        }
        tokens.take();
        return new Parameters(List.copyOf(names), List.copyOf(defaults));
    }
}
