package exemplar.template.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Walks over the nodes of a tree.
final class Children {
    private Children() {}

    static List<Expr> of(Expr expr) {
        return switch (expr) {
            case Expr.Constant c -> List.of();
            case Expr.Name n -> List.of();
            case Expr.TupleOf t -> t.items();
            case Expr.ListOf l -> l.items();
            case Expr.DictOf d -> {
                List<Expr> all = new ArrayList<>();
                d.pairs().forEach(pair -> all.addAll(List.of(pair.key(), pair.value())));
                yield all;
            }
            case Expr.Not n -> List.of(n.operand());
            case Expr.Sign s -> List.of(s.operand());
            case Expr.Binary b -> List.of(b.left(), b.right());
            case Expr.And a -> List.of(a.left(), a.right());
            case Expr.Or o -> List.of(o.left(), o.right());
            case Expr.Comparison c -> {
                List<Expr> all = new ArrayList<>(List.of(c.first()));
                c.rest().forEach(operand -> all.add(operand.value()));
                yield all;
            }
            case Expr.Concat c -> c.parts();
            case Expr.Conditional c -> {
                List<Expr> all = new ArrayList<>(List.of(c.test(), c.then()));
                c.otherwise().ifPresent(all::add);
                yield all;
            }
            case Expr.Attribute a -> List.of(a.base());
            case Expr.Item i -> List.of(i.base(), i.key());
            case Expr.Slice s -> {
                List<Expr> all = new ArrayList<>(List.of(s.base()));
                s.start().ifPresent(all::add);
                s.stop().ifPresent(all::add);
                s.step().ifPresent(all::add);
                yield all;
            }
            case Expr.Call c -> with(List.of(c.callee()), c.arguments());
            case Expr.Filter f -> with(f.input().stream().toList(), f.arguments());
            case Expr.Test t -> with(List.of(t.subject()), t.arguments());
        };
    }

    private static List<Expr> with(List<Expr> first, Expr.Arguments arguments) {
        List<Expr> all = new ArrayList<>(first);
        all.addAll(arguments.positional());
        arguments.named().forEach(keyword -> all.add(keyword.value()));
        arguments.star().ifPresent(all::add);
        arguments.doubleStar().ifPresent(all::add);
        return all;
    }

    /// Whether nothing in it depends on a variable or a call.
    static boolean isConstant(Expr expr) {
        return !(expr instanceof Expr.Name)
                && !(expr instanceof Expr.Call)
                && of(expr).stream().allMatch(Children::isConstant);
    }

    static void names(Expr expr, Consumer<Expr.Name> found) {
        if (expr instanceof Expr.Name name) {
            found.accept(name);
        } else {
            of(expr).forEach(child -> names(child, found));
        }
    }

    static void names(Target target, Consumer<String> stored, Consumer<String> loaded) {
        switch (target) {
            case Target.Variable v -> stored.accept(v.name());
            case Target.Member m -> loaded.accept(m.name());
            case Target.Several s -> s.parts().forEach(part -> names(part, stored, loaded));
        }
    }
}
