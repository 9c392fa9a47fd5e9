package exemplar.template.syntax;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The variables of one scope while names are bound: which there are and where their first value
/// comes from. Follows Jinja2's identifier tracking, including that the branches of an `if` share
/// their scope.
final class Symbols {
    /// Variables with one frame of their own at run time.
    static final class Routine {
        final int depth;
        int size;

        Routine(int depth) {
            this.depth = depth;
        }
    }

    record Variable(Routine routine, int index) {}

    sealed interface Origin {
        record Parameter() implements Origin {}

        record Resolve(String name) implements Origin {}

        record Alias(Variable source) implements Origin {}

        record Unset() implements Origin {}
    }

    private final Optional<Symbols> parent;
    private final Routine routine;
    private final Map<String, Variable> pool;
    private final Map<String, Variable> refs = new LinkedHashMap<>();
    private final Map<Variable, Origin> loads = new LinkedHashMap<>();
    private final Set<String> stores = new HashSet<>();

    private Symbols(Optional<Symbols> parent, Routine routine, Map<String, Variable> pool) {
        this.parent = parent;
        this.routine = routine;
        this.pool = pool;
    }

    static Symbols root() {
        return new Symbols(Optional.empty(), new Routine(0), new HashMap<>());
    }

    /// A scope inside this one that shares its frame.
    Symbols inner() {
        return new Symbols(Optional.of(this), routine, new HashMap<>());
    }

    /// A scope inside this one with a frame of its own.
    Symbols innerRoutine() {
        return new Symbols(Optional.of(this), new Routine(routine.depth + 1), new HashMap<>());
    }

    /// A scope inside this one in the frame of `body`.
    Symbols beside(Symbols body) {
        return new Symbols(Optional.of(this), body.routine, new HashMap<>());
    }

    Routine routine() {
        return routine;
    }

    Map<Variable, Origin> loads() {
        return loads;
    }

    Optional<Variable> find(String name) {
        Variable found = refs.get(name);
        return found != null ? Optional.of(found) : parent.flatMap(p -> p.find(name));
    }

    boolean resolves(Variable variable) {
        return loads.get(variable) instanceof Origin.Resolve
                || parent.map(p -> p.resolves(variable)).orElse(false);
    }

    private void define(String name, Origin origin) {
        Variable variable = pool.computeIfAbsent(name, n -> new Variable(routine, routine.size++));
        refs.put(name, variable);
        loads.put(variable, origin);
    }

    void load(String name) {
        if (find(name).isEmpty()) {
            define(name, new Origin.Resolve(name));
        }
    }

    void store(String name) {
        stores.add(name);
        if (!refs.containsKey(name)) {
            define(
                    name,
                    parent.flatMap(p -> p.find(name))
                            .<Origin>map(Origin.Alias::new)
                            .orElse(new Origin.Unset()));
        }
    }

    void parameter(String name) {
        stores.add(name);
        define(name, new Origin.Parameter());
    }

    private Symbols copy() {
        Symbols copy = new Symbols(parent, routine, pool);
        copy.refs.putAll(refs);
        copy.loads.putAll(loads);
        copy.stores.addAll(stores);
        return copy;
    }

    /// Copies for the branches of an `if`; [#join] them when they were analysed.
    List<Symbols> branches(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> copy()).toList();
    }

    void join(List<Symbols> branches) {
        Set<String> stored = new HashSet<>();
        branches.forEach(branch -> stored.addAll(branch.stores));
        stored.removeAll(stores);
        for (Symbols branch : branches) {
            refs.putAll(branch.refs);
            loads.putAll(branch.loads);
            stores.addAll(branch.stores);
        }
        for (String name : stored) {
            Variable variable = refs.get(name);
            if (variable != null) {
                loads.put(
                        variable,
                        parent.flatMap(p -> p.find(name))
                                .<Origin>map(Origin.Alias::new)
                                .orElse(new Origin.Resolve(name)));
            }
        }
    }

    /// Every name set in this scope or around it, with its variable here.
    Map<String, Variable> visible() {
        Map<String, Variable> all = new LinkedHashMap<>();
        for (Optional<Symbols> s = Optional.of(this); s.isPresent(); s = s.get().parent) {
            for (String name : s.get().stores) {
                find(name).ifPresent(variable -> all.putIfAbsent(name, variable));
            }
        }
        return all;
    }
}
