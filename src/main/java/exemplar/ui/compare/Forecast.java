package exemplar.ui.compare;

import exemplar.backend.cost.Estimate;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Terms;
import exemplar.compare.Prepared;
import exemplar.study.runs.StudyPrompts;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a run will take, reckoned behind the screen; of several looks only the last counts. On the
/// screen's thread.
final class Forecast {

    /// An estimate and whether it needs a person's word.
    ///
    /// @param paid models that have a price, and those on another machine whose price is not known
    record Outlook(Estimate estimate, List<String> paid) {
        Outlook {
            paid = List.copyOf(paid);
        }

        /// Number of questions that are sent.
        int sent() {
            return estimate.calls() - estimate.cached();
        }

        /// What it takes, to stand behind the number of calls.
        String words() {
            StringBuilder words = new StringBuilder();
            if (estimate.cached() > 0) {
                words.append(Texts.of("compare.outlook.cached", estimate.cached()));
            }
            if (sent() > 0) {
                words.append(" · ")
                        .append(Texts.of("compare.outlook.tokens", thousands()))
                        .append(" · ")
                        .append(cost());
            }
            return words.toString();
        }

        private String thousands() {
            long tokens = estimate.promptTokens();
            return tokens < 1000 ? Long.toString(tokens) : Math.round(tokens / 1000.0) + "k";
        }

        private String cost() {
            if (!estimate.unpriced().isEmpty()) {
                return Texts.of("compare.outlook.unpriced");
            }
            return estimate.high() > 0
                    ? Texts.of("compare.outlook.cost", ProposalBar.money(estimate.high()))
                    : Texts.of("compare.outlook.free");
        }

        /// Whether a person should agree first.
        boolean costs() {
            return sent() > 0 && !paid.isEmpty();
        }
    }

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Optional<Outlook>> outlook =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Job> looking = Optional.empty();
    private int looks;

    Forecast(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What the last look found; empty while it goes on.
    ReadOnlyObjectProperty<Optional<Outlook>> outlook() {
        return outlook.getReadOnlyProperty();
    }

    void clear() {
        // A look that was cancelled may have been through already: it is not heard any more.
        looks++;
        looking.ifPresent(Job::cancel);
        looking = Optional.empty();
        outlook.set(Optional.empty());
    }

    /// Reckons what a question takes and hands it over.
    void look(Question question, Consumer<Outlook> then, Consumer<Exception> failed) {
        clear();
        int look = looks;
        looking =
                Optional.of(
                        workspace
                                .jobs()
                                .background(
                                        () -> reckon(question),
                                        found -> {
                                            if (look == looks) {
                                                outlook.set(Optional.of(found));
                                                then.accept(found);
                                            }
                                        },
                                        failed));
    }

    private Outlook reckon(Question question) throws InterruptedException {
        Gateway gateway = workspace.gateway();
        Prepared.Source prompts = StudyPrompts.of(question.study(), question.folder());
        Estimate estimate =
                gateway.estimate(() ->
                        question.plan().cells().stream()
                                .takeWhile(c -> !Thread.currentThread().isInterrupted())
                                .filter(c -> !question.done().contains(c))
                                .flatMap(c ->
                                        prompts.prepare(c.variant().design(), c.item())
                                                        instanceof Prepared.Ready(Prepared p)
                                                ? Stream.of(
                                                        new Gateway.Question(
                                                                c.variant().model(),
                                                                p.input(),
                                                                Terms.of(p.sampling())
                                                                        .withRepeat(c.repeat())))
                                                : Stream.empty())
                                .iterator());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        List<String> away =
                question.plan().variants().stream()
                        .map(v -> v.model())
                        .distinct()
                        .filter(m ->
                                gateway.place(m) == Gateway.Place.ELSEWHERE || isPriced(gateway, m))
                        .filter(m -> estimate.high() > 0 || estimate.unpriced().contains(m))
                        .filter(m -> gateway.access(m) instanceof Gateway.Accessed)
                        .toList();
        return new Outlook(estimate, away);
    }

    /// Whether the person put a price on it: a server of this machine may pass questions on to one
    /// that is paid.
    private static boolean isPriced(Gateway gateway, String model) {
        return gateway.price(model).filter(p -> p.prompt() > 0 || p.answer() > 0).isPresent();
    }
}
