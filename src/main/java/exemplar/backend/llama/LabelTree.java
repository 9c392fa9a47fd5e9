package exemplar.backend.llama;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Texts that may follow one prompt, as a tree of tokens: what several begin with stands in it
/// once. Only tokens that something follows are in it, since of the last token of a text nothing
/// but its score is wanted.
final class LabelTree {
    /// A token.
    ///
    /// @param depth 0 right after the prompt
    /// @param texts the texts it belongs to, by their place
    record Node(int token, int depth, List<Integer> texts) {}

    private final List<Node> nodes = new ArrayList<>();

    /// @param texts the tokens of each
    LabelTree(List<int[]> texts) {
        Map<List<Integer>, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            int[] tokens = texts.get(i);
            List<Integer> beginning = new ArrayList<>();
            for (int t = 0; t + 1 < tokens.length; t++) {
                beginning.add(tokens[t]);
                int depth = t;
                int token = tokens[t];
                int place =
                        places.computeIfAbsent(
                                List.copyOf(beginning),
                                b -> {
                                    nodes.add(new Node(token, depth, new ArrayList<>()));
                                    return nodes.size() - 1;
                                });
                nodes.get(place).texts().add(i);
            }
        }
    }

    /// Every token, each after the one it follows.
    List<Node> nodes() {
        return nodes;
    }
}
