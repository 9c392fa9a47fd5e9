package exemplar.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/// How a text differs from another: by lines, and within lines that stayed alike word by word.
/// Words end where Unicode says, so that texts without blanks are compared finely, too.
public final class WordDiff {
    /// Beyond this many words changed lines are shown whole, which takes less time.
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
        List<String> old = lines(before);
        List<String> now = lines(after);
        Runs runs = new Runs();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int from = delta.getSource().getPosition();
            runs.add(Kind.SAME, old.subList(at, from));
            inside(
                    runs,
                    String.join("", delta.getSource().getLines()),
                    String.join("", delta.getTarget().getLines()));
            at = from + delta.getSource().size();
        }
        runs.add(Kind.SAME, old.subList(at, old.size()));
        return runs.done;
    }

    /// Lines that took the place of others: word by word where much of them stayed. Texts that have
    /// only small words in common read better one after the other.
    private static void inside(Runs runs, String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        boolean whole = before.isEmpty() || after.isEmpty() || old.size() + now.size() > MOST_WORDS;
        Runs words = new Runs();
        int same = 0;
        if (!whole) {
            int at = 0;
            for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
                int from = delta.getSource().getPosition();
                words.add(Kind.SAME, old.subList(at, from));
                words.add(Kind.REMOVED, delta.getSource().getLines());
                words.add(Kind.ADDED, delta.getTarget().getLines());
                at = from + delta.getSource().size();
            }
            words.add(Kind.SAME, old.subList(at, old.size()));
            same = letters(words.done.stream().filter(r -> r.kind() == Kind.SAME).toList());
            int least = Math.min(letters(before), letters(after));
            whole = same * 2 < least;
        }
        if (whole) {
            runs.add(Kind.REMOVED, List.of(before));
            runs.add(Kind.ADDED, List.of(after));
        } else {
            words.done.forEach(r -> runs.add(r.kind(), List.of(r.text())));
        }
    }

    private static int letters(List<Run> runs) {
        return runs.stream().mapToInt(r -> letters(r.text())).sum();
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
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
