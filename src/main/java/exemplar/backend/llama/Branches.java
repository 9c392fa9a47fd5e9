package exemplar.backend.llama;

import java.util.List;

/// Texts after a prompt whose cells are in memory, evaluated side by side.
final class Branches {
    /// Most tokens of a text that is evaluated beside others.
    static final int MOST_TOKENS = 128;

    private final Context context;
    private final Batch batch;

    Branches(Context context, Batch batch) {
        this.context = context;
        this.batch = batch;
    }

    /// Finds the log-probabilities of all tokens of the texts but the first of each.
    ///
    /// @param length of the prompt
    /// @param which texts to score, each of at least two tokens
    /// @param scores where they go
    void score(int length, List<int[]> texts, List<Integer> which, double[][] scores)
            throws InterruptedException, EngineFault {
        int from = 0;
        while (from < which.size()) {
            int to = from;
            int tokens = 0;
            while (to < which.size() && to - from < Context.SEQUENCES - 2) {
                tokens += texts.get(which.get(to)).length - 1;
                if (to > from && tokens > Context.MOST - 1) {
                    break;
                }
                to++;
            }
            together(length, texts, which.subList(from, to), scores);
            from = to;
        }
    }

    private void together(int length, List<int[]> texts, List<Integer> which, double[][] scores)
            throws InterruptedException, EngineFault {
        LabelTree tree = new LabelTree(which.stream().map(texts::get).toList());
        List<LabelTree.Node> nodes = tree.nodes();
        int sequences = which.size();
        try {
            for (int s = 1; s <= sequences; s++) {
                context.copy(0, s);
            }
            batch.clear();
            for (LabelTree.Node node : nodes) {
                int[] in = node.texts().stream().mapToInt(i -> i + 1).toArray();
                batch.add(node.token(), length + node.depth(), true, in);
            }
            if (nodes.size() == 1) {
                // The library rounds a single token differently, so it gets company.
                sequences++;
                context.copy(0, sequences);
                batch.add(nodes.getFirst().token(), length, true, sequences);
            }
            context.decode(batch);
            for (int row = 0; row < nodes.size(); row++) {
                LabelTree.Node node = nodes.get(row);
                float[] logits = context.logits(row);
                double norm = Evaluation.logSum(logits);
                for (int i : node.texts()) {
                    int text = which.get(i);
                    int next = node.depth() + 1;
                    scores[text][next] = logits[texts.get(text)[next]] - norm;
                }
            }
        } finally {
            for (int s = 1; s <= sequences; s++) {
                context.remove(s, -1);
            }
        }
    }
}
