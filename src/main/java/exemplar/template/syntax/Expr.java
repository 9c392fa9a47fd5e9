package exemplar.template.syntax;

import exemplar.template.value.Value;
import java.util.List;
import java.util.Optional;

/// An expression of the template language. `at` is the offset in [Source#text] a fault points to.
public sealed interface Expr {
    int at();

    record Constant(Value value, int at) implements Expr {}

    record Name(String name, Slot slot, int at) implements Expr {}

    record TupleOf(List<Expr> items, int at) implements Expr {}

    record ListOf(List<Expr> items, int at) implements Expr {}

    record DictOf(List<Pair> pairs, int at) implements Expr {}

    record Not(Expr operand, int at) implements Expr {}

    record Sign(boolean negative, Expr operand, int at) implements Expr {}

    /// @param written whether Jinja2 computes it once and writes down what comes out: parts that
    ///   were the same object are then objects of their own
    record Binary(Operator operator, Expr left, Expr right, boolean written, int at)
            implements Expr {
        Binary(Operator operator, Expr left, Expr right, int at) {
            this(operator, left, right, false, at);
        }
    }

    record And(Expr left, Expr right, int at) implements Expr {}

    record Or(Expr left, Expr right, int at) implements Expr {}

    record Comparison(Expr first, List<Operand> rest, int at) implements Expr {}

    record Concat(List<Expr> parts, int at) implements Expr {}

    record Conditional(Expr test, Expr then, Optional<Expr> otherwise, int at) implements Expr {}

    record Attribute(Expr base, String name, int at) implements Expr {}

    record Item(Expr base, Expr key, int at) implements Expr {}

    record Slice(Expr base, Optional<Expr> start, Optional<Expr> stop, Optional<Expr> step, int at)
            implements Expr {}

    record Call(Expr callee, Arguments arguments, int at) implements Expr {}

    /// @param input empty for the filter of a block, which gets the block's text
    record Filter(Optional<Expr> input, String name, Arguments arguments, int at) implements Expr {}

    record Test(Expr subject, String name, Arguments arguments, int at) implements Expr {}

    /// A key with its value in a dict literal.
    record Pair(Expr key, Expr value) {}

    /// One step of a chained comparison; the operator is as written, or `not in`.
    record Operand(String operator, Expr value) {}

    /// A named argument.
    record Keyword(String name, Expr value) {}

    /// What stands between the parentheses of a call.
    record Arguments(
            List<Expr> positional,
            List<Keyword> named,
            Optional<Expr> star,
            Optional<Expr> doubleStar) {
        public static final Arguments NONE =
                new Arguments(List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /// The arithmetic operators.
    enum Operator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        FLOOR("//"),
        MODULO("%"),
        POWER("**");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /// As written.
        public String sign() {
            return sign;
        }
    }
}
