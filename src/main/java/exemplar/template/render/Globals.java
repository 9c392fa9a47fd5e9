package exemplar.template.render;

import exemplar.template.python.DictMethods;
import exemplar.template.python.Iteration;
import exemplar.template.python.TimeFormat;
import exemplar.template.value.Args;
import exemplar.template.value.Bool;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.ObjectValue;
import exemplar.template.value.RangeValue;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.StreamValue;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The functions every template can call.
public final class Globals {
    private static final Map<String, Value> ALL = new HashMap<>();

    static {
        define("range", Globals::range);
        define("dict", Globals::dict);
        define("namespace", Globals::namespace);
        define("zip", Globals::zip);
        define("cycler", (args, run) -> new Cycler(args));
        define("joiner", Globals::joiner);
        define("raise_exception", Globals::raise);
        define("strftime_now", Globals::now);
        define("lipsum", Globals::lipsum);
    }

    private Globals() {}

    static Map<String, Value> all() {
        return ALL;
    }

    /// The names of all functions.
    public static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    private static void define(String name, Function.Of.Body body) {
        ALL.put(name, new Function.Of(name, body));
    }

    private static long whole(Value value) {
        return Numbers.integer(value).longValueExact();
    }

    private static Value range(Args args, Run run) {
        List<Value> given = args.only("range", 1, 3);
        for (Value value : given) {
            if (value instanceof Undefined u) {
                throw Fault.undefined(u);
            }
            if (Numbers.integer(value).bitLength() > 62) {
                throw Fault.of("OverflowError", "range() of such large numbers");
            }
        }
        long first = whole(given.get(0));
        long step = given.size() > 2 ? whole(given.get(2)) : 1;
        if (step == 0) {
            throw Fault.value("range() arg 3 must not be zero");
        }
        return given.size() == 1
                ? new RangeValue(0, first, 1)
                : new RangeValue(first, whole(given.get(1)), step);
    }

    private static Value dict(Args args, Run run) {
        DictValue dict = new DictValue();
        DictMethods.update(dict, args, run.budget);
        return dict;
    }

    private static Value namespace(Args args, Run run) {
        DictValue dict = new DictValue();
        DictMethods.update(dict, args, run.budget);
        Namespace namespace = new Namespace();
        for (DictValue.Entry entry : dict.entries()) {
            namespace.set(Filters.text(entry.key(), run).text(), entry.value());
        }
        return namespace;
    }

    private static Value zip(Args args, Run run) {
        boolean strict = args.named("strict").map(Value::truthy).orElse(false);
        if (args.named().size() > (args.named().containsKey("strict") ? 1 : 0)) {
            throw Fault.type("zip() takes only the keyword argument 'strict'");
        }
        List<Iterator<Value>> all = new ArrayList<>();
        args.positional().forEach(value -> all.add(Iteration.over(value, run.budget)));
        return new StreamValue(new Zip(all, strict, run.budget), "zip object");
    }

    private static Value raise(Args args, Run run) {
        Value message = args.bind("raise_exception", 1, "message")[0];
        throw Fault.of("TemplateError", Repr.str(message, run.budget).text());
    }

    private static Value now(Args args, Run run) {
        Value format = args.bind("strftime_now", 1, "format")[0];
        LocalDateTime now = LocalDateTime.now(run.settings.clock());
        return Str.of(TimeFormat.format(now, Filters.text(format, run).text()));
    }

    private static Value lipsum(Args args, Run run) {
        throw Fault.of(
                "TemplateRuntimeError",
                "lipsum() writes random words, which a prompt must not; put the text here");
    }

    private static Value joiner(Args args, Run run) {
        Value separator = args.bind("joiner", 0, "sep")[0];
        return new Joiner(separator == Undefined.ABSENT ? Str.of(", ") : separator);
    }

    /// Gives a separator from its second call on.
    private static final class Joiner implements Function {
        private final Value separator;
        private boolean used;

        Joiner(Value separator) {
            this.separator = separator;
        }

        @Override
        public Value call(Args args, Run run) {
            args.bind("joiner", 0);
            boolean first = !used;
            used = true;
            return first ? Str.EMPTY : separator;
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "sep" -> separator;
                case "used" -> Bool.of(used);
                default -> Undefined.ABSENT;
            };
        }

        @Override
        public String typeName() {
            return "Joiner";
        }
    }

    /// Gives its items in turn.
    private static final class Cycler implements ObjectValue {
        private final List<Value> items;
        private int position;

        Cycler(Args args) {
            items = args.only("cycler", 0, Integer.MAX_VALUE);
            if (items.isEmpty()) {
                throw Fault.of("RuntimeError", "at least one item has to be provided");
            }
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "current" -> items.get(position);
                case "items" -> TupleValue.of(items);
                case "pos" -> Int.of(position);
                case "next" ->
                        new Function.Of(
                                name,
                                (args, run) -> {
                                    Value current = items.get(position);
                                    position = (position + 1) % items.size();
                                    return current;
                                });
                case "reset" ->
                        new Function.Of(
                                name,
                                (args, run) -> {
                                    position = 0;
                                    return None.NONE;
                                });
                default -> Undefined.ABSENT;
            };
        }

        @Override
        public String typeName() {
            return "Cycler";
        }
    }
}
