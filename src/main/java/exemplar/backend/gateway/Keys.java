package exemplar.backend.gateway;

import exemplar.backend.Secret;
import exemplar.backend.secret.SecretStore;
import java.io.IOException;
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

    /// Keys from environment variables and from a store.
    static Keys from(Variables variables, SecretStore store) {
        Keys environment = from(variables);
        return source -> {
            if (!(source instanceof KeySource.Stored(String entry))) {
                return environment.find(source);
            }
            try {
                return store.find(entry)
                        .<Result>map(s -> new Key(Optional.of(s)))
                        .orElseGet(() ->
                                new NoKey(
                                        "There is no key called “"
                                                + entry
                                                + "” in "
                                                + store.description()
                                                + ". Enter it again."));
            } catch (IOException e) {
                return new NoKey(String.valueOf(e.getMessage()));
            }
        };
    }

    /// Reads an environment variable.
    @FunctionalInterface
    interface Variables {
        Optional<String> get(String name);
    }
}
