package exemplar.compare;

import exemplar.compare.Judgement.Verdict;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.stats.Chrf;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads an answer and holds it against gold, by rules that can be read off the screen: a label is
/// recognised by its verbalizer or its name, case and width aside, as a whole word. The first one
/// named in the answer counts; an answer that names none is *unparsed*, not wrong.
public final class Judge {
    private static final Set<UnicodeScript> WITHOUT_BLANKS =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    private final Task task;

    public Judge(Task task) {
        this.task = task;
    }

    /// Judges one answer.
    public Judgement judge(String answer, String gold) {
        return task.kind() == Task.Kind.CLASSIFY && !task.labels().isEmpty()
                ? judgeLabel(answer, gold)
                : judgeText(answer, gold);
    }

    private Judgement judgeLabel(String answer, String gold) {
        Optional<String> predicted = readLabel(answer);
        if (predicted.isEmpty()) {
            return new Judgement("", gold.isEmpty() ? Verdict.NO_GOLD : Verdict.UNPARSED, 0);
        }
        if (gold.isEmpty()) {
            return new Judgement(predicted.get(), Verdict.NO_GOLD, 0);
        }
        boolean right = predicted.get().equals(gold);
        return new Judgement(predicted.get(), right ? Verdict.RIGHT : Verdict.WRONG, right ? 1 : 0);
    }

    private static Judgement judgeText(String answer, String gold) {
        String text = answer.strip();
        if (gold.isEmpty()) {
            return new Judgement(text, Verdict.NO_GOLD, 0);
        }
        boolean same = fold(text).equals(fold(gold));
        return new Judgement(
                text, same ? Verdict.RIGHT : Verdict.WRONG, Chrf.score(text, gold) / 100);
    }

    /// The label the answer names first; of several at one place the longest.
    public Optional<String> readLabel(String answer) {
        String text = fold(answer);
        Optional<Hit> best = Optional.empty();
        for (Hit hit : hits(text)) {
            if (best.isEmpty() || hit.before(best.get())) {
                best = Optional.of(hit);
            }
        }
        return best.map(Hit::label);
    }

    private List<Hit> hits(String text) {
        List<Hit> hits = new ArrayList<>();
        for (Label label : task.labels()) {
            for (String word : List.of(fold(label.verbalizer()), fold(label.name()))) {
                int at = wholeWord(text, word);
                if (at >= 0) {
                    hits.add(new Hit(label.name(), at, word.length()));
                }
            }
        }
        return hits;
    }

    private record Hit(String label, int at, int length) {
        boolean before(Hit other) {
            return at != other.at ? at < other.at : length > other.length;
        }
    }

    private static int wholeWord(String text, String word) {
        if (word.isEmpty()) {
            return -1;
        }
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean startsWord = at == 0 || !joins(text.codePointBefore(at), word.codePointAt(0));
            boolean endsWord =
                    end == text.length()
                            || !joins(word.codePointBefore(word.length()), text.codePointAt(end));
            if (startsWord && endsWord) {
                return at;
            }
        }
        return -1;
    }

    /// Whether two neighbours belong to one word. Scripts written without blanks have no word ends
    /// to respect.
    private static boolean joins(int left, int right) {
        UnicodeScript script = UnicodeScript.of(left);
        return Character.isLetterOrDigit(left)
                && Character.isLetterOrDigit(right)
                && script == UnicodeScript.of(right)
                && !WITHOUT_BLANKS.contains(script);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }
}
