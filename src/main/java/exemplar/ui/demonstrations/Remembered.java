package exemplar.ui.demonstrations;

import exemplar.ui.shell.Preferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Small things a window remembers from one start to the next, such as the width of a column.
public interface Remembered {
    Optional<String> get(String key);

    void put(String key, String value);

    /// Remembers among the preferences.
    static Remembered in(Preferences preferences) {
        return new Remembered() {
            @Override
            public Optional<String> get(String key) {
                return preferences.text(key);
            }

            @Override
            public void put(String key, String value) {
                preferences.put(key, value);
            }
        };
    }

    /// Forgets everything at the end of the process.
    static Remembered forNow() {
        Map<String, String> values = new HashMap<>();
        return new Remembered() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public void put(String key, String value) {
                values.put(key, value);
            }
        };
    }
}
