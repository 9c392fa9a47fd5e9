package exemplar.template.syntax;

import java.util.List;
import java.util.Optional;

/// A statement of the template language. `at` is an offset in [Source#text].
public sealed interface Stmt {
    int at();

    /// Text of the template itself.
    record Words(String text, int at) implements Stmt {}

    record Print(Expr value, int at) implements Stmt {}

    /// @param loopSlot where `loop` lives
    record For(
            Target target,
            Expr items,
            Optional<Expr> test,
            boolean recursive,
            List<Stmt> body,
            List<Stmt> otherwise,
            Slot loopSlot,
            Target testTarget,
            Scope scope,
            Scope testScope,
            Scope elseScope,
            int at)
            implements Stmt {}

    record If(List<Branch> branches, List<Stmt> otherwise, int at) implements Stmt {}

    record Branch(Expr test, List<Stmt> body) {}

    /// @param export whether blocks see it
    record Set(Target target, Expr value, boolean export, int at) implements Stmt {}

    record SetBlock(
            Target target,
            Optional<Expr.Filter> filter,
            List<Stmt> body,
            boolean export,
            Scope scope,
            int at)
            implements Stmt {}

    record Macro(String name, Slot slot, Signature signature, boolean export, int at)
            implements Stmt {}

    record CallBlock(Signature signature, Expr.Call call, int at) implements Stmt {}

    record FilterBlock(Expr.Filter filter, List<Stmt> body, Scope scope, int at) implements Stmt {}

    record With(List<Target> targets, List<Expr> values, List<Stmt> body, Scope scope, int at)
            implements Stmt {}

    /// A part with a scope of its own and nothing else, such as `generation`.
    record Scoped(List<Stmt> body, Scope scope, int at) implements Stmt {}

    record Block(String name, boolean scoped, List<Stmt> body, Scope scope, int at)
            implements Stmt {}

    record Do(Expr value, int at) implements Stmt {}

    record Break(int at) implements Stmt {}

    record Continue(int at) implements Stmt {}

    /// What can be called: the body of a macro or call block.
    ///
    /// @param defaults of the last parameters
    /// @param uses which of `caller`, `kwargs`, `varargs` the body looks at, each with its place
    record Signature(
            String name,
            List<Target.Variable> parameters,
            List<Expr> defaults,
            List<Stmt> body,
            Specials uses,
            Scope scope) {}

    /// Places of the special parameters; an unbound slot means the body does not use it.
    record Specials(Slot caller, Slot kwargs, Slot varargs) {}
}
