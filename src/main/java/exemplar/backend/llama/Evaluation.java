package exemplar.backend.llama;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Evaluates prompts as a tree of tokens: what a prompt shares with those before it is not
/// evaluated again. The same prompt has the same numbers to the last bit, whatever was asked
/// before. One thread at a time.
///
/// Why that holds: the library rounds an evaluation of a single token differently from one of
/// several, so prompts are never evaluated by a single token, and what an answer added token by
/// token is never taken as known. Where it also rounds by the size of a batch (see [#steady()]),
/// prompts are cut at multiples of [#STEP] only.
final class Evaluation implements AutoCloseable {
    private static final int STEP = 64;
    private static final double[] NONE = new double[0];

    /// Tokens that make it worth to keep, or to fetch back, what was evaluated.
    private static final int WORTH = 48;

    private final Model model;
    private final Context context;
    private final Batch batch;
    private final Prefixes prefixes;
    private final Steadiness steadiness;

    /// The tokens whose cells are in memory; an answer's tokens may lie behind them.
    private int[] known = new int[0];

    private int cells;
    private Optional<Boolean> steady = Optional.empty();

    Evaluation(Model model, Context context, long keep, Steadiness steadiness) {
        this.model = model;
        this.context = context;
        this.batch = new Batch(context.arena(), context.most());
        this.prefixes = new Prefixes(keep);
        this.steadiness = steadiness;
    }

    /// Whether a prompt's numbers do not depend on how it is cut into batches, as tried once.
    boolean steady() throws InterruptedException, EngineFault {
        if (steady.isEmpty()) {
            steady = Optional.of(steadiness.of(this));
        }
        return steady.get();
    }

    /// Evaluates a prompt and gives the logits of what follows.
    ///
    /// @param room further tokens that will follow
    /// @param read told how many tokens are in memory, while there are more to come
    float[] prompt(int[] tokens, int room, IntConsumer read)
            throws InterruptedException, EngineFault {
        boolean free = steady();
        ensure(tokens.length + room);
        int have = recall(tokens, tokens.length, free);
        return forward(tokens, have, free, tokens.length, NONE, read);
    }

    /// Adds one token and gives the logits of what follows it.
    float[] next(int token) throws InterruptedException, EngineFault {
        batch.clear();
        batch.add(token, cells, true, 0);
        decode();
        cells++;
        return context.logits(0);
    }

    /// Log-probabilities (nats) of the tokens from a place on, each after all before it.
    ///
    /// @param from at least 1: of the first token nothing can be said
    double[] scores(int[] tokens, int from) throws InterruptedException, EngineFault {
        boolean free = steady();
        ensure(tokens.length);
        double[] scores = new double[Math.max(0, tokens.length - from)];
        if (scores.length > 0) {
            forward(tokens, recall(tokens, from, free), free, from, scores, at -> {});
        }
        return scores;
    }

    /// Log-probabilities (nats) of each token of several continuations of a prompt. The prompt is
    /// evaluated once; the continuations share its cells and are evaluated side by side.
    double[][] continuations(int[] prompt, List<int[]> continuations)
            throws InterruptedException, EngineFault {
        double[][] scores = new double[continuations.size()][];
        List<Integer> beside = new ArrayList<>();
        int room = 2;
        for (int i = 0; i < scores.length; i++) {
            int[] c = continuations.get(i);
            if (c.length > 1 && (model.recurrent() || c.length > Branches.MOST_TOKENS)) {
                scores[i] = scores(joined(prompt, c), prompt.length);
            } else {
                scores[i] = new double[c.length];
                beside.add(i);
                room += Math.max(0, c.length - 1);
            }
        }
        float[] first = prompt(prompt, Math.min(Context.MOST, room), at -> {});
        double norm = logSum(first);
        for (int i : beside) {
            int[] c = continuations.get(i);
            if (c.length > 0) {
                scores[i][0] = first[c[0]] - norm;
            }
        }
        beside.removeIf(i -> continuations.get(i).length < 2);
        new Branches(context, batch).score(prompt.length, continuations, beside, scores);
        return scores;
    }

    static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /// The hidden state after the last layer for each token of a text, added up by `pooling`.
    float[] hidden(int[] tokens, Pooling pooling) throws InterruptedException, EngineFault {
        ensure(tokens.length);
        keep();
        restart();
        context.hiddenStates(true);
        try {
            Pooling.Pooled pooled = pooling.of(model.width());
            for (int from = 0; from < tokens.length; from += context.most()) {
                int to = Math.min(tokens.length, from + context.most());
                batch.clear();
                for (int i = from; i < to; i++) {
                    batch.add(tokens[i], i, true, 0);
                }
                context.decode(batch);
                for (int i = from; i < to; i++) {
                    pooled.add(context.hidden(i - from));
                }
            }
            return pooled.vector();
        } finally {
            context.hiddenStates(false);
            restart();
        }
    }

