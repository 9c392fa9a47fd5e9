package exemplar.prompt;

import exemplar.model.Example;
import exemplar.model.Origin;
import exemplar.model.RenderedPrompt;
import exemplar.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A stretch of a prompt that belongs to one thing a person can name. The segments of a prompt
/// cover it completely, in order, without overlap.
///
/// @param demo the demonstration's id; empty for other kinds
/// @param start in UTF-16 code units of the prompt's text
/// @param end exclusive
public record Segment(Kind kind, Optional<String> demo, int start, int end) {

    /// What it belongs to. The template's own words belong to what they stand around; what stands
    /// before everything else to the instruction.
    public enum Kind {
        INSTRUCTION,
        DEMONSTRATION,
        ITEM,
        PRINCIPLE,
        FACT
    }

    /// The segments of a prompt.
    public static List<Segment> of(RenderedPrompt prompt) {
        List<Segment> segments = new ArrayList<>();
        int loose = 0;
        for (Span span : prompt.spans()) {
            Optional<Kind> kind = kind(span.origin());
            if (kind.isEmpty()) {
                continue;
            }
            Optional<String> demo =
                    kind.get() == Kind.DEMONSTRATION ? span.origin().demo() : Optional.empty();
            Optional<Segment> last =
                    segments.isEmpty() ? Optional.empty() : Optional.of(segments.getLast());
            if (last.isPresent()
                    && last.get().kind() == kind.get()
                    && last.get().demo().equals(demo)) {
                segments.set(
                        segments.size() - 1,
                        new Segment(kind.get(), demo, last.get().start(), span.end()));
            } else {
                int cut = cut(prompt.text(), loose, span.start(), kind.get());
                if (last.isPresent()) {
                    Segment s = last.get();
                    segments.set(
                            segments.size() - 1, new Segment(s.kind(), s.demo(), s.start(), cut));
                } else if (cut > 0) {
                    segments.add(new Segment(Kind.INSTRUCTION, Optional.empty(), 0, cut));
                }
                segments.add(new Segment(kind.get(), demo, cut, span.end()));
            }
            loose = span.end();
        }
        int end = prompt.text().length();
        if (segments.isEmpty()) {
            return end == 0
                    ? List.of()
                    : List.of(new Segment(Kind.INSTRUCTION, Optional.empty(), 0, end));
        }
        Segment last = segments.getLast();
        segments.set(segments.size() - 1, new Segment(last.kind(), last.demo(), last.start(), end));
        return segments;
    }

    /// The example's caption, such as `Tweet: `, begins after the last blank line before it, or
    /// after the last line end.
    private static int cut(String text, int from, int to, Kind next) {
        if (next != Kind.ITEM) {
            return to;
        }
        String between = text.substring(from, to);
        int blank = between.lastIndexOf("\n\n");
        int line = between.lastIndexOf('\n');
        boolean lineBegins = from == 0 || text.charAt(from - 1) == '\n';
        return blank >= 0 ? from + blank + 2 : line >= 0 ? from + line + 1 : lineBegins ? from : to;
    }

    private static Optional<Kind> kind(Origin origin) {
        if (origin.demo().isPresent()) {
            return Optional.of(Kind.DEMONSTRATION);
        }
        return switch (origin.kind()) {
            case QUERY, IMAGE -> Optional.of(Kind.ITEM);
            case INSTRUCTION -> Optional.of(Kind.INSTRUCTION);
            case PRINCIPLE -> Optional.of(Kind.PRINCIPLE);
            case FACT -> Optional.of(Kind.FACT);
            case TEMPLATE, DEMO -> Optional.empty();
        };
    }

    /// Whether it shows that example.
    public boolean shows(Example example) {
        return demo.map(example.id()::equals).orElse(false);
    }
}
