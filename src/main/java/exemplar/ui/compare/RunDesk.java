package exemplar.ui.compare;

import exemplar.backend.cost.Budget;
import exemplar.backend.cost.Estimate;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where runs are begun: what one takes is reckoned first; one that costs something waits for a
/// person's word. On the screen's thread.
final class RunDesk {

    /// A run that is about to begin and waits for a person's word.
    record Proposal(Question question, Forecast.Outlook outlook) {}

    private final Workspace workspace;
    private final Consumer<Question> begun;
    private final Consumer<Question> over;
    private final Forecast forecast;
    private final RunUnderWay underWay;
    private Optional<Budget> paid = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Proposal>> proposal =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param begun told before the first cell of a run is asked
    /// @param over told when a run has ended in one way or another
    RunDesk(Workspace workspace, Consumer<Question> begun, Consumer<Question> over) {
        this.workspace = workspace;
        this.begun = begun;
        this.over = over;
        forecast = new Forecast(workspace);
        underWay = new RunUnderWay(workspace);
    }

    /// The run under way.
    ReadOnlyObjectProperty<Optional<Job>> job() {
        return underWay.job();
    }

    /// What the run on screen would take.
    ReadOnlyObjectProperty<Optional<Forecast.Outlook>> outlook() {
        return forecast.outlook();
    }

    /// The run that waits for a person's word.
    ReadOnlyObjectProperty<Optional<Proposal>> proposal() {
        return proposal.getReadOnlyProperty();
    }

    boolean isFree() {
        return job().get().isEmpty();
    }

    /// Reckons what a run would take, without any thought of beginning it.
    void reckon(Question question) {
        forecast.look(question, found -> {}, e -> {});
    }

    /// Takes back what was reckoned and proposed.
    void clear() {
        proposal.set(Optional.empty());
        forecast.clear();
    }

    /// Begins a run, or proposes it where it costs something.
    void propose(Question question) {
        if (!isFree()) {
            return;
        }
        Optional<String> fixed = workspace.readOnly();
        if (fixed.isPresent()) {
            workspace.tell(Notice.problem(fixed.get()));
            return;
        }
        if (question.size() <= 0) {
            workspace.tell(Notice.problem(Texts.of("compare.nothing")));
            return;
        }
        forecast.look(
                question,
                outlook -> {
                    if (outlook.costs()) {
                        proposal.set(Optional.of(new Proposal(question, outlook)));
                    } else {
                        launch(question, Optional.empty());
                    }
                },
                e -> workspace.tell(Notice.problem(String.valueOf(e.getMessage()))));
    }

    /// The person agrees to what the run costs.
    ///
    /// @param limit US dollars it may cost at most; empty for no limit
    void agree(Optional<Double> limit) {
        proposal.get()
                .ifPresent(p -> {
                    Estimate estimate = p.outlook().estimate();
                    // Where a price is not known a limit cannot be kept, and nothing can be
                    // counted.
                    boolean counted = estimate.unpriced().isEmpty() && estimate.high() > 0;
                    launch(
                            p.question(),
                            counted
                                    ? Optional.of(
                                            new Budget(limit.orElse(Double.POSITIVE_INFINITY)))
                                    : Optional.empty());
                });
    }

    /// The person does not agree: nothing is sent.
    void decline() {
        proposal.set(Optional.empty());
    }

    private void launch(Question question, Optional<Budget> budget) {
        if (isFree()) {
            clear();
            paid = budget;
            begun.accept(question);
            underWay.start(question, budget, () -> over.accept(question));
        }
    }

    /// What the last run was allowed and has cost, where it ended at its limit.
    Optional<Budget> exceeded() {
        return paid.filter(Budget::reached);
    }

    /// Stops the run under way; what arrived is kept.
    void stop() {
        underWay.stop();
    }
}
