package exemplar.prompt;

import exemplar.model.Origin;
import exemplar.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A text that grows together with the origins of its characters.
final class Pieces {
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    int length() {
        return text.length();
    }

    void add(String more, Origin origin) {
        if (more.isEmpty()) {
            return;
        }
        int start = text.length();
        text.append(more);
        cover(start, text.length(), origin);
    }

    /// The spans of a text with other origins.
    static List<Span> changed(List<Span> from, UnaryOperator<Origin> change) {
        Pieces pieces = new Pieces();
        for (Span span : from) {
            pieces.cover(span.start(), span.end(), change.apply(span.origin()));
        }
        return pieces.spans();
    }

    /// Adds a text whose own spans differ from neighbour to neighbour.
    void add(String more, List<Span> from) {
        int base = text.length();
        text.append(more);
        for (int i = 0; i < from.size(); i++) {
            Span span = from.get(i);
            if (i == 0) {
                cover(base + span.start(), base + span.end(), span.origin());
            } else {
                spans.add(new Span(base + span.start(), base + span.end(), span.origin()));
            }
        }
    }

    private void cover(int start, int end, Origin origin) {
        if (start == end) {
            return;
        }
        if (!spans.isEmpty()) {
            Span last = spans.getLast();
            if (last.end() == start && last.origin().equals(origin)) {
                spans.set(spans.size() - 1, new Span(last.start(), end, origin));
                return;
            }
        }
        spans.add(new Span(start, end, origin));
    }

    String text() {
        return text.toString();
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }
}
