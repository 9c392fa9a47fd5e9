package exemplar.template;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.template.render.Settings.Missing;
import exemplar.template.syntax.Problem;
import exemplar.template.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    private static List<Problem> unreadable(String source) {
        return switch (Template.parse(source, Environment.STUDY)) {
            case Parsed.Unreadable(List<Problem> problems) -> problems;
            case Template template -> List.of();
        };
    }

    private static Rendered render(String source, Environment environment) {
        Map<String, Value> context =
                Map.of(
                        "d",
                        Value.of(Map.of("a", 1)),
                        "l",
                        Value.of(List.of(1, 2)),
                        "n",
                        Value.of(5));
        return ((Template) Template.parse(source, environment)).render(context);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "{{ a b }} § 1 § 6 § expected '}}' or an operator, found 'b'",
                "x\\n{{ 1 + }} § 2 § 8 § expected a value, found '}}'",
                "{{ a | uper }} § 1 § 8 § there is no filter 'uper'; did you mean 'upper'?",
                "{{ a is defned }} § 1 § 9 § there is no test 'defned'; did you mean 'defined'?",
                "{% fro x in y %} § 1 § 4 § there is no tag 'fro'; did you mean 'for'?",
                "{% if a %}{% endfor %}{% endif %} § 1 § 14 § 'endfor' does not fit: 'if' is open; close it with {% endif %} first",
                "{% endif %} § 1 § 4 § 'endif' closes nothing here; remove it",
                "a\\n{% for x in l %}b § 2 § 4 § 'for' is never closed; add {% endfor %}",
                "{{ 'abc }} § 1 § 4 § this text is never closed; add '",
                "{# abc § 1 § 1 § this comment is never closed; add #}",
                "{{ f(a=1, 2) }} § 1 § 5 § arguments without a name must come before those with one",
                "{{ a ? b }} § 1 § 6 § the character '?' means nothing here; remove it",
                "{% break %} § 1 § 4 § 'break' must stand inside a for loop",
                "{{ (a] }} § 1 § 6 § unexpected ']', ')' was expected",
                "{% include 'x' %} § 1 § 4 § 'include' is not available: a template stands alone; put the text here instead",
                "{% set true = 1 %} § 1 § 8 § 'true' cannot be assigned to",
                "{{ a §  1 § 5 § expected '}}' or an operator, found the end of the template"
            })
    void a_broken_template_is_explained_with_its_place(
            String source, int line, int column, String message) {
        Problem problem = unreadable(source.replace("\\n", "\n")).getFirst();
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.SYNTAX);
    }

    @Test
    void several_independent_problems_are_reported_at_once() {
        assertThat(unreadable("{{ a b }}\n{{ c | nope }}\n{% for %}x{% endfor %}\n{{ 1 + }}"))
                .extracting(Problem::line)
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void positions_count_in_the_source_as_given_even_with_windows_newlines() {
        Problem problem = unreadable("a\r\nb\r\n{{ x y }}").getFirst();
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo(6);
        assertThat(problem.offset()).isEqualTo("a\r\nb\r\n{{ x ".length());
    }

    @Test
    void an_unknown_variable_is_a_problem_with_a_place_and_the_rest_still_renders() {
        Rendered rendered =
                render(
                        "a {{ nope }} b\n{{ d.nope }}{{ d.a }}{{ nope.deeper }}!",
                        Environment.STUDY);
        assertThat(rendered.text()).isEqualTo("a  b\n1!");
        assertThat(rendered.failure()).isEmpty();
        assertThat(rendered.problems())
                .extracting(p -> p.line() + ":" + p.column() + " " + p.message())
                .containsExactly(
                        "1:6 'nope' is undefined",
                        "2:6 'dict object' has no attribute 'nope'",
                        "2:25 'nope' is undefined");
    }

    @Test
    void asking_whether_a_variable_exists_is_no_problem() {
        Rendered rendered =
                render(
                        "{% if nope is defined %}x{% endif %}{{ nope | default('y') }}{% if d.nope %}z{% endif %}",
                        Environment.STUDY);
        assertThat(rendered.text()).isEqualTo("y");
        assertThat(rendered.problems()).isEmpty();
    }

    @Test
    void a_problem_in_a_loop_is_reported_once() {
        assertThat(
                        render("{% for x in l %}{{ nope }}{{ x }}{% endfor %}", Environment.STUDY)
                                .problems())
                .hasSize(1);
    }

    @Test
    void python_prints_nothing_and_strict_fails() {
        assertThat(render("a{{ nope }}b", Environment.PYTHON).problems()).isEmpty();
        Rendered strict = render("a{{ nope }}b", Environment.PYTHON.withMissing(Missing.STRICT));
        assertThat(strict.text()).isEqualTo("a");
        assertThat(strict.failure()).isPresent();
    }

    @Test
    void a_fault_keeps_the_text_before_it_and_says_where() {
        Rendered rendered = render("one\n{{ n }} {{ n + 'x' }} two", Environment.STUDY);
        assertThat(rendered.text()).isEqualTo("one\n5 ");
        Problem problem = rendered.failure().orElseThrow();
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(14);
        assertThat(problem.message())
                .isEqualTo("unsupported operand type(s) for +: 'int' and 'str'");
    }

    @Test
    void variables_are_those_the_context_must_bring() {
        Template template =
                (Template)
                        Template.parse(
                                "{{ a }}{% set b = c %}{{ b }}\n{% for x in d %}{{ x }}{{ e }}{{ loop.index }}{{ range(2) }}{% endfor %}"
                                        + "{% macro m(p) %}{{ p }}{{ f }}{% endmacro %}{{ a }}",
                                Environment.STUDY);
        assertThat(template.variables())
                .extracting(v -> v.name() + "@" + v.line() + ":" + v.column())
                .containsExactly("a@1:4", "c@1:19", "d@2:13", "e@2:27", "f@2:99", "a@2:120");
    }
}
