package exemplar.backend.secret;

import exemplar.backend.Secret;
import java.io.IOException;
import java.util.Optional;

/// Keeps keys under names. Blocking. Every exception's message is a sentence for a person and holds
/// no key.
public interface SecretStore {

    /// How a person knows it, such as `the keychain of this computer`.
    String description();

    Optional<Secret> find(String name) throws IOException;

    /// Keeps a key, in the place of one of that name.
    void put(String name, Secret secret) throws IOException;

    /// Forgets a key; whether there was one.
    boolean remove(String name) throws IOException;
}
