package exemplar.ui.compare;

import exemplar.backend.cost.Budget;
import exemplar.compare.Ask;
import exemplar.compare.Judge;
import exemplar.compare.Runner;
import exemplar.study.runs.Execution;
import exemplar.study.runs.RunStore;
import exemplar.study.runs.StudyPrompts;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The run that is being asked, at most one at a time. On the screen's thread; the asking itself is
/// a job that the status bar lists.
final class RunUnderWay {
    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Optional<Job>> job =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    RunUnderWay(Workspace workspace) {
        this.workspace = workspace;
    }

    ReadOnlyObjectProperty<Optional<Job>> job() {
        return job.getReadOnlyProperty();
    }

    /// Asks.
    ///
    /// @param budget the most it may cost; empty where nothing is paid
    /// @param ended told once, when it is over in one way or another
    void start(Question question, Optional<Budget> budget, Runnable ended) {
        question.board().queue(question.done());
        AtomicBoolean told = new AtomicBoolean();
        // A stopped run may still hand over what it had, or it may not.
        Runnable over =
                () -> {
                    if (told.compareAndSet(false, true)) {
                        question.board().unqueue();
                        job.set(Optional.empty());
                        ended.run();
                    }
                };
        Job started =
                workspace
                        .jobs()
                        .start(
                                Texts.of(
                                        question.resumed().isPresent()
                                                ? "compare.job.resume"
                                                : "compare.job.run"),
                                r -> ask(question, budget, r),
                                all -> {
                                    workspace
                                            .gateway()
                                            .cacheTrouble()
                                            .ifPresent(t -> workspace.tell(Notice.problem(t)));
                                    over.run();
                                },
                                e -> {
                                    workspace.tell(Notice.problem(String.valueOf(e.getMessage())));
                                    over.run();
                                });
        if (started.state().get() == Job.State.RUNNING) {
            job.set(Optional.of(started));
        }
        started.state()
                .subscribe(state -> {
                    if (state == Job.State.CANCELLED) {
                        over.run();
                    }
                });
    }

    /// Stops it; what arrived is kept.
    void stop() {
        job.get().ifPresent(Job::cancel);
    }

    private boolean ask(Question question, Optional<Budget> budget, Job.Reporter reporter)
            throws IOException {
        try (RunStore store = RunStore.open(question.folder())) {
            Execution execution =
                    question.resumed().isPresent()
                            ? Execution.resume(
                                    store,
                                    question.resumed().get(),
                                    id -> question.study().tests().byId(id).stream().toList())
                            : Execution.begin(store, question.plan(), workspace.clock().instant());
            Runner runner =
                    new Runner(
                            Ask.of(workspace.gateway(), budget),
                            StudyPrompts.of(question.study(), question.folder()),
                            new Judge(question.study().task()),
                            workspace.clock());
            RunProgress progress =
                    new RunProgress(
                            question.board(),
                            execution.missing(),
                            budget,
                            workspace.clock(),
                            reporter);
            progress.report();
            int atATime = workspace.gateway().inHand(execution.plan().models());
            return execution.run(runner, atATime, progress);
        }
    }
}
