package exemplar.backend.llama;

import java.util.List;

/// Watches an answer for its stop texts: passes on what can no longer be the beginning of one.
final class StopText {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean found;

    StopText(List<String> stops) {
        this.stops = stops.stream().filter(s -> !s.isEmpty()).toList();
    }

    /// The part that may be shown.
    String add(String piece) {
        held.append(piece);
        int first = -1;
        for (String stop : stops) {
            int at = held.indexOf(stop);
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        if (first >= 0) {
            found = true;
            String before = held.substring(0, first);
            held.setLength(0);
            return before;
        }
        int safe = held.length() - longestBeginning();
        String shown = held.substring(0, safe);
        held.delete(0, safe);
        return shown;
    }

    /// How much of the end could be the beginning of a stop text.
    private int longestBeginning() {
        int most = 0;
        for (String stop : stops) {
            for (int n = Math.min(stop.length() - 1, held.length()); n > most; n--) {
                if (stop.startsWith(held.substring(held.length() - n))) {
                    most = n;
                }
            }
        }
        return most;
    }

    boolean found() {
        return found;
    }

    /// What was held back when the answer ended otherwise.
    String rest() {
        String rest = held.toString();
        held.setLength(0);
        return rest;
    }
}
