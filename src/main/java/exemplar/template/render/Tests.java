package exemplar.template.render;

import exemplar.template.python.Casing;
import exemplar.template.python.Iteration;
import exemplar.template.syntax.Expr.Operator;
import exemplar.template.value.Args;
import exemplar.template.value.Bool;
import exemplar.template.value.Compare;
import exemplar.template.value.DictValue;
import exemplar.template.value.DictView;
import exemplar.template.value.Int;
import exemplar.template.value.Key;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.Real;
import exemplar.template.value.Str;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// All tests by name.
public final class Tests {
    /// What stands behind `is`.
    interface Test {
        boolean holds(Value subject, Args args, Run run);
    }

    static final Map<String, Test> ALL = new HashMap<>();

    /// Tests whose subject may be a name that does not exist.
    static final Set<String> MAY_BE_MISSING = Set.of("defined", "undefined");

    static {
        plain("defined", v -> !(v instanceof Undefined));
        plain("undefined", v -> v instanceof Undefined);
        plain("none", v -> v == None.NONE);
        plain("boolean", v -> v instanceof Bool);
        plain("true", v -> v == Bool.TRUE);
        plain("false", v -> v == Bool.FALSE);
        plain("integer", v -> Numbers.isInteger(v) && !(v instanceof Bool));
        plain("float", v -> v instanceof Real);
        plain("number", Compare::isNumber);
        plain("string", v -> v instanceof Str);
        plain("mapping", v -> v instanceof DictValue);
        plain("sequence", v -> Iteration.hasLength(v) && !(v instanceof DictView));
        plain("iterable", v -> Iteration.isIterable(v) || v instanceof LoopValue);
        plain("callable", v -> v instanceof Function || v instanceof Undefined);
        plain("escaped", v -> v instanceof Str s && s.isMarkup());
        bare("lower", (v, args, run) -> Casing.is(Filters.text(v, run), "islower"));
        bare("upper", (v, args, run) -> Casing.is(Filters.text(v, run), "isupper"));
        bare("odd", (v, args, run) -> remainder(v, Int.of(2), 1, run));
        bare("even", (v, args, run) -> remainder(v, Int.of(2), 0, run));
        ALL.put(
                "divisibleby",
                (v, args, run) -> remainder(v, args.bind("divisibleby", 1, "num")[0], 0, run));
        ALL.put("sameas", (v, args, run) -> same(v, args.bind("sameas", 1, "other")[0]));
        bare("filter", (v, args, run) -> named(v, run) && Filters.exists(v.toString()));
        bare("test", (v, args, run) -> named(v, run) && Tests.ALL.containsKey(v.toString()));
        comparison("==", "==", "eq", "equalto");
        comparison("!=", "!=", "ne");
        comparison(">", ">", "gt", "greaterthan");
        comparison(">=", ">=", "ge");
        comparison("<", "<", "lt", "lessthan");
        comparison("<=", "<=", "le");
        comparison("in", "in");
    }

    private Tests() {}

    /// The names of all tests.
    public static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    private interface Plain {
        boolean holds(Value value);
    }

    private static void plain(String name, Plain test) {
        bare(name, (value, args, run) -> test.holds(value));
    }

    /// A test without arguments.
    private static void bare(String name, Test test) {
        ALL.put(
                name,
                (value, args, run) -> {
                    args.bind(name, 0);
                    return test.holds(value, args, run);
                });
    }

    private static void comparison(String operator, String... names) {
        for (String name : names) {
            ALL.put(
                    name,
                    (value, args, run) ->
                            Operators.compare(
                                    operator, value, args.only(name, 1, 1).getFirst(), run.budget));
        }
    }

    private static boolean named(Value value, Run run) {
        Key.of(value, run.budget);
        return value instanceof Str;
    }

    private static boolean remainder(Value value, Value by, int wanted, Run run) {
        Value rest = Operators.binary(Operator.MODULO, value, by, run.budget);
        return Compare.equal(rest, Int.of(wanted), run.budget);
    }

    private static boolean same(Value a, Value b) {
        return a == b
                || a instanceof Int i && b instanceof Int j && i.value() == j.value()
                || a instanceof Str s && b instanceof Str t && s.text().equals(t.text());
    }
}
