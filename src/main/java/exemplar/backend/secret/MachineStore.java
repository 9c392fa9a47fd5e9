package exemplar.backend.secret;

import exemplar.backend.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// The store this machine has: an encrypted file where `EXEMPLAR_PASSPHRASE` is set, otherwise the
/// keychain, otherwise an encrypted file as soon as the person has said its passphrase. Looked for
/// when it is first needed, as a keychain takes a third of a second to reach. Safe for any number
/// of threads.
public final class MachineStore implements SecretStore {
    /// The environment variable with the passphrase.
    public static final String PASSPHRASE = "EXEMPLAR_PASSPHRASE";

    /// How the store stands.
    public sealed interface State {}

    /// Keys can be read and kept.
    ///
    /// @param description how a person knows the store
    public record Open(String description) implements State {}

    /// There is no keychain; keys go into a file that needs a passphrase, asked once a session.
    ///
    /// @param begun whether the file is there already, so that its passphrase is meant
    public record Locked(Path file, boolean begun) implements State {}

    private final Supplier<Optional<? extends SecretStore>> look;
    private final Path file;
    private boolean looked;
    private Optional<SecretStore> found = Optional.empty();

    /// @param settings the folder of the encrypted file
    public MachineStore(Path settings) {
        this(
                settings,
                () ->
                        Optional.ofNullable(System.getenv(PASSPHRASE))
                                .filter(p -> !p.isBlank())
                                .<SecretStore>map(
                                        p -> new EncryptedFile(file(settings), Secret.of(p)))
                                .or(Keychain::ofThisMachine));
    }

    /// @param look finds the store that needs no passphrase of the person; asked once
    public MachineStore(Path settings, Supplier<Optional<? extends SecretStore>> look) {
        this.look = look;
        this.file = file(settings);
    }

    private static Path file(Path settings) {
        return settings.resolve("keys.json");
    }

    /// How it stands now. Blocking.
    public State state() {
        return look().<State>map(s -> new Open(s.description()))
                .orElseGet(() -> new Locked(file, Files.exists(file)));
    }

    /// Opens the encrypted file for this session, or begins it with this passphrase where there is
    /// none yet. Changes nothing where a store is open already.
    ///
    /// @throws IOException with a sentence when the passphrase does not open the file
    public synchronized void unlock(Secret passphrase) throws IOException {
        if (passphrase.isEmpty()) {
            throw new IOException("A passphrase has at least one letter.");
        }
        if (look().isEmpty()) {
            SecretStore opened = new EncryptedFile(file, passphrase);
            if (Files.exists(file)) {
                // Fails where the passphrase is another one.
                opened.find(file.toString());
            }
            found = Optional.of(opened);
        }
    }

    /// Puts an encrypted file aside that nobody can open any more, so that the next passphrase
    /// begins a new one. The file itself is kept, for the day its passphrase comes to mind.
    ///
    /// @return where it is now; empty when there was none, or it is open
    public synchronized Optional<Path> startAnew() throws IOException {
        if (look().isPresent() || !Files.exists(file)) {
            return Optional.empty();
        }
        for (int i = 1; ; i++) {
            Path aside = file.resolveSibling("keys-aside-" + i + ".json");
            if (!Files.exists(aside)) {
                return Optional.of(Files.move(file, aside));
            }
        }
    }

    @Override
    public String description() {
        return look().map(SecretStore::description).orElse("this computer");
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

    private synchronized Optional<SecretStore> look() {
        if (!looked) {
            looked = true;
            found = look.get().map(s -> s);
        }
        return found;
    }

    private SecretStore store() throws IOException {
        return look().orElseThrow(() ->
                new IOException(
                        Files.exists(file)
                                ? "The key is in an encrypted file that was not opened yet. Enter its"
                                        + " passphrase in the settings, or set "
                                        + PASSPHRASE
                                        + "."
                                : "This computer has no keychain that can be reached. Put the key in an"
                                        + " environment variable, or set "
                                        + PASSPHRASE
                                        + " to keep keys in an encrypted file."));
    }
}
