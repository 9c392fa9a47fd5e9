package exemplar.backend.llama;

import exemplar.backend.Request;
import exemplar.model.Origin;
import exemplar.model.Span;
import exemplar.template.Rendered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What is evaluated for a question, as text and as tokens.
///
/// Only the model's own chat template may write special tokens. The same words in the messages, or
/// in a text to continue, are plain text: a demonstration that contains `<|im_end|>` ends no turn.
record PromptTokens(String text, int[] tokens) {

    static PromptTokens of(Vocabulary vocabulary, ChatFormat chat, Request.Input input)
            throws EngineFault {
        return switch (input) {
            case Request.Completion(String text) ->
                    new PromptTokens(text, notEmpty(vocabulary.tokens(text, true), vocabulary));
            case Request.Chat(var messages) -> {
                Rendered rendered = chat.render(messages);
                yield new PromptTokens(
                        rendered.text(), notEmpty(chatTokens(vocabulary, rendered), vocabulary));
            }
        };
    }

    private static int[] notEmpty(int[] tokens, Vocabulary vocabulary) {
        return tokens.length > 0 ? tokens : vocabulary.tokens("\n", true);
    }

    /// A stretch of the text: plain, or the name of a special token the template wrote.
    private record Part(int start, int end, int special) {}

    private static final int PLAIN = -1;

    private static int[] chatTokens(Vocabulary vocabulary, Rendered rendered) {
        String text = rendered.text();
        boolean[] data = data(rendered);
        List<Part> parts = List.of(new Part(0, text.length(), PLAIN));
        for (Vocabulary.Special special : vocabulary.specials()) {
            parts = cut(parts, special, text, data);
        }
        // A template that writes the start token itself must not get a second one.
        boolean begun = !vocabulary.start().isEmpty() && text.startsWith(vocabulary.start());
        IntStream.Builder tokens = IntStream.builder();
        boolean first = !begun;
        for (Part part : parts) {
            if (part.special() != PLAIN) {
                if (first) {
                    Arrays.stream(vocabulary.tokens("", true)).forEach(tokens::add);
                }
                tokens.add(part.special());
            } else if (part.end() > part.start()) {
                Arrays.stream(vocabulary.tokens(text.substring(part.start(), part.end()), first))
                        .forEach(tokens::add);
            } else {
                continue;
            }
            first = false;
        }
        return tokens.build().toArray();
    }

    private static boolean[] data(Rendered rendered) {
        boolean[] data = new boolean[rendered.text().length()];
        for (Span span : rendered.spans()) {
            if (span.origin().kind() != Origin.Kind.TEMPLATE) {
                Arrays.fill(data, span.start(), span.end(), true);
            }
        }
        return data;
    }

    /// Takes a special token out of the plain parts, wherever the template alone wrote its name.
    private static List<Part> cut(
            List<Part> parts, Vocabulary.Special special, String text, boolean[] data) {
        if (!text.contains(special.name())) {
            return parts;
        }
        List<Part> cut = new ArrayList<>();
        for (Part part : parts) {
            int from = part.start();
            int at = part.special() == PLAIN ? text.indexOf(special.name(), from) : -1;
            while (at >= 0 && at + special.name().length() <= part.end()) {
                int end = at + special.name().length();
                if (template(data, at, end)) {
                    int left = at;
                    while (special.stripsLeft()
                            && left > from
                            && Character.isWhitespace(text.charAt(left - 1))) {
                        left--;
                    }
                    cut.add(new Part(from, left, PLAIN));
                    cut.add(new Part(at, end, special.token()));
                    from = end;
                    while (special.stripsRight()
                            && from < part.end()
                            && Character.isWhitespace(text.charAt(from))) {
                        from++;
                    }
                    at = text.indexOf(special.name(), from);
                } else {
                    at = text.indexOf(special.name(), at + 1);
                }
            }
            cut.add(new Part(from, part.end(), part.special()));
        }
        return cut;
    }

    private static boolean template(boolean[] data, int start, int end) {
        for (int i = start; i < end; i++) {
            if (data[i]) {
                return false;
            }
        }
        return true;
    }
}
