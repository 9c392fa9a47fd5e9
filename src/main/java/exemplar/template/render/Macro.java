package exemplar.template.render;

import exemplar.model.Origin;
import exemplar.template.syntax.Stmt;
import exemplar.template.syntax.Target;
import exemplar.template.value.Args;
import exemplar.template.value.Bool;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.None;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A macro, or the body of a call block, with the variables around its definition.
///
/// @param name empty for the body of a call block
record Macro(Stmt.Signature signature, String name, Frame closure) implements Function {

    @Override
    public Value call(Args args, Run run) {
        run.budget.enter();
        Frame frame = closure.inner(signature.scope().slots());
        frame.enter(signature.scope(), run);
        Origin outside = run.ambient();
        bind(args, frame, run);
        TextBuilder own = new TextBuilder(run.budget);
        TextBuilder former = run.changeOut(own);
        run.executor.all(signature.body(), frame);
        run.changeOut(former);
        run.ambient(outside);
        run.budget.leave();
        return own.build();
    }

    private void bind(Args args, Frame frame, Run run) {
        List<Target.Variable> parameters = signature.parameters();
        Map<String, Value> named = new LinkedHashMap<>(args.named());
        int given = args.positional().size();
        boolean explicitCaller = false;
        Origin owner = run.ambient();
        for (int i = 0; i < parameters.size(); i++) {
            Target.Variable parameter = parameters.get(i);
            explicitCaller |= parameter.name().equals("caller");
            Value value =
                    i < given
                            ? args.positional().get(i)
                            : named.getOrDefault(parameter.name(), Undefined.ABSENT);
            if (i >= given) {
                named.remove(parameter.name());
            }
            frame.set(parameter.slot(), value);
            owner = Executor.ownerOf(value, owner);
        }
        special(args, named, explicitCaller, frame);
        run.ambient(owner);
        int firstDefault = parameters.size() - signature.defaults().size();
        for (int i = 0; i < parameters.size(); i++) {
            Target.Variable parameter = parameters.get(i);
            if (frame.get(parameter.slot()) == Undefined.ABSENT) {
                frame.set(
                        parameter.slot(),
                        i >= firstDefault
                                ? run.evaluator.value(
                                        signature.defaults().get(i - firstDefault), frame)
                                : Undefined.because(
                                        "parameter "
                                                + Repr.of(Str.of(parameter.name()))
                                                + " was not provided",
                                        parameter.at()));
            }
        }
    }

    private void special(Args args, Map<String, Value> named, boolean explicitCaller, Frame frame) {
        int places = signature.parameters().size();
        if (signature.uses().caller().index() >= 0 && !explicitCaller) {
            Value caller = named.remove("caller");
            frame.set(
                    signature.uses().caller(),
                    caller == null || caller == None.NONE
                            ? Undefined.because("No caller defined", 0)
                            : caller);
        }
        if (signature.uses().kwargs().index() >= 0) {
            DictValue rest = new DictValue();
            named.forEach((key, value) -> rest.put(Str.of(key), value));
            frame.set(signature.uses().kwargs(), rest);
        } else if (!named.isEmpty()) {
            String first = named.keySet().iterator().next();
            throw Fault.type(
                    named.containsKey("caller")
                            ? "the macro '" + name + "' does not use its caller"
                            : "macro '" + name + "' takes no keyword argument '" + first + "'");
        }
        int given = args.positional().size();
        if (signature.uses().varargs().index() >= 0) {
            frame.set(
                    signature.uses().varargs(),
                    TupleValue.of(
                            new ArrayList<>(
                                    args.positional().subList(Math.min(places, given), given))));
        } else if (given > places) {
            throw Fault.type("macro '" + name + "' takes not more than " + places + " argument(s)");
        }
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "name" -> name.isEmpty() ? None.NONE : Str.of(name);
            case "arguments" ->
                    TupleValue.of(
                            signature.parameters().stream()
                                    .<Value>map(parameter -> Str.of(parameter.name()))
                                    .toList());
            case "catch_kwargs" -> Bool.of(signature.uses().kwargs().index() >= 0);
            case "catch_varargs" -> Bool.of(signature.uses().varargs().index() >= 0);
            case "caller" ->
                    Bool.of(
                            signature.uses().caller().index() >= 0
                                    || signature.parameters().stream()
                                            .anyMatch(p -> p.name().equals("caller")));
            default -> Undefined.ABSENT;
        };
    }

    @Override
    public String typeName() {
        return "Macro";
    }

    @Override
    public String print() {
        return name.isEmpty() ? "<Macro anonymous>" : "<Macro " + Repr.of(Str.of(name)) + ">";
    }
}
