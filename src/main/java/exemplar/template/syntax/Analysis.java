package exemplar.template.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds which names a scope reads and sets, in the order of the source. It stops at scopes inside.
final class Analysis {
    private Analysis() {}

    static void statements(Symbols symbols, List<Stmt> body) {
        body.forEach(statement -> statement(symbols, statement));
    }

    private static void statement(Symbols symbols, Stmt statement) {
        switch (statement) {
            case Stmt.Print print -> expression(symbols, print.value());
            case Stmt.Do run -> expression(symbols, run.value());
            case Stmt.For loop -> expression(symbols, loop.items());
            case Stmt.If condition -> condition(symbols, condition);
            case Stmt.Set set -> {
                expression(symbols, set.value());
                target(symbols, set.target());
            }
            case Stmt.SetBlock set -> target(symbols, set.target());
            case Stmt.Macro macro -> symbols.store(macro.name());
            case Stmt.CallBlock call -> expression(symbols, call.call());
            case Stmt.FilterBlock filter -> expression(symbols, filter.filter());
            case Stmt.With with -> with.values().forEach(value -> expression(symbols, value));
            case Stmt.Words w -> {}
            case Stmt.Scoped s -> {}
            case Stmt.Block b -> {}
            case Stmt.Break b -> {}
            case Stmt.Continue c -> {}
        }
    }

    /// A chain of `elif` nests: each one is a branch of the branches before it.
    private static void condition(Symbols symbols, Stmt.If condition) {
        expression(symbols, condition.branches().getFirst().test());
        List<Symbols> branches = symbols.branches(3);
        statements(branches.get(0), condition.branches().getFirst().body());
        for (Stmt.Branch branch : condition.branches().subList(1, condition.branches().size())) {
            condition(branches.get(1), new Stmt.If(List.of(branch), List.of(), condition.at()));
        }
        statements(branches.get(2), condition.otherwise());
        symbols.join(branches);
    }

    static void expression(Symbols symbols, Expr expr) {
        Children.names(expr, name -> symbols.load(name.name()));
    }

    static void target(Symbols symbols, Target target) {
        Children.names(target, symbols::store, symbols::load);
    }

    static void parameter(Symbols symbols, Target target) {
        Children.names(target, symbols::parameter, symbols::load);
    }

    /// Which of `names` are read somewhere in `body`, scopes inside included, before they are set.
    static Set<String> undeclared(List<Stmt> body, Set<String> names) {
        Undeclared search = new Undeclared(new HashSet<>(names));
        search.all(body);
        return search.found;
    }

    private static final class Undeclared {
        private final Set<String> names;
        private final Set<String> found = new HashSet<>();

        Undeclared(Set<String> names) {
            this.names = names;
        }

        private void all(List<Stmt> body) {
            body.forEach(this::one);
        }

        private void read(Expr expr) {
            Children.names(expr, name -> readName(name.name()));
        }

        private void readName(String name) {
            if (names.contains(name)) {
                found.add(name);
            }
        }

        private void set(Target target) {
            Children.names(target, names::remove, this::readName);
        }

        private void one(Stmt statement) {
            switch (statement) {
                case Stmt.Print print -> read(print.value());
                case Stmt.Do run -> read(run.value());
                case Stmt.For loop -> {
                    set(loop.target());
                    read(loop.items());
                    all(loop.body());
                    all(loop.otherwise());
                    loop.test().ifPresent(this::read);
                }
                case Stmt.If condition -> {
                    for (Stmt.Branch branch : condition.branches()) {
                        read(branch.test());
                        all(branch.body());
                    }
                    all(condition.otherwise());
                }
                case Stmt.Set set -> {
                    set(set.target());
                    read(set.value());
                }
                case Stmt.SetBlock set -> {
                    set(set.target());
                    set.filter().ifPresent(this::read);
                    all(set.body());
                }
                case Stmt.Macro macro -> signature(macro.signature());
                case Stmt.CallBlock call -> {
                    read(call.call());
                    signature(call.signature());
                }
                case Stmt.FilterBlock filter -> {
                    all(filter.body());
                    read(filter.filter());
                }
                case Stmt.With with -> {
                    with.targets().forEach(this::set);
                    with.values().forEach(this::read);
                    all(with.body());
                }
                case Stmt.Scoped scoped -> all(scoped.body());
                case Stmt.Words w -> {}
                case Stmt.Block b -> {}
                case Stmt.Break b -> {}
                case Stmt.Continue c -> {}
            }
        }

        private void signature(Stmt.Signature signature) {
            signature.parameters().forEach(this::set);
            signature.defaults().forEach(this::read);
            all(signature.body());
        }
    }

    /// Whether a scoped block stands somewhere in the body, however deep.
    static boolean hasScopedBlock(List<Stmt> body) {
        return body.stream()
                .anyMatch(statement ->
                        statement instanceof Stmt.Block block && block.scoped()
                                || bodies(statement).stream().anyMatch(Analysis::hasScopedBlock));
    }

    private static List<List<Stmt>> bodies(Stmt statement) {
        return switch (statement) {
            case Stmt.Block block -> List.of(block.body());
            case Stmt.For loop -> List.of(loop.body(), loop.otherwise());
            case Stmt.With with -> List.of(with.body());
            case Stmt.Scoped scoped -> List.of(scoped.body());
            case Stmt.FilterBlock filter -> List.of(filter.body());
            case Stmt.SetBlock set -> List.of(set.body());
            case Stmt.Macro macro -> List.of(macro.signature().body());
            case Stmt.CallBlock call -> List.of(call.signature().body());
            case Stmt.If condition -> {
                List<List<Stmt>> all = new ArrayList<>();
                condition.branches().forEach(branch -> all.add(branch.body()));
                all.add(condition.otherwise());
                yield all;
            }
            case Stmt.Words w -> List.of();
            case Stmt.Print p -> List.of();
            case Stmt.Set s -> List.of();
            case Stmt.Do d -> List.of();
            case Stmt.Break b -> List.of();
            case Stmt.Continue c -> List.of();
        };
    }
}
