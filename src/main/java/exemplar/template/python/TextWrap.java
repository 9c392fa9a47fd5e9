package exemplar.template.python;

import exemplar.template.value.Budget;
import exemplar.template.value.Fault;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Unicode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `textwrap.wrap` of one line, tabs and white space kept.
///
/// @param width in code points
public record TextWrap(int width, boolean breakWords, boolean breakHyphens, Budget budget) {
    private static final Pattern RUNS = Pattern.compile("[\\t\\n\\x0B\\f\\r ]+");

    /// White space, dashes between words, or a word up to a hyphen inside it.
    private static final Pattern WORDS =
            Pattern.compile(
                    "[\\t\\n\\x0B\\f\\r ]+"
                            + "|(?<=[\\p{L}\\p{N}_!\"'&.,?])-{2,}(?=[\\p{L}\\p{N}_])"
                            + "|[^\\t\\n\\x0B\\f\\r ]+?(?:"
                            + "-(?:(?<=[\\p{L}\\p{Nl}\\p{No}_]{2}-)|(?<=[\\p{L}\\p{Nl}\\p{No}_]-[\\p{L}\\p{Nl}\\p{No}_]-))(?=[\\p{L}\\p{Nl}\\p{No}_]-?[\\p{L}\\p{Nl}\\p{No}_])"
                            + "|(?=[\\t\\n\\x0B\\f\\r ]|\\z)"
                            + "|(?<=[\\p{L}\\p{N}_!\"'&.,?])(?=-{2,}[\\p{L}\\p{N}_]))",
                    Pattern.UNICODE_CHARACTER_CLASS);

    public List<Str> lines(Str line) {
        if (width <= 0) {
            throw Fault.value("invalid width " + width + " (must be > 0)");
        }
        List<Str> chunks = chunks(line);
        List<Str> lines = new ArrayList<>();
        int next = 0;
        while (next < chunks.size()) {
            List<Str> current = new ArrayList<>();
            int length = 0;
            if (!lines.isEmpty() && isBlank(chunks.get(next))) {
                next++;
                if (next == chunks.size()) {
                    break;
                }
            }
            while (next < chunks.size() && length + chunks.get(next).length() <= width) {
                budget.step();
                length += chunks.get(next).length();
                current.add(chunks.get(next++));
            }
            if (next < chunks.size() && chunks.get(next).length() > width) {
                Str rest = tooLong(chunks.get(next), current, length);
                if (rest.text().isEmpty()) {
                    next++;
                } else {
                    chunks.set(next, rest);
                }
            }
            if (!current.isEmpty() && isBlank(current.getLast())) {
                current.removeLast();
            }
            if (!current.isEmpty()) {
                TextBuilder out = new TextBuilder(budget, width);
                current.forEach(out::append);
                lines.add(out.build());
            }
        }
        return lines;
    }

    /// Puts what fits of a chunk longer than a line into the current line; gives back the rest.
    private Str tooLong(Str chunk, List<Str> current, int length) {
        int room = width < 1 ? 1 : width - length;
        if (!breakWords) {
            if (!current.isEmpty()) {
                return chunk;
            }
            current.add(chunk);
            return Str.EMPTY;
        }
        int end = room;
        if (breakHyphens && chunk.length() > room) {
            int hyphen = chunk.text().lastIndexOf('-', chunk.offset(room) - 1);
            if (hyphen > 0 && chunk.text().substring(0, hyphen).chars().anyMatch(c -> c != '-')) {
                end = chunk.text().codePointCount(0, hyphen + 1);
            }
        }
        current.add(chunk.sub(0, end));
        return chunk.sub(end, chunk.length());
    }

    private static boolean isBlank(Str chunk) {
        return Unicode.strip(chunk.text()).isEmpty();
    }

    private List<Str> chunks(Str line) {
        List<Str> chunks = new ArrayList<>();
        Matcher found = (breakHyphens ? WORDS : RUNS).matcher(line.text());
        int at = 0;
        while (found.find()) {
            budget.step();
            if (found.start() > at) {
                chunks.add(line.cut(at, found.start()));
            }
            if (found.end() > found.start()) {
                chunks.add(line.cut(found.start(), found.end()));
            }
            at = found.end();
        }
        if (at < line.text().length()) {
            chunks.add(line.cut(at, line.text().length()));
        }
        return chunks;
    }
}
