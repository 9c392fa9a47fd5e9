package exemplar.ui.prompt;

import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.compare.Judge;
import exemplar.compare.Judgement;
import exemplar.model.RenderedPrompt;
import exemplar.prompt.Sending;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Workspace;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Asks the model at hand about the prompt shown; the answer streams in. On the screen's thread,
/// without a toolkit.
final class Asking {

    /// The answer bar.
    ///
    /// @param text what has arrived
    /// @param words about it: time, tokens, or what went wrong
    record Answer(
            String text,
            Optional<Judgement> judgement,
            String words,
            boolean running,
            boolean failed) {
        static final Answer NONE = new Answer("", Optional.empty(), "", false, false);

        static Answer arriving(String text, String words) {
            return new Answer(text, Optional.empty(), words, true, false);
        }
    }

    private final Workspace workspace;
    private final PromptViewModel prompt;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NONE);
    private Optional<Job> asking = Optional.empty();
    private Optional<PromptViewModel.Shown> asked = Optional.empty();

    Asking(Workspace workspace, PromptViewModel prompt) {
        this.workspace = workspace;
        this.prompt = prompt;
    }

    ReadOnlyObjectProperty<Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /// An answer belongs to its prompt: it goes when another prompt is shown.
    void forgetIfOther(PromptViewModel.Shown now) {
        boolean same =
                asked.map(a ->
                                a.item().id().equals(now.item().id())
                                        && a.made()
                                                .rendering()
                                                .prompt()
                                                .text()
                                                .equals(now.made().rendering().prompt().text()))
                        .orElse(true);
        if (!same && asking.isEmpty()) {
            asked = Optional.empty();
            answer.set(Answer.NONE);
        }
    }

    boolean can() {
        return asking.isEmpty()
                && prompt.shown().get().map(s -> !s.made().rendering().broken()).orElse(false);
    }

    boolean running() {
        return asking.isPresent();
    }

    void stop() {
        asking.ifPresent(Job::cancel);
    }

    void ask() {
        Optional<PromptViewModel.Shown> now = prompt.shown().get();
        if (!can() || now.isEmpty()) {
            return;
        }
        PromptViewModel.Shown about = now.get();
        asked = now;
        RenderedPrompt rendered = about.made().rendering().prompt();
        Request.Input input =
                rendered.isChat()
                        ? new Request.Chat(rendered.messages())
                        : new Request.Completion(rendered.text());
        String model = workspace.model().get();
        AtomicReference<String> arrived = new AtomicReference<>("");
        String words = Texts.of("prompt.answering", model);
        Runnable show =
                workspace
                        .jobs()
                        .screen()
                        .coalesced(() -> {
                            if (asking.isPresent()) {
                                answer.set(Answer.arriving(arrived.get(), words));
                            }
                        });
        answer.set(Answer.arriving("", words));
        Job job =
                workspace
                        .jobs()
                        .start(
                                Texts.of("prompt.job.ask", model),
                                r ->
                                        workspace
                                                .gateway()
                                                .ask(
                                                        model,
                                                        input,
                                                        Sending.of(about.design(), about.task()),
                                                        piece -> {
                                                            arrived.updateAndGet(t -> t + piece);
                                                            show.run();
                                                        }),
                                outcome -> ended(outcome, about),
                                e ->
                                        ended(
                                                new Outcome.Failed(
                                                        new Fault.Unable(
                                                                String.valueOf(e.getMessage())),
                                                        arrived.get()),
                                                about));
        if (job.state().get() == Job.State.RUNNING) {
            asking = Optional.of(job);
            job.state()
                    .subscribe(state -> {
                        if (state == Job.State.CANCELLED) {
                            asking = Optional.empty();
                            answer.set(
                                    new Answer(
                                            arrived.get(),
                                            Optional.empty(),
                                            Texts.of("prompt.stopped"),
                                            false,
                                            false));
                        }
                    });
        }
    }

    private void ended(Outcome outcome, PromptViewModel.Shown about) {
        asking = Optional.empty();
        String gold = about.item().gold();
        answer.set(
                switch (outcome) {
                    case Outcome.Answered(var reply) ->
                            new Answer(
                                    reply.text(),
                                    Optional.of(new Judge(about.task()).judge(reply.text(), gold)),
                                    Texts.of(
                                            "prompt.answered",
                                            gold.isEmpty() ? "–" : gold,
                                            reply.latency().toMillis() / 1000.0,
                                            reply.promptTokens().orElse(0),
                                            reply.answerTokens().orElse(0)),
                                    false,
                                    false);
                    case Outcome.Failed(var fault, var partial) ->
                            new Answer(partial, Optional.empty(), fault.message(), false, true);
                });
    }
}
