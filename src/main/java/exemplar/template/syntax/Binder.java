package exemplar.template.syntax;

import exemplar.template.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives every name of a template its slot, by Jinja2's scoping rules, and checks the names of
/// filters and tests.
final class Binder {
    private final Syntax syntax;
    private final List<Program.Use> uses = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Binder(Syntax syntax) {
        this.syntax = syntax;
    }

    List<Program.Use> uses() {
        return uses;
    }

    /// Names of filters and tests that do not exist.
    List<Fault> faults() {
        return faults;
    }

    void template(List<Stmt> body, Scope scope, Iterable<Stmt.Block> blocks) {
        Symbols root = Symbols.root();
        Analysis.statements(root, body);
        bind(body, root, false);
        finish(root, scope);
        for (Stmt.Block block : blocks) {
            Symbols symbols = Symbols.root();
            Analysis.statements(symbols, block.body());
            bind(block.body(), symbols, false);
            finish(symbols, block.scope());
        }
    }

    private void finish(Symbols symbols, Scope scope) {
        List<Scope.Load> loads = new ArrayList<>();
        symbols.loads()
                .forEach((variable, origin) -> {
                    int index = variable.index();
                    switch (origin) {
                        case Symbols.Origin.Parameter p -> {}
                        case Symbols.Origin.Resolve(String name) ->
                                loads.add(new Scope.Load.Resolve(index, name));
                        case Symbols.Origin.Alias(Symbols.Variable source) ->
                                loads.add(new Scope.Load.Alias(index, slot(symbols, source)));
                        case Symbols.Origin.Unset u -> loads.add(new Scope.Load.Unset(index));
                    }
                });
        scope.bind(loads);
        scope.routine(symbols.routine().size);
    }

    private static Slot slot(Symbols from, Symbols.Variable variable) {
        Slot slot = new Slot();
        slot.bind(from.routine().depth - variable.routine().depth, variable.index());
        return slot;
    }

    private static void place(Slot slot, Symbols symbols, String name) {
        Optional<Symbols.Variable> found = symbols.find(name);
        if (found.isEmpty()) {
            symbols.load(name);
            found = symbols.find(name);
        }
        Symbols.Variable variable = found.orElseThrow();
        slot.bind(symbols.routine().depth - variable.routine().depth, variable.index());
    }

    private void bind(List<Stmt> body, Symbols symbols, boolean soft) {
        body.forEach(statement -> bind(statement, symbols, soft));
    }

    private void bind(Stmt statement, Symbols symbols, boolean soft) {
        switch (statement) {
            case Stmt.Print print -> bind(print.value(), symbols, soft);
            case Stmt.Do run -> bind(run.value(), symbols, soft);
            case Stmt.For loop -> loop(loop, symbols, soft);
            case Stmt.If condition -> {
                for (Stmt.Branch branch : condition.branches()) {
                    bind(branch.test(), symbols, true);
                    bind(branch.body(), symbols, true);
                }
                bind(condition.otherwise(), symbols, true);
            }
            case Stmt.Set set -> {
                bind(set.value(), symbols, soft);
                bind(set.target(), symbols);
            }
            case Stmt.SetBlock set -> {
                Symbols inner = symbols.inner();
                Analysis.statements(inner, set.body());
                set.filter().ifPresent(filter -> Analysis.expression(inner, filter));
                set.filter().ifPresent(filter -> bind(filter, inner, soft));
                bind(set.body(), inner, false);
                bind(set.target(), symbols);
                finish(inner, set.scope());
            }
            case Stmt.Macro macro -> {
                signature(macro.signature(), symbols);
                place(macro.slot(), symbols, macro.name());
            }
            case Stmt.CallBlock call -> {
                signature(call.signature(), symbols);
                bind(call.call(), symbols, soft);
            }
            case Stmt.FilterBlock filter -> {
                Symbols inner = symbols.inner();
                Analysis.statements(inner, filter.body());
                Analysis.expression(inner, filter.filter());
                bind(filter.body(), inner, false);
                bind(filter.filter(), inner, false);
                finish(inner, filter.scope());
            }
            case Stmt.With with -> {
                Symbols inner = symbols.inner();
                with.targets().forEach(target -> Analysis.parameter(inner, target));
                Analysis.statements(inner, with.body());
                with.values().forEach(value -> bind(value, symbols, soft));
                with.targets().forEach(target -> bind(target, inner));
                bind(with.body(), inner, false);
                finish(inner, with.scope());
            }
            case Stmt.Scoped scoped -> {
                Symbols inner = symbols.inner();
                Analysis.statements(inner, scoped.body());
                bind(scoped.body(), inner, false);
                finish(inner, scoped.scope());
            }
            case Stmt.Block block -> {
                if (block.scoped()) {
                    List<Scope.Visible> visible = new ArrayList<>();
                    symbols.visible()
                            .forEach((name, variable) ->
                                    visible.add(new Scope.Visible(name, slot(symbols, variable))));
                    block.scope().see(visible);
                }
            }
            case Stmt.Words w -> {}
            case Stmt.Break b -> {}
            case Stmt.Continue c -> {}
        }
    }

