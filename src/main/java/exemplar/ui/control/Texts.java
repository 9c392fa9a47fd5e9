package exemplar.ui.control;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The words on the screen, by key, in the person's language. Patterns are ICU messages, so that
/// plurals come out right.
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("i18n.messages");
    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private Texts() {}

    /// All words, for FXML.
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /// The words under a key.
    ///
    /// @throws java.util.MissingResourceException when there are none; a test looks for that
    public static String of(String key) {
        return BUNDLE.getString(key);
    }

    /// The words under a key with numbers and names put in.
    public static String of(String key, Object... arguments) {
        MessageFormat format =
                FORMATS.computeIfAbsent(key, k -> new MessageFormat(BUNDLE.getString(k), locale()));
        // A format is not safe for several threads; reading its pattern costs more than a lock.
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /// Makes the first use quick; may be called ahead of it, on any thread.
    public static void prepare() {
        of("status.counts", 1, 1);
        Locale.ENGLISH.getDisplayName(locale());
    }

    private static Locale locale() {
        Locale bundle = BUNDLE.getLocale();
        return bundle.getLanguage().isEmpty() ? Locale.ENGLISH : bundle;
    }
}
