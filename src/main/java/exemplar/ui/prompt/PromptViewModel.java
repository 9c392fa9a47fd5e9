package exemplar.ui.prompt;

import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.compare.Judge;
import exemplar.compare.Judgement;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.PromptForm;
import exemplar.model.RenderedPrompt;
import exemplar.prompt.Prompts;
import exemplar.prompt.Sending;
import exemplar.study.Edit;
import exemplar.study.Study;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Workspace;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the Prompt pane shows and does: the prompt of the design for the item, always of the latest
/// state, and the answer of the model. On the screen's thread, without a toolkit.
public final class PromptViewModel {

    /// The answer bar.
    ///
    /// @param text what has arrived
    /// @param words about it: right or wrong, time, tokens, or what went wrong
    public record Answer(
            String text, Optional<Judgement> judgement, String words, boolean running) {
        static final Answer NONE = new Answer("", Optional.empty(), "", false);
    }

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Optional<Prompts.Made>> made =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NONE);
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
    private Optional<Job> asking = Optional.empty();
    private long wanted;

    public PromptViewModel(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The prompt with how it came about; empty without a design or an item.
    public ReadOnlyObjectProperty<Optional<Prompts.Made>> made() {
        return made.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /// Whether the prompt shown is of the latest state.
    public ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }

    /// Makes the prompt anew, beside the screen. An older making that ends later is dropped.
    public void refresh() {
        Optional<Study> study = workspace.study().get();
        Optional<Design> design = workspace.currentDesign();
        if (study.isEmpty() || design.isEmpty()) {
            made.set(Optional.empty());
            settled.set(true);
            return;
        }
        Study s = study.get();
        Example item =
                workspace.currentItem().orElseGet(() -> Example.of("", java.util.Map.of(), ""));
        long mine = ++wanted;
        settled.set(false);
        workspace
                .jobs()
                .compute(
                        r -> Prompts.make(design.get(), s.task(), s.pool(), item),
                        m -> {
                            if (mine == wanted) {
                                made.set(Optional.of(m));
                                settled.set(true);
                            }
                        },
                        e -> settled.set(true));
    }

    /// Changes the design being worked on; typing in one field is one step.
    public void edit(String label, String mergeKey, UnaryOperator<Design> change) {
        String name = workspace.design().get();
        workspace.apply(
                Edit.typing(
                        label,
                        mergeKey,
                        s ->
                                s.design(name)
                                        .map(d -> {
                                            Design after = change.apply(d);
                                            return after.equals(d) ? s : s.withDesign(after);
                                        })
                                        .orElse(s)));
    }

    /// Writes one of the design's templates.
    public void write(String part, String source) {
        edit(
                Texts.of("prompt.edit.template", part),
                "template." + workspace.design().get() + "." + part,
                d -> d.withForm(with(d.form(), part, source)));
    }

    private static PromptForm with(PromptForm form, String part, String source) {
        return switch (form) {
            case PromptForm.Free f -> new PromptForm.Free(source);
            case PromptForm.Parts p ->
                    switch (part) {
                        case "system" ->
                                new PromptForm.Parts(
                                        source,
                                        p.instruction(),
                                        p.demonstration(),
                                        p.answer(),
                                        p.separator(),
                                        p.query());
                        case "instruction" ->
                                new PromptForm.Parts(
                                        p.system(),
                                        source,
                                        p.demonstration(),
                                        p.answer(),
                                        p.separator(),
                                        p.query());
                        case "demonstration" ->
                                new PromptForm.Parts(
                                        p.system(),
                                        p.instruction(),
                                        source,
                                        p.answer(),
                                        p.separator(),
                                        p.query());
                        case "answer" ->
                                new PromptForm.Parts(
                                        p.system(),
                                        p.instruction(),
                                        p.demonstration(),
                                        source,
                                        p.separator(),
                                        p.query());
                        default ->
                                new PromptForm.Parts(
                                        p.system(),
                                        p.instruction(),
                                        p.demonstration(),
                                        p.answer(),
                                        p.separator(),
                                        source);
                    };
        };
    }

    /// Goes to the next item, or the one before.
    public void step(int by) {
        workspace
                .study()
                .get()
                .ifPresent(s -> {
                    int n = s.tests().size();
                    if (n > 0) {
                        int at = s.tests().indexOfId(workspace.item().get());
                        workspace.item().set(s.tests().get(Math.floorMod(at + by, n)).id());
                    }
                });
    }

    /// Whether the model can be asked now.
    public boolean canRun() {
        return asking.isEmpty()
                && settled.get()
                && made.get().map(m -> !m.rendering().broken()).orElse(false);
    }

    /// Asks the model at hand; the answer streams into [#answer].
    public void run() {
        Optional<Study> study = workspace.study().get();
        if (!canRun() || study.isEmpty()) {
            return;
        }
        RenderedPrompt prompt = made.get().orElseThrow().rendering().prompt();
        Design design = workspace.currentDesign().orElseThrow();
        String gold = workspace.currentItem().map(Example::gold).orElse("");
        Request.Input input =
                prompt.isChat()
                        ? new Request.Chat(prompt.messages())
                        : new Request.Completion(prompt.text());
        String model = workspace.model().get();
        AtomicReference<String> arrived = new AtomicReference<>("");
        Runnable show =
                workspace
                        .jobs()
                        .screen()
                        .coalesced(() -> {
                            if (asking.isPresent()) {
                                answer.set(
                                        new Answer(
                                                arrived.get(),
                                                Optional.empty(),
                                                Texts.of("prompt.answering", model),
                                                true));
                            }
                        });
        answer.set(new Answer("", Optional.empty(), Texts.of("prompt.answering", model), true));
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
                                                        Sending.of(design, study.get().task()),
                                                        piece -> {
                                                            arrived.updateAndGet(t -> t + piece);
                                                            show.run();
                                                        }),
                                outcome -> ended(outcome, study.get(), gold),
                                e ->
                                        ended(
                                                new Outcome.Failed(
                                                        new Fault.Unable(
                                                                String.valueOf(e.getMessage())),
                                                        ""),
                                                study.get(),
                                                gold));
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
                                            false));
                        }
                    });
        }
    }

    private void ended(Outcome outcome, Study study, String gold) {
        asking = Optional.empty();
        answer.set(
                switch (outcome) {
                    case Outcome.Answered(var reply) ->
                            new Answer(
                                    reply.text(),
                                    Optional.of(new Judge(study.task()).judge(reply.text(), gold)),
                                    Texts.of(
                                            "prompt.answered",
                                            gold.isEmpty() ? "–" : gold,
                                            reply.latency().toMillis() / 1000.0,
                                            reply.promptTokens().orElse(0),
                                            reply.answerTokens().orElse(0)),
                                    false);
                    case Outcome.Failed(var fault, var partial) ->
                            new Answer(partial, Optional.empty(), fault.message(), false);
                });
    }

    /// Stops the model.
    public void stop() {
        asking.ifPresent(Job::cancel);
    }

    /// Whether the model is answering.
    public boolean running() {
        return asking.isPresent();
    }
}
