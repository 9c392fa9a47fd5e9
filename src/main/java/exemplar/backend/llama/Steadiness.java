package exemplar.backend.llama;

import java.util.Arrays;

/// Tries whether the library rounds the same way however a text is cut into batches. Where it does,
/// every shared token of two prompts is evaluated once; where not, whole pieces of them are.
final class Steadiness {
    private static final String TEXT =
            "The harbour was quiet that morning, and 27 boats lay side by side in the grey light.";

    private final Vocabulary vocabulary;
    private final FileFacts facts;
    private final FileFacts.Stamp file;
    private final String library;

    /// @param facts where the result is remembered
    Steadiness(Vocabulary vocabulary, FileFacts facts, FileFacts.Stamp file, String library) {
        this.vocabulary = vocabulary;
        this.facts = facts;
        this.file = file;
        this.library = library;
    }

    boolean of(Evaluation evaluation) throws InterruptedException, EngineFault {
        String name = "steady " + library;
        var known = facts.find(file, name);
        if (known.isPresent()) {
            return known.get().equals("yes");
        }
        int[] tokens = vocabulary.tokens(TEXT, true);
        boolean steady = tokens.length > 12;
        if (steady) {
            float[] whole = evaluation.cutAt(tokens, tokens.length);
            for (int cut : new int[] {2, 7, tokens.length - 2}) {
                steady &= Arrays.equals(whole, evaluation.cutAt(tokens, cut));
            }
        }
        facts.keep(file, name, steady ? "yes" : "no");
        return steady;
    }
}
