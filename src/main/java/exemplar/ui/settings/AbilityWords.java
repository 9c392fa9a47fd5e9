package exemplar.ui.settings;

import exemplar.backend.Abilities;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;

/// What a model can do, in words; the most telling first.
final class AbilityWords {
    private AbilityWords() {}

    /// Everything it can.
    static List<String> of(Abilities can) {
        List<String> words = new ArrayList<>();
        words.add(scores(can));
        add(words, can.chat(), "settings.can.chat");
        add(words, can.completion(), "settings.can.completion");
        add(words, can.streaming(), "settings.can.streaming");
        add(words, can.images(), "settings.can.images");
        add(words, can.embeddings(), "settings.can.embeddings");
        add(words, can.seed(), "settings.can.seed");
        if (can.context() > 0) {
            words.add(Texts.of("settings.can.context", can.context()));
        }
        return words;
    }

    /// How it scores labels.
    static String scores(Abilities can) {
        return can.labelScores()
                ? Texts.of("top.scores.exact")
                : can.topLogProbabilities() > 0
                        ? Texts.of("settings.can.top", can.topLogProbabilities())
                        : Texts.of("top.scores.sampled");
    }

    private static void add(List<String> words, boolean can, String key) {
        if (can) {
            words.add(Texts.of(key));
        }
    }
}
