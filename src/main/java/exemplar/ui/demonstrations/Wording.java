package exemplar.ui.demonstrations;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The pane's texts in the language of the interface, with plurals as ICU writes them.
public final class Wording {
    private final ResourceBundle bundle;
    private final Locale locale;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    public Wording(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("i18n/demonstrations", locale);
    }

    /// The text of a key, with numbered places filled.
    public String text(String key, Object... values) {
        String pattern = bundle.getString("demonstrations." + key);
        if (values.length == 0) {
            return pattern.replace("''", "'");
        }
        MessageFormat format =
                formats.computeIfAbsent(key, k -> new MessageFormat(pattern, locale));
        synchronized (format) {
            return format.format(values);
        }
    }

    /// The language of the interface.
    public Locale locale() {
        return locale;
    }

    /// All texts, for skeletons.
    public ResourceBundle bundle() {
        return bundle;
    }
}
