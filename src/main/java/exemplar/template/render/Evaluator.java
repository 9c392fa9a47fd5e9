package exemplar.template.render;

import exemplar.template.python.Iteration;
import exemplar.template.python.Methods;
import exemplar.template.syntax.Expr;
import exemplar.template.syntax.Suggestion;
import exemplar.template.value.Args;
import exemplar.template.value.Bool;
import exemplar.template.value.Compare;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.Key;
import exemplar.template.value.ListValue;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.ObjectValue;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Thaw;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Computes expressions.
final class Evaluator {
    private final Run run;

    Evaluator(Run run) {
        this.run = run;
    }

    /// The value of an expression; a fault inside gets its position.
    Value value(Expr expr, Frame frame) {
        try {
            return compute(expr, frame);
        } catch (Fault fault) {
            throw fault.at(expr.at());
        }
    }

    boolean test(Expr expr, Frame frame) {
        return run.truthy(value(expr, frame));
    }

    private Value compute(Expr expr, Frame frame) {
        run.budget.step();
        return switch (expr) {
            case Expr.Name name -> {
                Value value = frame.get(name.slot());
                yield value == Undefined.ABSENT
                        ? Undefined.variable(name.name(), name.at())
                        : value;
            }
            case Expr.Constant constant -> constant.value();
            case Expr.Attribute a -> Access.attribute(value(a.base(), frame), a.name(), a.at());
            case Expr.Item i ->
                    Access.item(value(i.base(), frame), value(i.key(), frame), run.budget, i.at());
            case Expr.Filter filter -> filter(filter, frame);
            case Expr.Call call -> call(call, frame, Optional.empty());
            case Expr.Comparison comparison -> comparison(comparison, frame);
            case Expr.And and -> {
                Value left = value(and.left(), frame);
                yield run.truthy(left) ? value(and.right(), frame) : left;
            }
            case Expr.Or or -> {
                Value left = value(or.left(), frame);
                yield run.truthy(left) ? left : value(or.right(), frame);
            }
            case Expr.Not not -> Bool.of(!test(not.operand(), frame));
            case Expr.Test test -> Bool.of(check(test, frame));
            case Expr.Conditional c -> {
                if (test(c.test(), frame)) {
                    yield value(c.then(), frame);
                }
                yield c.otherwise().isPresent() ? value(c.otherwise().get(), frame) : otherwise(c);
            }
            case Expr.Concat concat -> concat(concat, frame);
            case Expr.Binary b -> {
                Value left = value(b.left(), frame);
                Value right = value(b.right(), frame);
                Value result = Operators.binary(b.operator(), left, right, run.budget);
                yield b.written() ? Thaw.unshared(result, run.budget) : result;
            }
            case Expr.Sign sign -> sign(sign, frame);
            case Expr.Slice s ->
                    Access.slice(
                            value(s.base(), frame),
                            bound(s.start(), frame),
                            bound(s.stop(), frame),
                            bound(s.step(), frame),
                            run.budget);
            case Expr.ListOf list -> ListValue.of(values(list.items(), frame));
            case Expr.TupleOf tuple -> TupleValue.of(values(tuple.items(), frame));
            case Expr.DictOf dict -> dict(dict, frame);
        };
    }

    private Value bound(Optional<Expr> expr, Frame frame) {
        return expr.isPresent() ? value(expr.get(), frame) : None.NONE;
    }

    private Value otherwise(Expr.Conditional c) {
        int line = run.program.source().line(c.at());
        return Undefined.because(
                "the inline if-expression on line "
                        + line
                        + " evaluated to false and no else section was defined.",
                c.at());
    }

    private List<Value> values(List<Expr> items, Frame frame) {
        List<Value> values = new ArrayList<>(items.size());
        for (Expr item : items) {
            values.add(value(item, frame));
        }
        return values;
    }

    private Value dict(Expr.DictOf literal, Frame frame) {
        DictValue dict = new DictValue();
        for (Expr.Pair pair : literal.pairs()) {
            Value key = value(pair.key(), frame);
            Value value = value(pair.value(), frame);
            dict.put(Key.of(key, run.budget), key, value);
        }
        return dict;
    }

    private Value concat(Expr.Concat concat, Frame frame) {
        TextBuilder out = new TextBuilder(run.budget);
        for (Value part : values(concat.parts(), frame)) {
            if (part instanceof Undefined u) {
                run.used(u);
            }
            out.append(Repr.str(part, run.budget));
        }
        return out.build();
    }