    /// Evaluates tokens cut after the given ones, from nothing, and gives the logits of what
    /// follows; to try how the library rounds.
    float[] cutAt(int[] tokens, int first) throws InterruptedException, EngineFault {
        ensure(tokens.length);
        restart();
        float[] logits = new float[0];
        for (int from = 0; from < tokens.length; ) {
            int to = from == 0 ? first : tokens.length;
            logits = piece(tokens, from, to, tokens.length, NONE);
            from = to;
        }
        restart();
        return logits;
    }

    private void restart() {
        context.clear();
        known = new int[0];
        cells = 0;
    }

    private void ensure(int tokens) throws EngineFault {
        if (context.ensure(tokens)) {
            known = new int[0];
            cells = 0;
        }
    }

    /// Brings the beginning of a prompt into memory as far as it was evaluated before.
    ///
    /// @param most tokens that may be taken as known
    /// @return how many are there; nothing else is
    private int recall(int[] tokens, int most, boolean free) {
        int have = usable(Prefixes.common(known, known.length, tokens), most, free);
        Optional<Prefixes.Kept> near = prefixes.nearest(tokens);
        if (near.isPresent() && usable(near.get().common(tokens), most, free) >= have + WORTH) {
            keep();
            restart();
            if (context.restore(near.get().state(), 0)) {
                prefixes.used(near.get());
                known = near.get().tokens();
                cells = known.length;
            } else {
                prefixes.drop(near.get());
                context.clear();
            }
            have = usable(Prefixes.common(known, known.length, tokens), most, free);
        } else if (known.length - have >= WORTH) {
            keep();
        }
        if (cells > have && !context.remove(0, have)) {
            // A model that cannot forget a part begins anew.
            restart();
            return 0;
        }
        known = Arrays.copyOf(known, have);
        cells = have;
        return have;
    }

    private static int usable(int common, int most, boolean free) {
        return free
                ? Math.max(0, Math.min(common, most - 2))
                : Math.min(common, most - 1) / STEP * STEP;
    }

    /// Keeps what is in memory, unless most of it is kept already.
    private void keep() {
        if (known.length < WORTH
                || prefixes.nearest(known)
                        .filter(k -> k.common(known) > known.length - 2 * WORTH)
                        .isPresent()
                || (cells > known.length && !context.remove(0, known.length))) {
            return;
        }
        cells = known.length;
        prefixes.keep(known, context);
    }

    /// Evaluates what is missing and gives the logits after the last token.
    ///
    /// @param from the first token whose score is wanted
    /// @param scores where they go; empty for none
    private float[] forward(
            int[] tokens, int have, boolean free, int from, double[] scores, IntConsumer read)
            throws InterruptedException, EngineFault {
        float[] logits = new float[0];
        for (int at = have; at < tokens.length; ) {
            read.accept(at);
            int to = Math.min(tokens.length, at + STEP);
            if (free && tokens.length - to == 1) {
                to--;
            }
            logits = piece(tokens, at, to, from, scores);
            at = to;
        }
        return logits;
    }

    private float[] piece(int[] tokens, int start, int end, int from, double[] scores)
            throws InterruptedException, EngineFault {
        batch.clear();
        for (int i = start; i < end; i++) {
            batch.add(
                    tokens[i],
                    i,
                    i == tokens.length - 1 || (scores.length > 0 && i >= from - 1),
                    0);
        }
        decode();
        known = Arrays.copyOf(tokens, end);
        cells = end;
        for (int i = Math.max(start, from - 1); scores.length > 0 && i < end; i++) {
            if (i + 1 < tokens.length) {
                float[] logits = context.logits(i - start);
                scores[i + 1 - from] = logits[tokens[i + 1]] - logSum(logits);
            }
        }
        return end == tokens.length ? context.logits(end - 1 - start) : new float[0];
    }

    /// Evaluates the batch; after a stop or a fault its tokens are not taken as known.
    private void decode() throws InterruptedException, EngineFault {
        boolean done = false;
        try {
            context.decode(batch);
            done = true;
        } finally {
            if (!done && !context.remove(0, cells)) {
                restart();
            }
        }
    }

    /// log Σ exp, in double, shifted by the largest.
    static double logSum(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float l : logits) {
            max = Math.max(max, l);
        }
        double sum = 0;
        for (float l : logits) {
            sum += Math.exp(l - max);
        }
        return max + Math.log(sum);
    }

    @Override
    public void close() {
        prefixes.close();
        context.close();
    }
}
