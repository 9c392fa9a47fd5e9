package exemplar.study.importing;

import exemplar.model.Task;
import java.util.Locale;

/// What a column of a file becomes in an example.
public sealed interface Target {

    /// A field, usually one of the task's inputs.
    record Field(String name) implements Target {
        @Override
        public String word() {
            return name;
        }
    }

    /// One of the other parts of an example.
    enum Part implements Target {
        GOLD,
        ID,
        RATIONALE,
        LANGUAGE,
        TAGS,
        NOTE,
        SOURCE,
        ENABLED,
        PINNED;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How it is written on the command line.
    String word();

    /// The target of a word: an input of the task, `gold` or the task's output field, another part
    /// of an example, or else a field of that name.
    static Target of(String word, Task task) {
        String name = word.strip();
        if (task.inputs().contains(name)) {
            return new Field(name);
        }
        if (name.equals(task.output())) {
            return Part.GOLD;
        }
        for (Part part : Part.values()) {
            if (part.word().equals(name)) {
                return part;
            }
        }
        return new Field(name);
    }
}