    private Value sign(Expr.Sign sign, Frame frame) {
        Value operand = value(sign.operand(), frame);
        if (operand instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        if (!Compare.isNumber(operand)) {
            throw Fault.type(
                    "bad operand type for unary "
                            + (sign.negative() ? "-" : "+")
                            + ": '"
                            + operand.typeName()
                            + "'");
        }
        if (sign.negative()) {
            return Numbers.negate(operand);
        }
        return operand instanceof Bool ? Int.of(operand.truthy() ? 1 : 0) : operand;
    }

    private Value comparison(Expr.Comparison comparison, Frame frame) {
        Value left = value(comparison.first(), frame);
        for (Expr.Operand operand : comparison.rest()) {
            Value right = value(operand.value(), frame);
            strict(left);
            strict(right);
            if (!Operators.compare(operand.operator(), left, right, run.budget)) {
                return Bool.FALSE;
            }
            left = right;
        }
        return Bool.TRUE;
    }

    private void strict(Value value) {
        if (value instanceof Undefined u
                && (u.isVariable() || run.settings.missing() == Settings.Missing.STRICT)) {
            run.used(u);
        }
    }

    private boolean check(Expr.Test test, Frame frame) {
        Value subject = value(test.subject(), frame);
        Tests.Test found = Tests.ALL.get(test.name());
        if (found == null) {
            throw Fault.of(
                    "TemplateRuntimeError",
                    Suggestion.unknown("test", test.name(), Tests.ALL.keySet()));
        }
        if (!Tests.MAY_BE_MISSING.contains(test.name())) {
            strict(subject);
        }
        return found.holds(subject, arguments(test.arguments(), frame), run);
    }

    private Value filter(Expr.Filter filter, Frame frame) {
        Value input =
                filter.input().isPresent() ? value(filter.input().get(), frame) : run.out().build();
        return filtered(filter, input, frame);
    }

    private Value filtered(Expr.Filter filter, Value input, Frame frame) {
        return Filters.apply(filter.name(), input, arguments(filter.arguments(), frame), run);
    }

    /// Calls a macro, function or method.
    ///
    /// @param caller the body of a call block
    Value call(Expr.Call call, Frame frame, Optional<Value> caller) {
        if (call.callee() instanceof Expr.Attribute a && caller.isEmpty()) {
            Value self = value(a.base(), frame);
            if (!(self instanceof ObjectValue) && Methods.has(self, a.name())) {
                return Methods.call(self, a.name(), arguments(call.arguments(), frame), run.budget);
            }
            return call(
                    Access.attribute(self, a.name(), a.at()), arguments(call.arguments(), frame));
        }
        Value callee = value(call.callee(), frame);
        Args args = arguments(call.arguments(), frame);
        return call(callee, caller.isPresent() ? args.withNamed("caller", caller.get()) : args);
    }

    private Value call(Value callee, Args args) {
        if (callee instanceof Function function) {
            return function.call(args, run);
        }
        if (callee instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        throw Fault.type("'" + callee.typeName() + "' object is not callable");
    }

    private Args arguments(Expr.Arguments given, Frame frame) {
        if (given == Expr.Arguments.NONE) {
            return Args.NONE;
        }
        List<Value> positional = values(given.positional(), frame);
        Map<String, Value> named = Map.of();
        if (given.star().isPresent()) {
            Iterator<Value> more = Iteration.over(value(given.star().get(), frame), run.budget);
            while (more.hasNext()) {
                run.budget.items(1);
                positional.add(more.next());
            }
        }
        if (!given.named().isEmpty() || given.doubleStar().isPresent()) {
            named = new LinkedHashMap<>();
            for (Expr.Keyword keyword : given.named()) {
                named.put(keyword.name(), value(keyword.value(), frame));
            }
            if (given.doubleStar().isPresent()) {
                spread(value(given.doubleStar().get(), frame), named);
            }
        }
        return positional.isEmpty() && named.isEmpty() ? Args.NONE : new Args(positional, named);
    }

    private static void spread(Value value, Map<String, Value> named) {
        if (!(value instanceof DictValue dict)) {
            throw Fault.type("the argument after ** must be a mapping, not " + value.typeName());
        }
        for (DictValue.Entry entry : dict.entries()) {
            if (!(entry.key() instanceof Str name)) {
                throw Fault.type("keywords must be strings");
            }
            if (named.put(name.text(), entry.value()) != null) {
                throw Fault.type("got multiple values for keyword argument '" + name.text() + "'");
            }
        }
    }
}
