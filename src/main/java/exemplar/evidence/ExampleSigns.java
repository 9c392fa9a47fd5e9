package exemplar.evidence;

import exemplar.model.Example;
import exemplar.model.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What one example shows by itself, whatever stands beside it.
public final class ExampleSigns {
    private final Task task;
    private final Set<String> labels;

    public ExampleSigns(Task task) {
        this.task = task;
        this.labels = new HashSet<>();
        task.labels().forEach(label -> labels.add(label.name()));
    }

    /// The findings, in the order of their kinds.
    public List<Flag> of(Example example) {
        List<Flag> flags = new ArrayList<>();
        if (example.gold().isBlank()) {
            flags.add(new Flag.Unlabelled());
        } else if (isUnknown(example.gold())) {
            flags.add(new Flag.UnknownLabel(example.gold()));
        }
        for (String field : task.inputs()) {
            flags.addAll(new TextSigns(example.field(field)).flags(field));
        }
        flags.sort((a, b) -> a.kind().compareTo(b.kind()));
        return List.copyOf(flags);
    }

    /// The kinds of those findings, as bits.
    int bits(Example example) {
        int bits = 0;
        if (example.gold().isBlank()) {
            bits |= FlagKind.UNLABELLED.bit();
        } else if (isUnknown(example.gold())) {
            bits |= FlagKind.UNKNOWN_LABEL.bit();
        }
        for (String field : task.inputs()) {
            bits |= new TextSigns(example.field(field)).bits();
        }
        return bits;
    }

    private boolean isUnknown(String gold) {
        return task.kind() == Task.Kind.CLASSIFY && !labels.isEmpty() && !labels.contains(gold);
    }
}
