package exemplar.ui.control;

import java.util.Optional;

/// Small numbers that outlive the window, such as where a divider stands.
public interface Memory {
    Optional<Double> number(String key);

    void put(String key, double value);

    /// Remembers nothing.
    Memory NONE =
            new Memory() {
                @Override
                public Optional<Double> number(String key) {
                    return Optional.empty();
                }

                @Override
                public void put(String key, double value) {}
            };
}
