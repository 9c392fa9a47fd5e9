package exemplar.study.report;

import exemplar.compare.Cell;
import exemplar.compare.Summary;
import exemplar.compare.Trial;
import exemplar.compare.Variant;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.study.runs.RunInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A run with its items, its trials and what they add up to.
///
/// @param study the study's name
/// @param items the items asked, in the run's order; an item deleted since is left out
/// @param trials the latest trial of each cell, in the order of the items
public record Report(
        String study,
        Task task,
        RunInfo run,
        List<Example> items,
        List<Trial> trials,
        List<Summary> summaries) {

    public Report {
        items = List.copyOf(items);
        trials = List.copyOf(trials);
        summaries = List.copyOf(summaries);
    }

    /// Puts a report together.
    ///
    /// @param all every trial of the run, in the order they ended
    public static Report of(
            String study, Task task, RunInfo run, List<Example> items, List<Trial> all) {
        Map<Cell, Trial> latest = new LinkedHashMap<>();
        all.forEach(t -> latest.put(t.cell(), t));
        Map<String, Integer> position = new LinkedHashMap<>();
        Map<String, String> golds = new LinkedHashMap<>();
        for (Example item : items) {
            position.put(item.id(), position.size());
            golds.put(item.id(), item.gold());
        }
        List<Trial> ordered = new ArrayList<>(latest.values());
        // What ended first is chance: the same answers must make the same report.
        ordered.sort(
                Comparator.<Trial>comparingInt(
                                t -> position.getOrDefault(t.cell().item(), Integer.MAX_VALUE))
                        .thenComparingInt(t -> order(run, t.cell().variant()))
                        .thenComparingInt(t -> t.cell().repeat()));
        List<Summary> summaries =
                Summary.of(task, ordered, golds).stream()
                        .sorted(Comparator.comparingInt(s -> order(run, s.variant())))
                        .toList();
        return new Report(study, task, run, items, ordered, summaries);
    }

    private static int order(RunInfo run, Variant v) {
        return run.designs().indexOf(v.design()) * (run.models().size() + 1)
                + run.models().indexOf(v.model());
    }

    /// Trials that ended without an answer.
    public long failures() {
        return trials.stream().filter(t -> t.state() != Trial.State.DONE).count();
    }

    /// Whether answers are labels, so that accuracy is the number to look at.
    public boolean classifies() {
        return task.kind() == Task.Kind.CLASSIFY;
    }
}
