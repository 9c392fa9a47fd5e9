package exemplar.ui.shell;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/// Something the person can do, by key, menu or palette.
///
/// @param id stable, such as `study.save`
/// @param words what it does, beginning with a verb
/// @param keys its key, if it has one
/// @param enabled whether it can be done now
public record Command(
        String id,
        String words,
        Optional<KeyCombination> keys,
        BooleanSupplier enabled,
        Runnable run) {

    /// A command that can always be done.
    public static Command of(String id, String words, Runnable run) {
        return new Command(id, words, Optional.empty(), () -> true, run);
    }

    /// With a key, such as `Shortcut+Enter`.
    public Command onKeys(String combination) {
        return new Command(
                id, words, Optional.of(KeyCombination.valueOf(combination)), enabled, run);
    }

    /// Possible only while the condition holds.
    public Command when(BooleanSupplier condition) {
        return new Command(id, words, keys, condition, run);
    }
}
