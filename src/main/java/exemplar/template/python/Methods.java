package exemplar.template.python;

import exemplar.template.value.Args;
import exemplar.template.value.Budget;
import exemplar.template.value.Compare;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.ListValue;
import exemplar.template.value.RangeValue;
import exemplar.template.value.Str;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.Set;

/// The methods of Python's built-in types.
public final class Methods {
    private static final Set<String> TUPLE = Set.of("count", "index");

    private Methods() {}

    /// Whether the type of `self` has the method.
    public static boolean has(Value self, String name) {
        return switch (self) {
            case Str s -> StrMethods.NAMES.contains(name);
            case DictValue d -> DictMethods.NAMES.contains(name);
            case ListValue l -> ListMethods.NAMES.contains(name);
            case TupleValue t -> TUPLE.contains(name);
            default -> Compare.isNumber(self) && NumberMethods.has(self, name);
        };
    }

    /// Calls the method of a value.
    ///
    /// @throws Fault when the type has no such method or the arguments do not fit
    public static Value call(Value self, String name, Args args, Budget budget) {
        return switch (self) {
            case Str s -> StrMethods.call(s, name, args, budget);
            case DictValue d -> DictMethods.call(d, name, args, budget);
            case ListValue l -> ListMethods.call(l, name, args, budget);
            case TupleValue t -> ListMethods.call(t, name, args, budget);

            default -> NumberMethods.call(self, name, args);
        };
    }

    /// An attribute that is no method, such as `real` of a number, or [Undefined#ABSENT].
    public static Value property(Value self, String name) {
        if (self instanceof RangeValue range) {
            return switch (name) {
                case "start" -> Int.of(range.start());
                case "stop" -> Int.of(range.stop());
                case "step" -> Int.of(range.step());
                default -> Undefined.ABSENT;
            };
        }
        return Compare.isNumber(self) ? NumberMethods.property(self, name) : Undefined.ABSENT;
    }
}