    private void loop(Stmt.For loop, Symbols symbols, boolean soft) {
        boolean looks =
                loop.recursive()
                        || !Analysis.undeclared(loop.body(), Set.of("loop")).isEmpty()
                        || Analysis.hasScopedBlock(List.of(loop));
        Symbols around = loop.recursive() ? symbols.innerRoutine() : symbols;
        Symbols inner = loop.recursive() ? around : symbols.inner();
        if (looks) {
            loop.scope().usesLoop();
            inner.parameter("loop");
            place(loop.loopSlot(), inner, "loop");
        }
        Analysis.parameter(inner, loop.target());
        Analysis.statements(inner, loop.body());
        bind(loop.items(), symbols, soft);
        bind(loop.target(), inner);
        bind(loop.body(), inner, false);
        Symbols other = loop.recursive() ? sibling(symbols, inner) : symbols.inner();
        Analysis.statements(other, loop.otherwise());
        bind(loop.otherwise(), other, false);
        Symbols test = loop.recursive() ? sibling(symbols, inner) : symbols.inner();
        loop.test()
                .ifPresent(expr -> {
                    Analysis.parameter(test, loop.testTarget());
                    Analysis.expression(test, expr);
                    bind(loop.testTarget(), test);
                    bind(expr, test, false);
                });
        finish(other, loop.elseScope());
        finish(test, loop.testScope());
        finish(inner, loop.scope());
    }

    /// A scope beside the body of a recursive loop, in the same frame.
    private static Symbols sibling(Symbols outer, Symbols body) {
        return outer.beside(body);
    }

    private void signature(Stmt.Signature signature, Symbols symbols) {
        Symbols inner = symbols.innerRoutine();
        Set<String> own = new java.util.HashSet<>();
        for (Target.Variable parameter : signature.parameters()) {
            inner.parameter(parameter.name());
            own.add(parameter.name());
        }
        Set<String> special =
                Analysis.undeclared(signature.body(), Set.of("caller", "kwargs", "varargs"));
        int plain = signature.parameters().size() - signature.defaults().size();
        for (Target.Variable parameter : signature.parameters().subList(0, plain)) {
            if (parameter.name().equals("caller") && special.contains("caller")) {
                faults.add(
                        Fault.of(
                                        "TemplateSyntaxError",
                                        "the parameter 'caller' needs a default, as in caller=none")
                                .at(parameter.at()));
            }
        }
        for (String name : special) {
            if (!own.contains(name)) {
                inner.parameter(name);
                Slot slot =
                        switch (name) {
                            case "caller" -> signature.uses().caller();
                            case "kwargs" -> signature.uses().kwargs();
                            default -> signature.uses().varargs();
                        };
                place(slot, inner, name);
            }
        }
        signature.defaults().forEach(value -> Analysis.expression(inner, value));
        Analysis.statements(inner, signature.body());
        signature.parameters().forEach(parameter -> bind(parameter, inner));
        signature.defaults().forEach(value -> bind(value, inner, false));
        bind(signature.body(), inner, false);
        finish(inner, signature.scope());
    }

    private void bind(Target target, Symbols symbols) {
        switch (target) {
            case Target.Variable v -> place(v.slot(), symbols, v.name());
            case Target.Member m -> place(m.slot(), symbols, m.name());
            case Target.Several s -> s.parts().forEach(part -> bind(part, symbols));
        }
    }

    private void bind(Expr expr, Symbols symbols, boolean soft) {
        switch (expr) {
            case Expr.Name name -> {
                place(name.slot(), symbols, name.name());
                if (symbols.find(name.name()).map(symbols::resolves).orElse(false)) {
                    uses.add(new Program.Use(name.name(), name.at()));
                }
            }
            case Expr.Filter filter -> {
                if (!soft) {
                    known("filter", filter.name(), syntax.filters(), filter.at());
                }
                Children.of(expr).forEach(child -> bind(child, symbols, soft));
            }
            case Expr.Test test -> {
                if (!soft) {
                    known("test", test.name(), syntax.tests(), test.at());
                }
                Children.of(expr).forEach(child -> bind(child, symbols, soft));
            }
            case Expr.Conditional c ->
                    Children.of(expr).forEach(child -> bind(child, symbols, true));
            default -> Children.of(expr).forEach(child -> bind(child, symbols, soft));
        }
    }

    private void known(String what, String name, Set<String> all, int at) {
        if (!all.contains(name)) {
            faults.add(Fault.of("TemplateSyntaxError", Suggestion.unknown(what, name, all)).at(at));
        }
    }
}
