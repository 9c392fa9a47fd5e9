package exemplar.template.python;

import exemplar.template.value.Budget;
import exemplar.template.value.Fault;
import exemplar.template.value.ListValue;
import exemplar.template.value.Str;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Unicode;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// `split`, `splitlines` and `partition`.
public final class Splitting {
    private Splitting() {}

    /// @param separator empty for runs of white space
    /// @param most how many splits at most, negative for all
    /// @param right whether to split from the end
    static ListValue split(Str self, String separator, int most, boolean right, Budget budget) {
        List<Value> parts = new ArrayList<>();
        int limit = most < 0 ? Integer.MAX_VALUE : most;
        if (separator.isEmpty()) {
            if (right) {
                wordsFromEnd(self, limit, parts, budget);
            } else {
                words(self, limit, parts, budget);
            }
        } else if (right) {
            String text = self.text();
            int to = text.length();
            int at = text.lastIndexOf(separator);
            for (int n = 0; n < limit && at >= 0; n++) {
                budget.items(1);
                parts.add(self.cut(at + separator.length(), to));
                to = at;
                at =
                        to < separator.length()
                                ? -1
                                : text.lastIndexOf(separator, to - separator.length());
            }
            parts.add(self.cut(0, to));
            Collections.reverse(parts);
        } else {
            int from = 0;
            int at = self.text().indexOf(separator);
            for (int n = 0; n < limit && at >= 0; n++) {
                budget.items(1);
                parts.add(self.cut(from, at));
                from = at + separator.length();
                at = self.text().indexOf(separator, from);
            }
            parts.add(self.cut(from, self.text().length()));
        }
        return ListValue.of(parts);
    }

    private static void words(Str self, int limit, List<Value> parts, Budget budget) {
        String text = self.text();
        int at = Unicode.skipSpace(text, 0);
        while (at < text.length()) {
            budget.items(1);
            if (parts.size() == limit) {
                parts.add(self.cut(at, text.length()));
                return;
            }
            int end = at;
            while (end < text.length() && !Unicode.isSpace(text.charAt(end))) {
                end++;
            }
            parts.add(self.cut(at, end));
            at = Unicode.skipSpace(text, end);
        }
    }

    private static void wordsFromEnd(Str self, int limit, List<Value> parts, Budget budget) {
        String text = self.text();
        int end = Unicode.trimSpace(text, 0, text.length());
        while (end > 0) {
            budget.items(1);
            if (parts.size() == limit) {
                parts.add(self.cut(0, end));
                break;
            }
            int at = end;
            while (at > 0 && !Unicode.isSpace(text.charAt(at - 1))) {
                at--;
            }
            parts.add(self.cut(at, end));
            end = Unicode.trimSpace(text, 0, at);
        }
        Collections.reverse(parts);
    }

    /// The lines of a text, with or without what ends them.
    public static ListValue lines(Str self, boolean keep, Budget budget) {
        String text = self.text();
        List<Value> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && !Unicode.isLineBreak(text.charAt(end))) {
                end++;
            }
            int next = end;
            if (end < text.length()) {
                next = text.startsWith("\r\n", end) ? end + 2 : end + 1;
            }
            budget.items(1);
            lines.add(self.cut(from, keep ? next : end));
            from = next;
        }
        return ListValue.of(lines);
    }

    static TupleValue partition(Str self, Str separator, boolean right) {
        if (separator.text().isEmpty()) {
            throw Fault.value("empty separator");
        }
        String text = self.text();
        int at = right ? text.lastIndexOf(separator.text()) : text.indexOf(separator.text());
        if (at < 0) {
            Str none = self.isMarkup() ? Str.EMPTY.asMarkup() : Str.EMPTY;
            return right ? TupleValue.of(none, none, self) : TupleValue.of(self, none, none);
        }
        int behind = at + separator.text().length();
        return TupleValue.of(
                self.cut(0, at), self.cut(at, behind), self.cut(behind, text.length()));
    }
}
