package exemplar.backend.gateway;

import exemplar.backend.Secret;
import java.util.Optional;

/// Finds the keys that registrations name.
@FunctionalInterface
public interface Keys {

    /// What became of looking for a key.
    sealed interface Result {}

    /// @param key empty when the server needs none
    record Key(Optional<Secret> key) implements Result {}

    /// It is not there; a sentence that says what to do.
    record NoKey(String reason) implements Result {}

    Result find(KeySource source);

    /// Keys from environment variables alone.
    static Keys fromEnvironment() {
        return from(name -> Optional.ofNullable(System.getenv(name)));
    }

    /// Keys from the variables given.
    static Keys from(Variables variables) {
        return source ->
                switch (source) {
                    case KeySource.None n -> new Key(Optional.empty());
                    case KeySource.Variable(String name) ->
                            variables
                                    .get(name)
                                    .filter(v -> !v.isBlank())
                                    .<Result>map(v -> new Key(Optional.of(Secret.of(v))))
                                    .orElseGet(() ->
                                            new NoKey(
                                                    "The environment variable "
                                                            + name
                                                            + " with the key is not set."));
                    case KeySource.Stored(String entry) ->
                            new NoKey(
                                    "There is no key called “"
                                            + entry
                                            + "” on this machine. Enter it again.");
                };
    }

    /// Reads an environment variable.
    @FunctionalInterface
    interface Variables {
        Optional<String> get(String name);
    }
}
