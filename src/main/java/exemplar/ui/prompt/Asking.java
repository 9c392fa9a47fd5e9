package exemplar.ui.prompt;

import exemplar.backend.Answerer;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.label.LabelDistribution;
import exemplar.backend.label.LabelScorer;
import exemplar.compare.Judge;
import exemplar.compare.Judgement;
import exemplar.compare.Prepared;
import exemplar.model.RenderedPrompt;
import exemplar.prompt.Sending;
import exemplar.study.folder.StudyImages;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    /// @param labels how likely the model holds each label, once that is known
    /// @param next what a person can do where it failed
    record Answer(
            String text,
            Optional<Judgement> judgement,
            String words,
            boolean running,
            boolean failed,
            Optional<LabelDistribution> labels,
            Optional<Notice.Action> next) {
        static final Answer NONE = over("", Optional.empty(), "", false);

        static Answer arriving(String text, String words) {
            return new Answer(
                    text, Optional.empty(), words, true, false, Optional.empty(), Optional.empty());
        }

        static Answer over(
                String text, Optional<Judgement> judgement, String words, boolean failed) {
            return new Answer(
                    text, judgement, words, false, failed, Optional.empty(), Optional.empty());
        }

        Answer with(LabelDistribution distribution) {
            return new Answer(
                    text, judgement, words, running, failed, Optional.of(distribution), next);
        }

        Answer offering(Notice.Action action) {
            return new Answer(text, judgement, words, running, failed, labels, Optional.of(action));
        }
    }

    private final Workspace workspace;
    private final PromptViewModel prompt;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NONE);
    private long modelsThen;
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
                                        && same(
                                                a.made().rendering().prompt(),
                                                now.made().rendering().prompt()))
                        .orElse(true);
        if (!same && asking.isEmpty()) {
            asked = Optional.empty();
            answer.set(Answer.NONE);
        }
    }

    private static boolean same(RenderedPrompt one, RenderedPrompt other) {
        return one.text().equals(other.text()) && one.images().equals(other.images());
    }

    /// With other models on this machine what went wrong may be right by now: takes the words about
    /// it away.
    void forgetFault() {
        if (asking.isEmpty() && answer.get().failed() && workspace.models().get() != modelsThen) {
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
        StudyImages images = new StudyImages(workspace.folder().orElse(Path.of("")));
        String model = workspace.model().get();
        AtomicReference<String> arrived = new AtomicReference<>("");
        AtomicReference<String> words = new AtomicReference<>(Texts.of("prompt.answering", model));
        Runnable show =
                workspace
                        .jobs()
                        .screen()
                        .coalesced(() -> {
                            if (asking.isPresent()) {
                                answer.set(Answer.arriving(arrived.get(), words.get()));
                            }
                        });
        answer.set(Answer.arriving("", words.get()));
        Job job =
                workspace
                        .jobs()
                        .start(
                                Texts.of("prompt.job.ask", model),
                                r ->
                                        ask(
                                                model,
                                                images.of(rendered),
                                                about,
                                                new Arriving(model, arrived, words, show, r)),
                                told -> ended(told.outcome(), about, told.input()),
                                e ->
                                        ended(
                                                new Outcome.Failed(
                                                        new Fault.Unable(
                                                                String.valueOf(e.getMessage())),
                                                        arrived.get()),
                                                about,
                                                Optional.empty()));
        if (job.state().get() == Job.State.RUNNING) {
            asking = Optional.of(job);
            job.state()
                    .subscribe(state -> {
                        if (state == Job.State.CANCELLED) {
                            asking = Optional.empty();
                            answer.set(
                                    Answer.over(
                                            arrived.get(),
                                            Optional.empty(),
                                            Texts.of("prompt.stopped"),
                                            false));
                        }
                    });
        }
    }

    /// Hears the answer and shows what there is of it.
    private record Arriving(
            String model,
            AtomicReference<String> text,
            AtomicReference<String> words,
            Runnable show,
            Job.Reporter reporter)
            implements Answerer.Sink {
        @Override
        public void text(String piece) {
            String answering = Texts.of("prompt.answering", model);
            if (!words.getAndSet(answering).equals(answering)) {
                // How long an answer gets nobody knows.
                reporter.at(0, 0, "");
            }
            text.updateAndGet(t -> t + piece);
            show.run();
        }

        @Override
        public void read(int tokens, int of) {
            words.set(Texts.of("prompt.reading", model, tokens, of));
            reporter.at(tokens, of, "");
            show.run();
        }
    }

    /// What came back.
    ///
    /// @param input what was asked; empty where nothing could be
    private record Told(Outcome outcome, Optional<Request.Input> input) {}

    private Told ask(
            String model, StudyImages.Shown images, PromptViewModel.Shown about, Answerer.Sink sink)
            throws IOException {
        if (workspace.gateway().model(model).isEmpty()) {
            return new Told(
                    new Outcome.Failed(
                            new Fault.ModelMissing(Texts.of("prompt.model.missing", model)), ""),
                    Optional.empty());
        }
        return switch (images) {
            case StudyImages.Missing(String reason) ->
                    new Told(new Outcome.Failed(new Fault.Unable(reason), ""), Optional.empty());
            case StudyImages.All(var pictures) -> {
                Sampling sampling = Sending.of(about.design(), about.task());
                Request.Input input =
                        new Prepared(
                                        about.made().rendering().prompt(),
                                        List.of(),
                                        sampling,
                                        pictures)
                                .input();
                yield new Told(
                        workspace.gateway().ask(model, input, sampling, sink), Optional.of(input));
            }
        };
    }

    private void ended(
            Outcome outcome, PromptViewModel.Shown about, Optional<Request.Input> input) {
        asking = Optional.empty();
        modelsThen = workspace.models().get();
        String gold = about.item().gold();
        answer.set(
                switch (outcome) {
                    case Outcome.Answered(var reply) ->
                            Answer.over(
                                    reply.text(),
                                    Optional.of(new Judge(about.task()).judge(reply.text(), gold)),
                                    Texts.of(
                                            "prompt.answered",
                                            gold.isEmpty() ? "–" : gold,
                                            reply.latency().toMillis() / 1000.0,
                                            reply.promptTokens().orElse(0),
                                            reply.answerTokens().orElse(0)),
                                    false);
                    case Outcome.Failed(var fault, var partial) ->
                            failed(
                                    fault,
                                    Answer.over(partial, Optional.empty(), fault.message(), true));
                });
        if (outcome instanceof Outcome.Answered) {
            input.ifPresent(i -> score(about, i));
        }
    }

    /// A model that is not here is fetched, and a key entered, among the models.
    private Answer failed(Fault fault, Answer said) {
        return switch (fault) {
            case Fault.ModelMissing m -> said.offering(models("prompt.model.fetch"));
            case Fault.Auth a -> said.offering(models("command.models"));
            default -> said;
        };
    }

    private Notice.Action models(String key) {
        return new Notice.Action(
                Texts.of(key), () -> workspace.go(new Workspace.Place.OfPane("settings")));
    }

    /// Adds how likely each label is, where the model tells it without drawing answers.
    private void score(PromptViewModel.Shown about, Request.Input input) {
        if (about.task().labels().isEmpty()) {
            return;
        }
        String model = workspace.model().get();
        workspace
                .jobs()
                .background(
                        () ->
                                workspace
                                        .gateway()
                                        .scorer(model, new LabelScorer.Options(false, 0))
                                        .map(s -> s.score(input, about.task().labels())),
                        found -> {
                            boolean still = asked.filter(a -> a == about).isPresent();
                            if (still
                                    && asking.isEmpty()
                                    && found.orElse(null)
                                            instanceof LabelScorer.Scored(var distribution)) {
                                answer.set(answer.get().with(distribution));
                            }
                        },
                        e -> {});
    }
}
