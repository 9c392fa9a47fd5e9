package exemplar.backend.mock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the answers a prompt allows.
final class NamedLabels {
    private static final Pattern SENTENCE_END = Pattern.compile("[.;?!()\\[\\]\\n]");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*[,|/]\\s*(?:(?:or|and)\\s+)?|\\s+(?:or|and)\\s+");
    private static final Pattern QUOTES = Pattern.compile("^[\"'`“]+|[\"'`”]+$");
    private static final int LONGEST_HEAD = 4_000;

    private NamedLabels() {}

    /// The short answers of the demonstrations, or the longest list of words in the instruction, or
    /// nothing where the prompt asks for free text.
    static List<String> in(Reading reading) {
        Set<String> shown = new LinkedHashSet<>();
        for (Reading.Shown demo : reading.demos()) {
            if (demo.answer().length() > 40 || demo.answer().contains("\n")) {
                return List.of();
            }
            shown.add(demo.answer());
        }
        List<String> named = named(reading.head());
        if (shown.isEmpty()) {
            return named.isEmpty() ? named(reading.query()) : named;
        }
        if (named.containsAll(shown)) {
            return named;
        }
        // Demonstrations that hardly ever repeat an answer are free text, not labels.
        return shown.size() < reading.demos().size() || shown.size() <= 3
                ? List.copyOf(shown)
                : List.of();
    }

    private static List<String> named(String text) {
        List<String> best = List.of();
        String head = text.substring(0, Math.min(text.length(), LONGEST_HEAD));
        for (String sentence : SENTENCE_END.split(head)) {
            int colon = sentence.lastIndexOf(':');
            List<String> items = items(sentence.substring(colon + 1), colon >= 0);
            if (items.size() > best.size()) {
                best = items;
            }
        }
        return best;
    }

    /// The items of `… as anger, joy or sadness`; after a colon the first item is whole, otherwise
    /// it is the last word before the comma.
    private static List<String> items(String sentence, boolean afterColon) {
        String[] parts = BETWEEN.split(sentence.strip());
        boolean says = afterColon || sentence.contains(" or ") || sentence.contains(" and ");
        if (parts.length < 2 || !says) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            String[] words = parts[i].strip().split("\\s+");
            String item = i == 0 && !afterColon ? words[words.length - 1] : parts[i].strip();
            item = QUOTES.matcher(item).replaceAll("");
            if (item.isEmpty() || words.length > 3 && !(i == 0 && !afterColon)) {
                return List.of();
            }
            items.add(item);
        }
        return List.copyOf(new LinkedHashSet<>(items));
    }
}
