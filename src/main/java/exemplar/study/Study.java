package exemplar.study;

import exemplar.model.Comparison;
import exemplar.model.Design;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Everything a study folder says, as one immutable value.
///
/// @param name what the study is called; never empty
/// @param pool candidates for demonstrations
/// @param tests items to ask about
/// @param designs names are unique
/// @param comparisons names are unique
/// @param models names of models as registered on this machine
/// @param extra members of study.json that this version does not know, kept and written back. A map
///   under the name of a known member (such as `task`) holds the unknown members inside it.
public record Study(
        String name,
        Task task,
        Examples pool,
        Examples tests,
        List<Design> designs,
        List<Comparison> comparisons,
        List<String> models,
        Map<String, Object> extra) {

    public Study {
        designs = List.copyOf(designs);
        comparisons = List.copyOf(comparisons);
        models = List.copyOf(models);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /// A study with a task and nothing else.
    public static Study of(String name, Task task) {
        return new Study(
                name,
                task,
                Examples.NONE,
                Examples.NONE,
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    /// The design of that name.
    public Optional<Design> design(String name) {
        return designs.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /// The comparison of that name.
    public Optional<Comparison> comparison(String name) {
        return comparisons.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public Study withName(String name) {
        return new Study(name, task, pool, tests, designs, comparisons, models, extra);
    }

    public Study withTask(Task task) {
        return new Study(name, task, pool, tests, designs, comparisons, models, extra);
    }

    public Study withPool(Examples pool) {
        return new Study(name, task, pool, tests, designs, comparisons, models, extra);
    }

    public Study withTests(Examples tests) {
        return new Study(name, task, pool, tests, designs, comparisons, models, extra);
    }

    public Study withDesigns(List<Design> designs) {
        return new Study(name, task, pool, tests, designs, comparisons, models, extra);
    }

    /// With that design in place of the one of the same name, or as the last one.
    public Study withDesign(Design design) {
        return withDesigns(replaced(designs, design, d -> d.name().equals(design.name())));
    }

    public Study withComparisons(List<Comparison> comparisons) {
        return new Study(name, task, pool, tests, designs, comparisons, models, extra);
    }

    /// With that comparison in place of the one of the same name, or as the last one.
    public Study withComparison(Comparison comparison) {
        return withComparisons(
                replaced(comparisons, comparison, c -> c.name().equals(comparison.name())));
    }

    public Study withModels(List<String> models) {
        return new Study(name, task, pool, tests, designs, comparisons, models, extra);
    }

    public Study withExtra(Map<String, Object> extra) {
        return new Study(name, task, pool, tests, designs, comparisons, models, extra);
    }

    private static <T> List<T> replaced(List<T> all, T one, Predicate<T> sameName) {
        List<T> changed = new ArrayList<>(all);
        for (int i = 0; i < changed.size(); i++) {
            if (sameName.test(changed.get(i))) {
                changed.set(i, one);
                return changed;
            }
        }
        changed.add(one);
        return changed;
    }
}
