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

    /// Edits between two words; two neighbours swapped are one edit.
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return 9;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                char c = a.charAt(i - 1);
                char d = b.charAt(j - 1);
                int changed = cost[i - 1][j - 1] + (c == d ? 0 : 1);
                int best = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1 && j > 1 && c == b.charAt(j - 2) && d == a.charAt(i - 2);
                cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
