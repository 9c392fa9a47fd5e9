package exemplar.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HighlightTest {
    private static List<String> parts(String source) {
        return Highlight.of(source).stream()
                .map(p -> p.kind() + " " + source.substring(p.start(), p.end()))
                .toList();
    }

    @Test
    void every_sort_of_part_has_its_colour() {
        assertThat(
                        parts(
                                "Hi {{ d.text | trim ~ 'x' }}\n{# c #}{% for i in [1, 2.5] if i is odd %}"))
                .containsExactly(
                        "TEXT Hi ",
                        "DELIMITER {{",
                        "VARIABLE d",
                        "OPERATOR .",
                        "VARIABLE text",
                        "OPERATOR |",
                        "FILTER trim",
                        "OPERATOR ~",
                        "STRING 'x'",
                        "DELIMITER }}",
                        "TEXT \n",
                        "COMMENT {# c #}",
                        "DELIMITER {%",
                        "KEYWORD for",
                        "VARIABLE i",
                        "KEYWORD in",
                        "OPERATOR [",
                        "NUMBER 1",
                        "OPERATOR ,",
                        "NUMBER 2.5",
                        "OPERATOR ]",
                        "KEYWORD if",
                        "VARIABLE i",
                        "KEYWORD is",
                        "FILTER odd",
                        "DELIMITER %}");
    }

    @Test
    void unfinished_source_is_coloured_up_to_its_error() {
        assertThat(parts("a {{ 'b")).containsExactly("TEXT a ", "DELIMITER {{", "ERROR 'b");
        assertThat(parts("{% raw %}{{ x }}")).containsExactly("ERROR {% raw %}{{ x }}");
        assertThat(parts("{{ a ? }}")).contains("ERROR ?");
    }

    @Test
    void any_text_can_be_coloured_and_read_without_an_exception() {
        Random random = new Random(7);
        String[] pieces = {
            "{{", "}}", "{%", "%}", "{#", "#}", "-", "+", " ", "\n", "\r\n", "if", "for", "x", "in",
            "'", "\"", "\\", "(", ")", "[", "]", "|", ".", "1", "1.5", "~", "é", "😀", "raw",
            "endraw", "endif", "endfor", "set", "=", "macro", "is", "not", ",", ":", "else", "{",
            "}", "%", "\0"
        };
        for (int i = 0; i < 3000; i++) {
            StringBuilder source = new StringBuilder();
            for (int n = random.nextInt(25); n > 0; n--) {
                source.append(pieces[random.nextInt(pieces.length)]);
            }
            int end = 0;
            for (Highlight.Part part : Highlight.of(source.toString())) {
                assertThat(part.start()).isGreaterThanOrEqualTo(end);
                end = part.end();
            }
            assertThat(end).isLessThanOrEqualTo(source.length());
            if (Template.parse(source.toString(), Environment.STUDY) instanceof Template template) {
                template.render(java.util.Map.of());
            }
        }
    }

    @Test
    void completion_names_what_exists() {
        assertThat(Completion.filters()).contains("upper", "tojson").isSorted();
        assertThat(Completion.tests()).contains("defined").doesNotContain("==").isSorted();
        assertThat(Completion.functions()).contains("namespace", "range").isSorted();
    }
}
