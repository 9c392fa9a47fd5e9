package exemplar.template.render;

import exemplar.template.syntax.Suggestion;
import exemplar.template.value.Args;
import exemplar.template.value.Budget;
import exemplar.template.value.Fault;
import exemplar.template.value.Numbers;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// All filters by name.
public final class Filters {
    /// What stands behind `|`.
    interface Filter {
        Value apply(Value input, Args args, Run run);
    }

    private static final Map<String, Filter> ALL = new HashMap<>();
    private static final Set<String> MAY_BE_MISSING = Set.of("default", "d");

    static {
        ALL.putAll(TextFilters.ALL);
        ALL.putAll(ShapeFilters.ALL);
        ALL.putAll(SequenceFilters.ALL);
        ALL.putAll(SelectFilters.ALL);
        ALL.putAll(NumberFilters.ALL);
        ALL.putAll(HtmlFilters.ALL);
    }

    private Filters() {}

    /// The names of all filters.
    public static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    static boolean exists(String name) {
        return ALL.containsKey(name);
    }

    static Value apply(String name, Value input, Args args, Run run) {
        Filter filter = ALL.get(name);
        if (filter == null) {
            throw Fault.of(
                    "TemplateRuntimeError", Suggestion.unknown("filter", name, ALL.keySet()));
        }
        if (input instanceof Undefined u && !MAY_BE_MISSING.contains(name)) {
            run.used(u);
        }
        return filter.apply(input, args, run);
    }

    static Str text(Value value, Run run) {
        return value instanceof Str str ? str : Repr.str(value, run.budget);
    }

    static Value or(Value given, Value otherwise) {
        return given == Undefined.ABSENT ? otherwise : given;
    }

    /// Blanks to indent by; a negative number gives none, as in Python.
    static String indentation(Value width, Run run) {
        int blanks = Math.max(0, Numbers.size(width));
        run.budget.text(blanks);
        return " ".repeat(blanks);
    }

    static boolean truthy(Value given, boolean otherwise) {
        return given == Undefined.ABSENT ? otherwise : given.truthy();
    }

    /// Long texts cost work in proportion.
    static Str charged(Str text, Budget budget) {
        budget.work(text.text().length());
        return text;
    }
}
