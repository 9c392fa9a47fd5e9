package exemplar.template.value;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The arguments of one call.
public record Args(List<Value> positional, Map<String, Value> named) {
    public static final Args NONE = new Args(List.of(), Map.of());

    public static Args of(Value... positional) {
        return new Args(List.of(positional), Map.of());
    }

    public boolean isEmpty() {
        return positional.isEmpty() && named.isEmpty();
    }

    /// Puts the arguments into the order of the parameters; those not given are [Undefined#ABSENT].
    ///
    /// @param function for messages
    /// @param required how many must be given
    /// @throws Fault when the call does not fit
    public Value[] bind(String function, int required, String... parameters) {
        if (positional.size() > parameters.length) {
            throw Fault.type(
                    function
                            + "() takes at most "
                            + parameters.length
                            + " arguments ("
                            + positional.size()
                            + " given)");
        }
        Value[] bound = new Value[parameters.length];
        for (int i = 0; i < bound.length; i++) {
            bound[i] = i < positional.size() ? positional.get(i) : Undefined.ABSENT;
        }
        named.forEach((name, value) -> {
            int i = Arrays.asList(parameters).indexOf(name);
            if (i < 0) {
                throw Fault.type(function + "() got an unexpected keyword argument '" + name + "'");
            }
            if (bound[i] != Undefined.ABSENT) {
                throw Fault.type(function + "() got multiple values for argument '" + name + "'");
            }
            bound[i] = value;
        });
        for (int i = 0; i < required; i++) {
            if (bound[i] == Undefined.ABSENT) {
                throw Fault.type(
                        function + "() missing the required argument '" + parameters[i] + "'");
            }
        }
        return bound;
    }

    /// Only positional arguments, between `least` and `most` of them.
    public List<Value> only(String function, int least, int most) {
        if (!named.isEmpty()) {
            throw Fault.type(function + "() takes no keyword arguments");
        }
        if (positional.size() < least || positional.size() > most) {
            throw Fault.type(
                    function
                            + "() takes "
                            + (least == most ? least : least + " to " + most)
                            + " arguments ("
                            + positional.size()
                            + " given)");
        }
        return positional;
    }

    /// These arguments without the first `count` positional ones.
    public Args without(int count) {
        return new Args(positional.subList(count, positional.size()), named);
    }

    /// The named argument and all others.
    public Optional<Value> named(String name) {
        return Optional.ofNullable(named.get(name));
    }

    public Args withNamed(String name, Value value) {
        Map<String, Value> all = new LinkedHashMap<>(named);
        all.put(name, value);
        return new Args(positional, all);
    }
}
