package exemplar.prompt;

import exemplar.model.Layout;
import exemplar.model.Task;
import exemplar.template.syntax.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be written in the place of a name that a template uses and nothing has.
public sealed interface Advice {

    /// Names much like it; the nearest first.
    record Nearest(List<String> names) implements Advice {}

    /// Nothing is like it; these are the names there are.
    record Known(List<String> names) implements Advice {}

    /// Letters changed, left out or added, up to which a name is like another.
    int NEAR = 2;

    int MOST_NAMES = 8;

    Pattern MISSING = Pattern.compile("(?:^| has no attribute )'(\\w+)'(?: is undefined)?$");

    /// Empty where the problem is another one, or nothing is known of the place.
    ///
    /// @param source of the template the problem is in
    /// @param part whether it is a part of a design and not a free template
    static Optional<Advice> on(
            Problem problem, String source, Task task, Layout layout, boolean part) {
        Matcher missing = MISSING.matcher(problem.message());
        if (!missing.find()) {
            return Optional.empty();
        }
        String wrong = missing.group(1);
        int from = Math.min(problem.offset(), source.length());
        Matcher place = Pattern.compile("\\b" + wrong + "\\b").matcher(source);
        if (!place.find(from)) {
            return Optional.empty();
        }
        List<String> names =
                Suggestions.at(source, place.start(), task, layout, part)
                        .map(Suggestions::words)
                        .orElse(List.of())
                        .stream()
                        .filter(w -> w.kind() != Suggestions.Kind.FUNCTION)
                        .map(Suggestions.Word::text)
                        .filter(name -> !name.equals(wrong))
                        .distinct()
                        .toList();
        List<String> near =
                names.stream()
                        .filter(name -> distance(name, wrong) <= NEAR)
                        .filter(name -> distance(name, wrong) < name.length())
                        .sorted(Comparator.comparingInt(name -> distance(name, wrong)))
                        .limit(2)
                        .toList();
        if (!near.isEmpty()) {
            return Optional.of(new Nearest(near));
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Known(names.stream().limit(MOST_NAMES).toList()));
    }

    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
