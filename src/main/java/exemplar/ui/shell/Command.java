package exemplar.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/// Something the person can do, by key, menu or palette.
///
/// @param id stable, such as `study.save`
/// @param words what it does, beginning with a verb
/// @param now what it would do as things are, for the palette; usually its words
/// @param keys its key, if it has one
/// @param more further keys that do the same and are not shown
/// @param icon its picture, if it has one
/// @param enabled whether it can be done now
public record Command(
        String id,
        String words,
        Supplier<String> now,
        Optional<KeyCombination> keys,
        List<KeyCombination> more,
        Optional<Feather> icon,
        BooleanSupplier enabled,
        Runnable run) {

    private static final Map<Character, String> KEYS =
            Map.of(
                    '.',
                    "Period",
                    ',',
                    "Comma",
                    '=',
                    "Equals",
                    '-',
                    "Minus",
                    '/',
                    "Slash",
                    ';',
                    "Semicolon",
                    '+',
                    "Plus");

    /// A command that can always be done.
    public static Command of(String id, String words, Runnable run) {
        return new Command(
                id,
                words,
                () -> words,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                () -> true,
                run);
    }

    /// With a key, such as `Shortcut+Enter`.
    public Command onKeys(String combination) {
        return new Command(
                id, words, now, Optional.of(keys(combination)), more, icon, enabled, run);
    }

    /// With a further key that is not shown.
    public Command alsoOnKeys(String combination) {
        List<KeyCombination> all = new ArrayList<>(more);
        all.add(keys(combination));
        return new Command(id, words, now, keys, List.copyOf(all), icon, enabled, run);
    }

    public Command withIcon(Feather shown) {
        return new Command(id, words, now, keys, more, Optional.of(shown), enabled, run);
    }

    /// Said as what it would do now, such as the step that would be undone.
    public Command saying(Supplier<String> words) {
        return new Command(id, this.words, words, keys, more, icon, enabled, run);
    }

    /// Possible only while the condition holds.
    public Command when(BooleanSupplier condition) {
        return new Command(id, words, now, keys, more, icon, condition, run);
    }

    /// Does it, when it can be done now.
    public void perform() {
        if (enabled.getAsBoolean()) {
            run.run();
        }
    }

    /// Characters are taken as the keys they stand on: what a keyboard writes with a key is not
    /// known everywhere.
    private static KeyCombination keys(String combination) {
        int last = combination.length() - 1;
        String key = KEYS.getOrDefault(combination.charAt(last), "");
        return KeyCombination.valueOf(
                key.isEmpty() ? combination : combination.substring(0, last) + key);
    }

    boolean isOn(KeyEvent event) {
        return keys.map(k -> k.match(event)).orElse(false)
                || more.stream().anyMatch(k -> k.match(event));
    }
}
