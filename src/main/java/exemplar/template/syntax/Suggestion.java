package exemplar.template.syntax;

import java.util.Collection;

/// Guesses what a misspelt name was meant to be.
public final class Suggestion {
    private Suggestion() {}

    /// The sentence for a name that does not exist among `all`.
    public static String unknown(String what, String name, Collection<String> all) {
        String best = "";
        int distance = 3;
        for (String known : all) {
            int d = distance(name, known);
            if (d < distance || d == distance && known.compareTo(best) < 0 && !best.isEmpty()) {
                best = known;
                distance = d;
            }
        }
        boolean close = !best.isEmpty() && distance < Math.max(2, name.length());
        return "there is no "
                + what
                + " '"
                + name
                + "'"
                + (close ? "; did you mean '" + best + "'?" : "");
    }

    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return 9;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
