package exemplar.ui.demonstrations;

import exemplar.study.filter.Parsed;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The colours of a filter as it is written: keys stand out from what they are compared with, and
/// what cannot be read is underlined.
final class FilterColours {
    private static final Pattern KEY =
            Pattern.compile("(?<=^|\\s)-?\\p{L}+(?=[:~=<>])|\"(?:\\\\.|[^\"\\\\])*+\"?");

    private FilterColours() {}

    static StyleSpans<Collection<String>> of(String text, Optional<Parsed.Wrong> problem) {
        String[] styles = new String[text.length()];
        Arrays.fill(styles, "");
        for (Matcher matcher = KEY.matcher(text); matcher.find(); ) {
            if (text.charAt(matcher.start()) != '"') {
                int operator = matcher.end();
                Arrays.fill(styles, matcher.start(), operator + 1, "filter-key");
            }
        }
        problem.ifPresent(wrong ->
                Arrays.fill(
                        styles,
                        Math.clamp(wrong.start(), 0, text.length()),
                        Math.clamp(Math.max(wrong.end(), wrong.start() + 1), 0, text.length()),
                        "filter-wrong"));
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        for (int i = 0; i < styles.length; ) {
            int end = i;
            while (end < styles.length && styles[end].equals(styles[i])) {
                end++;
            }
            spans.add(styles[i].isEmpty() ? List.of() : List.of(styles[i]), end - i);
            i = end;
        }
        return spans.create();
    }
}
