package exemplar.ui.compare;

import exemplar.compare.Cell;
import exemplar.compare.Trial;
import exemplar.study.runs.RunInfo;
import exemplar.study.runs.RunStore;
import exemplar.ui.control.Texts;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The runs a study keeps, as far as the screen shows them. On the screen's thread; files are read
/// by jobs.
final class RunShelf {

    /// A run taken from the shelf.
    ///
    /// @param trials all of it, in the order they ended
    /// @param before what was read from the answers of the run before it
    record Taken(RunInfo run, List<Trial> trials, Before before) {}

    /// What was read from the answers of an earlier run.
    ///
    /// @param run its id
    record Before(long run, Map<Cell, String> answers) {
        static final Before NOTHING = new Before(0, Map.of());

        Before {
            answers = Map.copyOf(answers);
        }

        static Before of(long run, List<Trial> trials) {
            Map<Cell, String> answers = new HashMap<>();
            for (Trial t : trials) {
                if (t.state() == Trial.State.DONE) {
                    answers.put(t.cell(), t.judgement().predicted());
                }
            }
            return new Before(run, answers);
        }
    }

    private record Read(List<RunInfo> runs, Optional<Taken> taken) {}

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<List<RunInfo>> runs =
            new ReadOnlyObjectWrapper<>(List.of());

    RunShelf(Workspace workspace) {
        this.workspace = workspace;
    }

    /// All runs, oldest first.
    ReadOnlyObjectProperty<List<RunInfo>> runs() {
        return runs.getReadOnlyProperty();
    }

    Optional<RunInfo> run(long id) {
        return runs.get().stream().filter(r -> r.id() == id).findFirst();
    }

    void clear() {
        runs.set(List.of());
    }

    /// Reads a run of the study in that folder, the latest where none is named.
    ///
    /// @param shown gets it, unless another study is open by then or there is none
    void take(Path folder, Optional<Long> wanted, Consumer<Taken> shown) {
        if (!Files.exists(folder.resolve(RunStore.FILE))) {
            return;
        }
        workspace
                .jobs()
                .start(
                        Texts.of("compare.job.load"),
                        r -> read(folder, wanted),
                        read -> {
                            if (isOpen(folder)) {
                                runs.set(read.runs());
                                read.taken().ifPresent(shown);
                            }
                        },
                        this::complain);
    }

    private static Read read(Path folder, Optional<Long> wanted) throws IOException {
        try (RunStore store = RunStore.open(folder)) {
            List<RunInfo> all = store.runs();
            Optional<RunInfo> run =
                    wanted.isEmpty()
                            ? all.reversed().stream().findFirst()
                            : all.stream().filter(i -> i.id() == wanted.get()).findFirst();
            if (run.isEmpty()) {
                return new Read(all, Optional.empty());
            }
            Optional<RunInfo> earlier =
                    all.reversed().stream().filter(i -> i.id() < run.get().id()).findFirst();
            Before before =
                    earlier.isEmpty()
                            ? Before.NOTHING
                            : Before.of(earlier.get().id(), store.outlines(earlier.get().id()));
            return new Read(
                    all, Optional.of(new Taken(run.get(), store.outlines(run.get().id()), before)));
        }
    }

    /// Looks at the list of runs anew.
    void refresh(Path folder, Runnable then) {
        workspace
                .jobs()
                .background(
                        () -> {
                            try (RunStore store = RunStore.open(folder)) {
                                return store.runs();
                            }
                        },
                        all -> {
                            if (isOpen(folder)) {
                                runs.set(all);
                                then.run();
                            }
                        },
                        this::complain);
    }

    private boolean isOpen(Path folder) {
        return Optional.of(folder).equals(workspace.folder());
    }

    private void complain(Exception e) {
        workspace.tell(Notice.problem(String.valueOf(e.getMessage())));
    }
}
