package exemplar.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/// How a text differs from another, word by word. Words end where Unicode says, so that texts
/// without blanks are compared finely, too.
public final class WordDiff {
    /// Beyond this many words lines are compared instead, which takes less time.
    private static final int MOST_WORDS = 60_000;

    private WordDiff() {}

    /// What became of a run of text.
    public enum Kind {
        SAME,
        /// Only in the text before.
        REMOVED,
        /// Only in the text after.
        ADDED
    }

    /// A run of text. [Kind#SAME] and [Kind#REMOVED] runs put together are the text before,
    /// [Kind#SAME] and [Kind#ADDED] runs the text after.
    public record Run(Kind kind, String text) {}

    /// The runs from one text to another; where something was replaced, what was removed comes
    /// first.
    public static List<Run> between(String before, String after) {
        if (before.equals(after)) {
            return before.isEmpty() ? List.of() : List.of(new Run(Kind.SAME, before));
        }
        List<String> old = words(before);
        List<String> now = words(after);
        if (old.size() + now.size() > MOST_WORDS) {
            old = lines(before);
            now = lines(after);
        }
        Runs runs = new Runs();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int from = delta.getSource().getPosition();
            runs.add(Kind.SAME, old.subList(at, from));
            runs.add(Kind.REMOVED, delta.getSource().getLines());
            runs.add(Kind.ADDED, delta.getTarget().getLines());
            at = from + delta.getSource().size();
        }
        runs.add(Kind.SAME, old.subList(at, old.size()));
        return runs.done;
    }

    /// The words of a text and what stands between them; together they are the text.
    static List<String> words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(com.ibm.icu.util.ULocale.ROOT);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        lines.add(text.substring(start));
        return lines;
    }

    private static final class Runs {
        private final List<Run> done = new ArrayList<>();

        void add(Kind kind, List<String> words) {
            String text = String.join("", words);
            if (text.isEmpty()) {
                return;
            }
            if (!done.isEmpty() && done.getLast().kind() == kind) {
                done.add(new Run(kind, done.removeLast().text() + text));
            } else {
                done.add(new Run(kind, text));
            }
        }
    }
}
