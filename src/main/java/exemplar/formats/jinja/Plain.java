package exemplar.formats.jinja;

import exemplar.model.TemplateOptions;
import exemplar.template.syntax.Lexer;
import exemplar.template.syntax.Source;
import exemplar.template.syntax.Syntax;
import exemplar.template.syntax.Token;
import java.util.List;
import java.util.Set;

/// A template's source written anew, so that it means the same to an engine with other settings:
/// what whitespace control removes is gone, the signs that asked for it too.
final class Plain {
    private Plain() {}

    /// @param keepTrailingNewline whether the last newline of the source is part of the prompt
    static String of(String source, TemplateOptions options, boolean keepTrailingNewline) {
        Source read = Source.of(source, keepTrailingNewline);
        Syntax syntax =
                new Syntax(
                        options.trimBlocks(),
                        options.lstripBlocks(),
                        keepTrailingNewline,
                        Set.of(),
                        Set.of());
        List<Token> tokens = Lexer.tokens(read, syntax);
        StringBuilder out = new StringBuilder(source.length());
        StringBuilder data = new StringBuilder();
        int inside = 0;
        for (Token token : tokens) {
            switch (token.kind()) {
                case DATA -> data.append(token.text());
                case VARIABLE_BEGIN, BLOCK_BEGIN -> {
                    flush(data, out);
                    inside = token.end();
                }
                case VARIABLE_END ->
                        tag(out, "{{", read.text().substring(inside, token.start()), "}}");
                case BLOCK_END ->
                        tag(out, "{%", read.text().substring(inside, token.start()), "%}");
                default -> {
                    // Raw text came as data, comments are left out, the rest stands inside a tag.
                }
            }
        }
        flush(data, out);
        return out.toString();
    }

    private static void flush(StringBuilder data, StringBuilder out) {
        out.append(Literal.text(data.toString()));
        data.setLength(0);
    }

    private static void tag(StringBuilder out, String open, String inside, String close) {
        out.append(open);
        if (!inside.startsWith(" ") && !inside.startsWith("\n")) {
            out.append(' ');
        }
        out.append(inside);
        if (!inside.endsWith(" ") && !inside.endsWith("\n")) {
            out.append(' ');
        }
        out.append(close);
    }
}
