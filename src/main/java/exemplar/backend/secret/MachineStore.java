package exemplar.backend.secret;

import exemplar.backend.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// The store this machine has: an encrypted file where `EXEMPLAR_PASSPHRASE` is set, otherwise the
/// keychain. Looked for when it is first needed, as a keychain takes a third of a second to reach.
public final class MachineStore implements SecretStore {
    /// The environment variable with the passphrase.
    public static final String PASSPHRASE = "EXEMPLAR_PASSPHRASE";

    private final Supplier<Optional<? extends SecretStore>> look;
    private Optional<SecretStore> found = Optional.empty();

    /// @param settings the folder of the encrypted file
    public MachineStore(Path settings) {
        this(() ->
                Optional.ofNullable(System.getenv(PASSPHRASE))
                        .filter(p -> !p.isBlank())
                        .<SecretStore>map(
                                p -> new EncryptedFile(settings.resolve("keys.json"), Secret.of(p)))
                        .or(Keychain::ofThisMachine));
    }

    MachineStore(Supplier<Optional<? extends SecretStore>> look) {
        this.look = look;
    }

    @Override
    public String description() {
        try {
            return store().description();
        } catch (IOException e) {
            return "this computer";
        }
    }

    @Override
    public Optional<Secret> find(String name) throws IOException {
        return store().find(name);
    }

    @Override
    public void put(String name, Secret secret) throws IOException {
        store().put(name, secret);
    }

    @Override
    public boolean remove(String name) throws IOException {
        return store().remove(name);
    }

    private synchronized SecretStore store() throws IOException {
        if (found.isEmpty()) {
            found = look.get().map(s -> s);
        }
        return found.orElseThrow(() ->
                new IOException(
                        "This computer has no keychain that can be reached. Put the key in an"
                                + " environment variable, or set "
                                + PASSPHRASE
                                + " to keep keys in an encrypted file."));
    }
}
