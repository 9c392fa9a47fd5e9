package exemplar.backend.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.backend.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedFileTest {
    private static final Secret PHRASE = Secret.of("correct horse");
    private static final String KEY = "sk-hidden-0123456789";

    @TempDir Path home;

    @Test
    void keysComeBackUnderTheSamePassphraseAndStandNowhereInTheFile() throws IOException {
        SecretStore store = store(PHRASE);
        store.put("openai", Secret.of(KEY));
        store.put("other", Secret.of("second-key"));
        assertThat(store(PHRASE).find("openai")).hasValue(Secret.of(KEY));
        assertThat(store(PHRASE).find("unheard-of")).isEmpty();
        assertThat(Files.readString(file())).doesNotContain(KEY).doesNotContain("openai");
        assertThat(store.remove("openai")).isTrue();
        assertThat(store.remove("openai")).isFalse();
        assertThat(store(PHRASE).find("openai")).isEmpty();
        assertThat(store(PHRASE).find("other")).isPresent();
    }

    @Test
    void everyWriteLooksDifferent() throws IOException {
        SecretStore store = store(PHRASE);
        store.put("a", Secret.of(KEY));
        String first = Files.readString(file());
        store.put("a", Secret.of(KEY));
        assertThat(Files.readString(file())).isNotEqualTo(first);
    }

    @Test
    void aWrongPassphraseAndADamagedFileAreToldWithoutTheKey() throws IOException {
        store(PHRASE).put("openai", Secret.of(KEY));
        assertThatThrownBy(() -> store(Secret.of("wrong horse")).find("openai"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("passphrase")
                .hasMessageNotContaining("horse");
        String good = Files.readString(file());
        for (String bad :
                new String[] {
                    "",
                    "{}",
                    "not json",
                    good.replace("1000", "999999999"),
                    good.substring(0, good.length() / 2)
                }) {
            Files.writeString(file(), bad);
            assertThatThrownBy(() -> store(PHRASE).find("openai"))
                    .isInstanceOf(IOException.class)
                    .message()
                    .endsWith(".");
            assertThatThrownBy(() -> store(PHRASE).put("x", Secret.of("y")))
                    .isInstanceOf(IOException.class);
            assertThat(Files.readString(file())).isEqualTo(bad);
        }
        Files.writeString(file(), good.replace("1000", "1001"));
        assertThatThrownBy(() -> store(PHRASE).find("openai")).hasMessageContaining("passphrase");
    }

    @Test
    void aSecretPrintsAsDots() {
        Secret secret = Secret.of(" " + KEY + "\n");
        assertThat(secret.reveal()).isEqualTo(KEY);
        assertThat(secret + " " + java.util.List.of(secret)).doesNotContain(KEY);
        assertThat(Secret.redact("your key " + KEY + " is wrong", java.util.List.of(secret)))
                .isEqualTo("your key ••• is wrong");
    }

    private Path file() {
        return home.resolve("keys.json");
    }

    private SecretStore store(Secret phrase) {
        return new EncryptedFile(file(), phrase, 1000);
    }
}
