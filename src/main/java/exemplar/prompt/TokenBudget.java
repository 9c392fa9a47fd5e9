package exemplar.prompt;

import exemplar.model.RenderedPrompt;
import exemplar.text.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/// What a prompt takes of a model's room.
///
/// @param parts tokens of each segment, in the order of the prompt; their sum is the prompt
/// @param around tokens a chat adds around its messages
/// @param ends where each token ends, in UTF-16 code units of the prompt's text; the white space
///   between messages belongs to none
/// @param exact whether these are the model's own tokens
/// @param tokenizer its name
public record TokenBudget(
        List<Part> parts, int around, int[] ends, boolean exact, String tokenizer) {
    /// What the protocols of chat models add to each message and to the whole.
    private static final int A_MESSAGE = 4;

    private static final int A_CHAT = 3;

    /// A segment and its tokens.
    public record Part(Segment segment, int tokens) {}

    public TokenBudget {
        parts = List.copyOf(parts);
    }

    /// All tokens of the prompt.
    public int total() {
        return around + parts.stream().mapToInt(Part::tokens).sum();
    }

    /// Tokens of one kind of segment.
    public int of(Segment.Kind kind) {
        return parts.stream().filter(p -> p.segment().kind() == kind).mapToInt(Part::tokens).sum();
    }

    /// Tokens of a demonstration.
    public int ofDemonstration(String id) {
        return parts.stream()
                .filter(p -> p.segment().demo().map(id::equals).orElse(false))
                .mapToInt(Part::tokens)
                .sum();
    }

    /// Counts a prompt. A token belongs to the segment in which it begins.
    public static TokenBudget of(RenderedPrompt prompt, TokenCounter counter) {
        List<int[]> ranges = new ArrayList<>();
        if (prompt.isChat()) {
            prompt.turns().forEach(t -> ranges.add(new int[] {t.start(), t.end()}));
        } else {
            ranges.add(new int[] {0, prompt.text().length()});
        }
        List<Segment> segments = Segment.of(prompt);
        int[] tokens = new int[segments.size()];
        List<int[]> allEnds = new ArrayList<>();
        int at = 0;
        for (int[] range : ranges) {
            int[] ends = counter.ends(prompt.text().substring(range[0], range[1]));
            int start = range[0];
            for (int i = 0; i < ends.length; i++) {
                ends[i] += range[0];
                while (at < segments.size() - 1 && segments.get(at).end() <= start) {
                    at++;
                }
                if (at < tokens.length) {
                    tokens[at]++;
                }
                start = ends[i];
            }
            allEnds.add(ends);
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < tokens.length; i++) {
            parts.add(new Part(segments.get(i), tokens[i]));
        }
        int around = prompt.isChat() ? prompt.turns().size() * A_MESSAGE + A_CHAT : 0;
        return new TokenBudget(
                parts,
                around,
                allEnds.stream().flatMapToInt(java.util.Arrays::stream).toArray(),
                counter.exact() && !prompt.isChat(),
                counter.name());
    }
}
