package exemplar.ui.prompt;

import exemplar.model.RenderedPrompt;
import exemplar.model.Role;
import exemplar.model.Span;
import exemplar.model.Task;
import exemplar.prompt.Prompts;
import exemplar.select.Chosen;
import exemplar.text.WordDiff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A prompt as lines of styled pieces, with what stands beside each line. Pure.
///
/// @param lines in order; with a line end between each two they are the text shown
record PromptPage(List<Line> lines) {

    /// A run of characters of one look.
    record Piece(String text, List<String> classes) {}

    /// @param number position of the demonstration that begins here, counted from 1
    /// @param category colour of that number
    /// @param role whose message begins here
    /// @param demo the demonstration the line belongs to
    record Line(
            List<Piece> pieces,
            Optional<Integer> number,
            int category,
            Optional<Role> role,
            Optional<String> demo) {

        String text() {
            StringBuilder text = new StringBuilder();
            pieces.forEach(p -> text.append(p.text()));
            return text.toString();
        }
    }

    /// The prompt itself.
    ///
    /// @param tokenEnds where its tokens end, for [Colouring#TOKENS]
    static PromptPage of(Prompts.Made made, Task task, Colouring by, int[] tokenEnds) {
        RenderedPrompt prompt = made.rendering().prompt();
        Map<String, Integer> positions = new HashMap<>();
        Map<String, String> golds = new HashMap<>();
        List<Chosen> demos = made.demonstrations();
        for (int i = 0; i < demos.size(); i++) {
            positions.put(demos.get(i).example().id(), i);
            golds.put(demos.get(i).example().id(), demos.get(i).example().gold());
        }
        Builder page = new Builder(prompt);
        if (by == Colouring.TOKENS) {
            tokens(page, prompt.text(), tokenEnds);
        } else {
            for (Span span : prompt.spans()) {
                page.add(
                        prompt.text().substring(span.start(), span.end()),
                        by.classes(span.origin(), task, positions, golds));
            }
        }
        page.end();
        Map<Integer, String> begins = new HashMap<>();
        Map<Integer, String> owners = new HashMap<>();
        owners(page, prompt, begins, owners);
        List<Line> lines = new ArrayList<>(page.lines.size());
        for (int i = 0; i < page.lines.size(); i++) {
            Optional<String> first = Optional.ofNullable(begins.get(i));
            Optional<Integer> number = first.map(positions::get).map(p -> p + 1);
            int category =
                    number.isEmpty()
                            ? -1
                            : by.category(
                                    number.get() - 1,
                                    golds.getOrDefault(first.orElse(""), ""),
                                    task);
            lines.add(
                    new Line(
                            page.lines.get(i),
                            number,
                            category,
                            Optional.ofNullable(page.roles.get(i)),
                            Optional.ofNullable(owners.get(i))));
        }
        return new PromptPage(lines);
    }

    /// What became of another prompt.
    static PromptPage ofDiff(List<WordDiff.Run> runs) {
        Builder page = new Builder();
        for (WordDiff.Run run : runs) {
            page.add(
                    run.text(),
                    switch (run.kind()) {
                        case SAME -> List.of();
                        case REMOVED -> List.of("diff-removed");
                        case ADDED -> List.of("diff-added");
                    });
        }
        page.end();
        return new PromptPage(
                page.lines.stream()
                        .map(pieces ->
                                new Line(
                                        pieces,
                                        Optional.empty(),
                                        -1,
                                        Optional.empty(),
                                        Optional.empty()))
                        .toList());
    }

    private static void tokens(Builder page, String text, int[] ends) {
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            int end = Math.clamp(ends[i], at, text.length());
            // The white space between two messages belongs to no token.
            page.add(text.substring(at, end), List.of(i % 2 == 0 ? "token-even" : "token-odd"));
            at = end;
        }
        page.add(text.substring(at), List.of("span-template"));
    }

    /// Which demonstration begins at a line, and to which one a line belongs.
    private static void owners(
            Builder page,
            RenderedPrompt prompt,
            Map<Integer, String> begins,
            Map<Integer, String> owners) {
        int line = 0;
        Optional<String> last = Optional.empty();
        for (Span span : prompt.spans()) {
            while (line + 1 < page.starts.size() && page.starts.get(line + 1) <= span.start()) {
                line++;
            }
            Optional<String> demo = span.origin().demo();
            if (demo.isPresent()) {
                if (!demo.equals(last)) {
                    begins.putIfAbsent(line, demo.get());
                }
                for (int l = line; l < page.starts.size() && page.starts.get(l) < span.end(); l++) {
                    owners.put(l, demo.get());
                }
                last = demo;
            }
        }
    }

    private static final class Builder {
        private final List<List<Piece>> lines = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>(List.of(0));
        private final Map<Integer, Role> roles = new HashMap<>();
        private List<Piece> line = new ArrayList<>();
        private int at;

        Builder() {}

        Builder(RenderedPrompt prompt) {
            int row = 0;
            int from = 0;
            for (RenderedPrompt.Turn turn : prompt.turns()) {
                for (; from < turn.start(); from++) {
                    row += prompt.text().charAt(from) == '\n' ? 1 : 0;
                }
                roles.put(row, turn.role());
            }
        }

        void add(String text, List<String> classes) {
            int from = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                piece(text.substring(from, end), classes);
                at += end + 1 - from;
                from = end + 1;
                end();
                starts.add(at);
            }
            piece(text.substring(from), classes);
            at += text.length() - from;
        }

        private void piece(String text, List<String> classes) {
            if (!text.isEmpty()) {
                if (!line.isEmpty() && line.getLast().classes().equals(classes)) {
                    line.add(new Piece(line.removeLast().text() + text, classes));
                } else {
                    line.add(new Piece(text, classes));
                }
            }
        }

        void end() {
            lines.add(List.copyOf(line));
            line = new ArrayList<>();
        }
    }
}
