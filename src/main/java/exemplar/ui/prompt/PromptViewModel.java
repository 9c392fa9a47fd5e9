package exemplar.ui.prompt;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Task;
import exemplar.prompt.Composer;
import exemplar.prompt.Hints;
import exemplar.prompt.Prompts;
import exemplar.prompt.TokenBudget;
import exemplar.study.Study;
import exemplar.text.WordDiff;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.ModelTokens;
import exemplar.ui.shell.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the Prompt pane shows: the prompt of the design for the item, always of the latest state,
/// what it takes of the model's room, and how it differs from another design's. On the screen's
/// thread, without a toolkit; the work is done beside it.
public final class PromptViewModel {

    /// A prompt with what it was made of.
    ///
    /// @param hints what is allowed and seldom meant
    /// @param other the prompt of the design it is compared with
    /// @param diff from that prompt to this one; empty where there is none to compare with
    /// @param page the prompt as it is painted, or what differs
    /// @param took how long it took to make
    public record Shown(
            Study study,
            Design design,
            Example item,
            Prompts.Made made,
            List<String> hints,
            Optional<Prompts.Made> other,
            List<WordDiff.Run> diff,
            PromptPage page,
            Duration took) {

        public Task task() {
            return study.task();
        }

        public List<String> ids() {
            return made.demonstrations().stream().map(c -> c.example().id()).toList();
        }
    }

    /// What a prompt takes.
    ///
    /// @param context most tokens the model takes; 0 when unknown
    /// @param difference tokens more than the prompt it is compared with
    public record Room(Shown of, TokenBudget tokens, int context, Optional<Integer> difference) {

        /// How many tokens are left when prompt and answer are in; negative when they do not fit.
        public int left() {
            return context - tokens.total() - of.design().answerTokens();
        }

        public boolean tooLong() {
            return context > 0 && left() < 0;
        }
    }

    private record Wanted(
            Study study, Design design, Example item, Optional<Design> other, Colouring colouring) {

        /// Whether it is the same prompt in other words, of templates that cannot make much work.
        boolean onlyOtherWords(Wanted before) {
            return Effort.isBounded(design.form())
                    && design.withForm(before.design().form()).equals(before.design())
                    && study.pool() == before.study().pool()
                    && study.task().equals(before.study().task())
                    && item.equals(before.item())
                    && other.isEmpty()
                    && before.other().isEmpty();
        }
    }

    /// What was made faster than this is made at once or waited for the next time, so that it is
    /// painted together with the letter that changed it.
    private static final Duration QUICK = Duration.ofMillis(4);

    private final Workspace workspace;
    private final Composer composer = new Composer();
    private final Composer otherComposer = new Composer();
    private Optional<Wanted> made = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Room>> room =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper other = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
    private final Duration pause;
    private Colouring colouring = Colouring.LABEL;
    private Optional<Job> countingJob = Optional.empty();
    private Optional<Wanted> making = Optional.empty();
    private Optional<Wanted> next = Optional.empty();
    private boolean unwanted;
    private long counting;

    public PromptViewModel(Workspace workspace) {
        this(workspace, Duration.ofMillis(60));
    }

    /// @param pause tokens are counted when nothing has changed for this long, so that they do not
    ///   delay the letters of who types
    PromptViewModel(Workspace workspace, Duration pause) {
        this.workspace = workspace;
        this.pause = pause;
    }

    /// The prompt with how it came about; empty without a design or an item.
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// What the prompt takes of the model's room; a moment behind [#shown].
    public ReadOnlyObjectProperty<Optional<Room>> room() {
        return room.getReadOnlyProperty();
    }

    /// Name of the design the prompt is compared with; empty for none.
    public ReadOnlyStringProperty other() {
        return other.getReadOnlyProperty();
    }

