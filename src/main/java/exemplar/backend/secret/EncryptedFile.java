package exemplar.backend.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exemplar.backend.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Keys in one file, encrypted as a whole with AES-256-GCM under a key made from a passphrase by
/// PBKDF2 with HMAC-SHA-256 (RFC 8018). Salt and nonce are new at every write; the number of rounds
/// is in the file and protected with it. Safe for any number of threads.
public final class EncryptedFile implements SecretStore {
    /// As OWASP's password storage cheat sheet advises for PBKDF2 with HMAC-SHA-256.
    static final int ROUNDS = 600_000;

    private static final int FEWEST_ROUNDS = 1_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Secret passphrase;
    private final int rounds;
    private final SecureRandom random = new SecureRandom();

    /// Making a key of a passphrase takes a third of a second on purpose; that of the file as it is
    /// is remembered, as every look-up needs it.
    private Optional<Derived> derived = Optional.empty();

    private record Derived(List<Byte> salt, int rounds, SecretKey key) {}

    /// @param file need not exist yet
    public EncryptedFile(Path file, Secret passphrase) {
        this(file, passphrase, ROUNDS);
    }

    EncryptedFile(Path file, Secret passphrase, int rounds) {
        this.file = file;
        this.passphrase = passphrase;
        this.rounds = rounds;
    }

    @Override
    public String description() {
        return "the encrypted file " + file.getFileName();
    }

    @Override
    public synchronized Optional<Secret> find(String name) throws IOException {
        return Optional.of(read().path(name))
                .filter(JsonNode::isTextual)
                .map(n -> Secret.of(n.asText()));
    }

    @Override
    public synchronized void put(String name, Secret secret) throws IOException {
        write(read().put(name, secret.reveal()));
    }

    @Override
    public synchronized boolean remove(String name) throws IOException {
        ObjectNode all = read();
        if (all.remove(name) == null) {
            return false;
        }
        write(all);
        return true;
    }

    private ObjectNode read() throws IOException {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode box = JSON.readTree(Files.readString(file));
            int n = box.path("rounds").asInt();
            if (!"PBKDF2-HMAC-SHA256/AES-256-GCM".equals(box.path("scheme").asText())
                    || n < FEWEST_ROUNDS
                    || n > MOST_ROUNDS) {
                throw damaged();
            }
            Base64.Decoder decoder = Base64.getDecoder();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key(decoder.decode(box.path("salt").asText()), n),
                    new GCMParameterSpec(128, decoder.decode(box.path("nonce").asText())));
            cipher.updateAAD(header(n));
            byte[] plain = cipher.doFinal(decoder.decode(box.path("data").asText()));
            if (JSON.readTree(plain) instanceof ObjectNode all) {
                return all;
            }
            throw damaged();
        } catch (AEADBadTagException e) {
            throw new IOException(
                    "The passphrase does not open " + file + ", or the file was changed.");
        } catch (JsonProcessingException | GeneralSecurityException | IllegalArgumentException e) {
            // Their messages may quote what they read.
            throw damaged();
        }
    }

    private IOException damaged() {
        return new IOException(
                file
                        + " is no file of encrypted keys, or it is damaged. Restore it, or delete it and enter the keys again.");
    }

    private void write(ObjectNode all) throws IOException {
        try {
            byte[] salt = bytes(16);
            byte[] nonce = bytes(12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key(salt, rounds), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(header(rounds));
            Base64.Encoder encoder = Base64.getEncoder();
            ObjectNode box =
                    JSON.createObjectNode()
                            .put("scheme", "PBKDF2-HMAC-SHA256/AES-256-GCM")
                            .put("rounds", rounds)
                            .put("salt", encoder.encodeToString(salt))
                            .put("nonce", encoder.encodeToString(nonce))
                            .put(
                                    "data",
                                    encoder.encodeToString(
                                            cipher.doFinal(JSON.writeValueAsBytes(all))));
            replace(box.toString());
        } catch (GeneralSecurityException e) {
            throw new IOException("This Java cannot encrypt with AES-GCM, so no key was kept.");
        }
    }

    private void replace(String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is no file.");
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "keys", ".tmp");
        try {
            Files.writeString(temporary, text);
            if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        temporary, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static byte[] header(int rounds) {
        return ("exemplar keys " + rounds).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(int n) {
        byte[] bytes = new byte[n];
        random.nextBytes(bytes);
        return bytes;
    }

    private SecretKey key(byte[] salt, int n) throws GeneralSecurityException {
        List<Byte> bytes = new ArrayList<>(salt.length);
        for (byte b : salt) {
            bytes.add(b);
        }
        Optional<Derived> known = derived.filter(d -> d.rounds() == n && d.salt().equals(bytes));
        if (known.isPresent()) {
            return known.get().key();
        }
        SecretKey key = derive(salt, n);
        derived = Optional.of(new Derived(bytes, n, key));
        return key;
    }

    private SecretKey derive(byte[] salt, int n) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase.reveal().toCharArray(), salt, n, 256);
        try {
            byte[] key =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return new SecretKeySpec(key, "AES");
        } finally {
            spec.clearPassword();
        }
    }
}
