package exemplar.ui.demonstrations;

import com.ibm.icu.text.MessageFormat;
import exemplar.study.replace.Place;
import exemplar.ui.control.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The pane's words, by the part of their key that follows `demonstrations.`. Patterns are read
/// once: labels of edits are asked for with every letter typed. For the thread of the screen.
public final class Wording {
    private final Map<String, MessageFormat> formats = new HashMap<>();

    /// The text of a key, with numbered places filled.
    public String text(String key, Object... values) {
        String full = "demonstrations." + key;
        if (values.length == 0) {
            return Texts.of(full);
        }
        return formats.computeIfAbsent(key, k -> new MessageFormat(Texts.of(full), locale()))
                .format(values);
    }

    /// How a text of an example is called.
    public String place(Place place) {
        return switch (place) {
            case Place.Field input -> input.name();
            case Place.Column.GOLD -> text("detail.gold");
            case Place.Column.RATIONALE -> text("detail.rationale");
            case Place.Column.NOTE -> text("detail.note");
        };
    }

    /// The language of the interface.
    public Locale locale() {
        Locale of = Texts.bundle().getLocale();
        return of.getLanguage().isEmpty() ? Locale.ENGLISH : of;
    }
}