    /// Whether everything shown is of the latest state.
    public ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }

    /// Compares with another design; an empty name ends it.
    public void compareWith(String design) {
        other.set(design);
        refresh();
    }

    /// What the colours of the page say. Tokens are coloured by [#tokens], once they are counted.
    public Colouring colouring() {
        return colouring;
    }

    public void colour(Colouring by) {
        colouring = by;
        refresh();
    }

    /// The page with its tokens, of what is shown and counted.
    public Optional<PromptPage> tokens() {
        return room.get()
                .filter(r -> shown.get().filter(s -> s == r.of()).isPresent())
                .filter(r -> r.of().other().isEmpty())
                .map(r ->
                        PromptPage.of(
                                r.of().made(), r.of().task(), Colouring.TOKENS, r.tokens().ends()));
    }

    /// Makes the prompt of the state as it is now, when it is another one than is shown.
    public void refresh() {
        Optional<Study> study = workspace.study().get();
        Optional<Design> design = workspace.currentDesign();
        if (study.isEmpty() || design.isEmpty()) {
            // What is under way still ends, and is not shown: two at a time would overtake each
            // other.
            unwanted = making.isPresent();
            next = Optional.empty();
            counting++;
            shown.set(Optional.empty());
            room.set(Optional.empty());
            settled.set(true);
            return;
        }
        Example item =
                workspace.currentItem().orElseGet(() -> Example.of("", java.util.Map.of(), ""));
        Optional<Design> compared =
                study.get().design(other.get()).filter(d -> !d.name().equals(design.get().name()));
        Wanted wanted = new Wanted(study.get(), design.get(), item, compared, colouring);
        settled.set(false);
        if (making.isPresent()) {
            // One at a time; of what is asked for meanwhile only the latest counts.
            next = Optional.of(wanted);
        } else {
            make(wanted);
        }
    }

    private void make(Wanted wanted) {
        making = Optional.of(wanted);
        Optional<Wanted> before = made;
        made = Optional.of(wanted);
        boolean quick = shown.get().map(s -> s.took().compareTo(QUICK) < 0).orElse(false);
        if (quick && before.filter(wanted::onlyOtherWords).isPresent()) {
            present(made(wanted));
            return;
        }
        workspace
                .jobs()
                .computeSoon(
                        quick ? QUICK : Duration.ZERO,
                        r -> made(wanted),
                        this::present,
                        e -> {
                            ended();
                            settled.set(making.isEmpty());
                        });
    }

    private Shown made(Wanted w) {
        long began = System.nanoTime();
        Prompts.Made made = composer.make(w.design(), w.study().task(), w.study().pool(), w.item());
        Optional<Prompts.Made> compared =
                w.other()
                        .map(d ->
                                otherComposer.make(
                                        d, w.study().task(), w.study().pool(), w.item()));
        List<WordDiff.Run> diff =
                compared.map(o ->
                                WordDiff.between(
                                        o.rendering().prompt().text(),
                                        made.rendering().prompt().text()))
                        .orElse(List.of());
        return new Shown(
                w.study(),
                w.design(),
                w.item(),
                made,
                Hints.of(made, w.study().task(), w.item()),
                compared,
                diff,
                compared.isPresent()
                        ? PromptPage.ofDiff(diff)
                        : PromptPage.of(made, w.study().task(), w.colouring(), new int[0]),
                Duration.ofNanos(System.nanoTime() - began));
    }

    /// Shows what was made, then makes what is wanted by now: the other way round the later prompt,
    /// which may be made at once, would be painted over by the earlier one.
    private void present(Shown now) {
        boolean wanted = !unwanted;
        if (wanted) {
            shown.set(Optional.of(now));
        }
        boolean latest = next.isEmpty();
        ended();
        if (latest && wanted) {
            count();
        } else if (latest) {
            settled.set(true);
        }
    }

    private void ended() {
        making = Optional.empty();
        unwanted = false;
        Optional<Wanted> more = next;
        next = Optional.empty();
        more.ifPresent(this::make);
    }

    /// Counts the tokens of what is shown, by the tokenizer of the chosen model.
    public void count() {
        Optional<Shown> now = shown.get();
        if (now.isEmpty()) {
            return;
        }
        long mine = ++counting;
        ModelTokens.Room by = workspace.tokens().room().get();
        settled.set(false);
        countingJob.ifPresent(Job::cancel);
        countingJob =
                Optional.of(
                        workspace
                                .jobs()
                                .background(
                                        () -> {
                                            Thread.sleep(pause);
                                            return counted(now.get(), by);
                                        },
                                        counted -> {
                                            if (mine == counting) {
                                                room.set(Optional.of(counted));
                                                settled.set(making.isEmpty());
                                            }
                                        },
                                        e -> {
                                            if (mine == counting) {
                                                settled.set(making.isEmpty());
                                            }
                                        }));
    }

    private static Room counted(Shown shown, ModelTokens.Room by) {
        TokenBudget budget = TokenBudget.of(shown.made().rendering().prompt(), by.counter());
        return new Room(
                shown,
                budget,
                by.context(),
                shown.other()
                        .map(o ->
                                budget.total()
                                        - TokenBudget.of(o.rendering().prompt(), by.counter())
                                                .total()));
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
}
