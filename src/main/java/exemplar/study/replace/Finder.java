package exemplar.study.replace;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A compiled [Needle]. One thread at a time.
public final class Finder {
    /// What compiling gave: a finder, or why there is none.
    public sealed interface Compiled {
        record Ready(Finder finder) implements Compiled {}

        /// @param reason one sentence
        /// @param index where in the text or the replacement it lies, -1 when unknown
        /// @param inReplacement whether it lies in the replacement
        record Invalid(String reason, int index, boolean inReplacement) implements Compiled {}
    }

    /// A hit in one text.
    ///
    /// @param replacement what would take its place
    public record Hit(int start, int end, String replacement) {}

    /// Told of every hit, and whether to go on.
    interface Sink {
        boolean hit(int start, int end);
    }

    private final Needle needle;
    private final Pattern pattern;
    private final ReplacementText replacement;
    private final BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    private String divided = "";

    private Finder(Needle needle, Pattern pattern, ReplacementText replacement) {
        this.needle = needle;
        this.pattern = pattern;
        this.replacement = replacement;
    }

    /// Compiles a needle; an empty one finds nothing and is refused.
    public static Compiled compile(Needle needle) {
        if (needle.text().isEmpty()) {
            return new Compiled.Invalid("Nothing to look for.", 0, false);
        }
        int flags = needle.matchCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        flags |=
                needle.regex()
                        ? Pattern.UNICODE_CHARACTER_CLASS | Pattern.MULTILINE
                        : Pattern.LITERAL;
        try {
            Pattern pattern = Pattern.compile(needle.text(), flags);
            if (!needle.regex()) {
                return ready(needle, pattern, ReplacementText.literal(needle.replacement()));
            }
            return ready(needle, pattern, ReplacementText.parse(needle.replacement(), pattern));
        } catch (ReplacementText.Dangling e) {
            return new Compiled.Invalid(String.valueOf(e.getMessage()), e.index(), true);
        } catch (PatternSyntaxException e) {
            return new Compiled.Invalid(e.getDescription() + ".", e.getIndex(), false);
        } catch (StackOverflowError e) {
            return new Compiled.Invalid("The regular expression is nested too deeply.", -1, false);
        }
    }

    private static Compiled ready(Needle needle, Pattern pattern, ReplacementText replacement) {
        return new Compiled.Ready(new Finder(needle, pattern, replacement));
    }

    /// What was compiled.
    public Needle needle() {
        return needle;
    }

    /// The hits in a text, in order and without overlap. Empty matches are none.
    ///
    /// @param patience stops the search when it is used up
    /// @throws OutOfPatience when the pattern took too long or went too deep on this text
    public List<Hit> hits(String text, Patience patience) throws OutOfPatience {
        List<Hit> hits = new ArrayList<>();
        search(
                text,
                patience,
                (matcher, start, end) -> {
                    hits.add(new Hit(start, end, replacement.of(matcher)));
                    return true;
                });
        return hits;
    }

    /// Where the hits are, without their replacements.
    void visit(String text, Patience patience, Sink sink) throws OutOfPatience {
        if (needle.matchCase() && !needle.regex()) {
            int at = text.indexOf(needle.text());
            while (at >= 0) {
                int end = at + needle.text().length();
                if (isWanted(text, at, end) && !sink.hit(at, end)) {
                    return;
                }
                at = text.indexOf(needle.text(), end);
            }
            return;
        }
        search(text, patience, (matcher, start, end) -> sink.hit(start, end));
    }

    private interface Match {
        boolean of(Matcher matcher, int start, int end);
    }

    private void search(String text, Patience patience, Match match) throws OutOfPatience {
        Matcher matcher = pattern.matcher(needle.regex() ? new PatientText(text, patience) : text);
        try {
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if (end > start && isWanted(text, start, end) && !match.of(matcher, start, end)) {
                    return;
                }
            }
        } catch (PatientText.UsedUp e) {
            throw new OutOfPatience(
                    "The regular expression takes too long on a text of "
                            + text.length()
                            + " characters; make it more specific.");
        } catch (StackOverflowError e) {
            throw new OutOfPatience(
                    "The regular expression goes too deep on a text of "
                            + text.length()
                            + " characters; avoid alternatives inside a repetition.");
        }
    }

    private boolean isWanted(String text, int start, int end) {
        if (!needle.wholeWord()) {
            return true;
        }
        if (!text.equals(divided)) {
            divided = text;
            words.setText(text);
        }
        return words.isBoundary(start) && words.isBoundary(end);
    }
}
