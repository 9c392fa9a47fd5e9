package exemplar.ui.settings;

import exemplar.backend.gateway.KeySource;
import exemplar.ui.control.Texts;

/// Where the key of a model comes from, and whether it is there, as a sentence.
final class KeyWords {
    private KeyWords() {}

    static String of(KeySource key, Facts facts) {
        return switch (key) {
            case KeySource.None n -> Texts.of("settings.key.none");
            case KeySource.Variable(String variable) ->
                    Texts.of(
                            facts.keyThere()
                                    ? "settings.key.variable.set"
                                    : "settings.key.variable.unset",
                            variable);
            case KeySource.Stored(String entry) ->
                    Texts.of(
                            facts.keyThere()
                                    ? "settings.key.there"
                                    : facts.locked()
                                            ? "settings.key.there.locked"
                                            : "settings.key.there.not",
                            entry);
        };
    }
}
