package exemplar.backend.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import exemplar.backend.Secret;
import java.io.IOException;
import java.util.Optional;

/// The operating system's keychain: Keychain on macOS, Credential Manager on Windows, the Secret
/// Service (GNOME Keyring, KWallet) on Linux.
public final class Keychain implements SecretStore, AutoCloseable {
    private static final String DOMAIN = "exemplar";

    private final Keyring keyring;

    private Keychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /// The keychain, where this computer has one that can be reached.
    public static Optional<Keychain> ofThisMachine() {
        try {
            return Optional.of(new Keychain(Keyring.create()));
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            // A server without a session bus, a system without its library: there is none.
            return Optional.empty();
        }
    }

    @Override
    public String description() {
        return "the keychain of this computer";
    }

    @Override
    public Optional<Secret> find(String name) throws IOException {
        try {
            return Optional.ofNullable(keyring.getPassword(DOMAIN, name)).map(Secret::of);
        } catch (PasswordAccessException e) {
            // It says so for an entry that is not there and for a locked keychain alike.
            return Optional.empty();
        } catch (RuntimeException e) {
            throw trouble();
        }
    }

    @Override
    public void put(String name, Secret secret) throws IOException {
        try {
            keyring.setPassword(DOMAIN, name, secret.reveal());
        } catch (PasswordAccessException | RuntimeException e) {
            throw trouble();
        }
    }

    @Override
    public boolean remove(String name) throws IOException {
        if (find(name).isEmpty()) {
            return false;
        }
        try {
            keyring.deletePassword(DOMAIN, name);
            return true;
        } catch (PasswordAccessException | RuntimeException e) {
            throw trouble();
        }
    }

    private static IOException trouble() {
        return new IOException(
                "The keychain of this computer refused. Unlock it and try again, or use an encrypted file.");
    }

    @Override
    public void close() {
        try {
            keyring.close();
        } catch (Exception e) {
            // Nothing is lost.
        }
    }
}
