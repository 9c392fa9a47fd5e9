package exemplar.template;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.template.render.Settings.Limits;
import exemplar.template.syntax.Problem;
import exemplar.template.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileTemplatesTest {

    private static final Environment BOUNDED =
            Environment.PYTHON.withLimits(new Limits(2_000_000, 50_000_000, 10_000_000, 10_000));

    private static Rendered render(String source) {
        Parsed parsed = Template.parse(source, BOUNDED);
        return switch (parsed) {
            case Template template ->
                    template.render(Map.of("l", Value.of(List.of(1, 2)), "s", Value.of("text")));
            case Parsed.Unreadable(List<Problem> problems) -> new Rendered("", List.of(), problems);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'a' * 10 ** 9 }}",
                "{{ [0] * 10 ** 10 }}",
                "{{ (1,) * 10 ** 10 }}",
                "{{ range(10 ** 12) | list }}",
                "{{ range(10 ** 12) | join }}",
                "{{ range(10 ** 12) | sum }}",
                "{{ range(10 ** 12) | map('string') | last }}",
                "{{ 2 ** (10 ** 9) }}",
                "{{ 9 ** (9 ** (9 ** 9)) }}",
                "{% set ns = namespace(x=3) %}{% for i in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}{{ ns.x }}",
                "{{ s.center(10 ** 9) }}",
                "{{ s | center(10 ** 12) }}",
                "{{ s.ljust(10 ** 9) }}{{ s.zfill(10 ** 9) }}",
                "{{ '\t'.expandtabs(10 ** 9) }}",
                "{{ '%1000000000d' % 3 }}",
                "{{ '%.1000000000f' % 3 }}",
                "{{ '%*d' % (10 ** 9, 3) }}",
                "{{ '{:>1000000000}'.format(s) }}",
                "{{ '{:999999999,}'.format(3) }}",
                "{{ '{:.999999999f}'.format(3.0) }}",
                "{{ s | indent(10 ** 9) | indent('x' * 10 ** 9) }}",
                "{{ l | batch(10 ** 9, 'x') | list }}",
                "{{ l | slice(10 ** 9) | list }}",
                "{{ ('a' * 10 ** 6).replace('a', 'b' * 10 ** 6) }}",
                "{{ ('a' * 10 ** 6).replace('', 'b' * 10 ** 6) }}",
                "{{ ('a,' * 10 ** 6).split(',') | join('x' * 1000) }}",
                "{% for a in range(10 ** 6) %}{% for b in range(10 ** 6) %}{% endfor %}{% endfor %}",
                "{% for a in range(10 ** 9) %}xxxxxxxxxx{% endfor %}",
                "{% set m = [] %}{% for a in range(10 ** 9) %}{% do m.append(a) %}{% endfor %}",
                "{% set m = [1] %}{% for a in m %}{% do m.append(a) %}{% endfor %}",
                "{% set ns = namespace(s='ab') %}{% for a in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
                "{% set ns = namespace(s=[1]) %}{% for a in range(99) %}{% set ns.s = [ns.s, ns.s] %}{% endfor %}{{ ns.s }}",
                "{% set ns = namespace(s=[1]) %}{% for a in range(99) %}{% set ns.s = [ns.s, ns.s] %}{% endfor %}{{ ns.s | tojson }}",
                "{% set ns = namespace(s=[1]) %}{% for a in range(99) %}{% set ns.s = [ns.s, ns.s] %}{% endfor %}{{ ns.s | pprint }}",
                "{% set ns = namespace(s=[1]) %}{% for a in range(99) %}{% set ns.s = [ns.s, ns.s] %}{% endfor %}{{ ns }}{{ ns.s == ns.s[0] }}{{ ns.s < ns.s[0] }}{{ ns.s }}",
                "{% set ns = namespace(a=(1,), b=(1,)) %}{% for i in range(99) %}{% set ns.a = (ns.a, ns.a) %}{% set ns.b = (ns.b, ns.b) %}{% endfor %}{{ ns.a == ns.b }}",
                "{% set ns = namespace(a=(1,)) %}{% for i in range(99) %}{% set ns.a = (ns.a, ns.a) %}{% endfor %}{{ {ns.a: 1} }}",
                "{% set m = [] %}{% do m.append(m) %}{{ m == [m] }}{{ m | tojson }}",
                "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
                "{% macro f(n) %}{{ f(n) ~ f(n) }}{% endmacro %}{{ f(1) }}",
                "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
                "{% block a %}{{ self.a() }}{% endblock %}",
                "{{ l | map('map', 'upper') | list | string }}",
                "{{ (10 ** 4300) * 10 }}",
                "{{ range(10 ** 100) }}",
                "{{ ('x ' * 10 ** 6) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | wordwrap(1) | nosuch }}",
                "{{ s.__class__.__mro__ }}",
                "{{ ''.__class__ }}",
                "{{ range.__globals__ }}",
                "{{ self.__init__.__globals__ }}",
                "{% include '/etc/passwd' %}",
                "{% import 'os' as os %}",
                "{% from 'os' import system %}",
                "{% extends 'base.html' %}",
                "{{ lipsum(10 ** 9) }}",
            })
    void a_hostile_template_gives_an_error_with_a_sentence(String source) {
        Rendered rendered = render(source);
        assertThat(rendered.failure()).isPresent();
        Problem problem = rendered.failure().orElseThrow();
        assertThat(problem.message()).isNotBlank().doesNotContain("Exception");
        assertThat(problem.line()).isEqualTo(1);
    }

    @Test
    void deep_nesting_is_refused_when_read() {
        assertThat(render("{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}").failure())
                .isPresent();
        assertThat(render("{{ " + "[".repeat(5000) + "]".repeat(5000) + " }}").failure())
                .isPresent();
        assertThat(render("{{ " + "not ".repeat(9000) + "1 }}").failure()).isPresent();
        assertThat(render("{{ " + "-".repeat(9000) + "1 }}").failure()).isPresent();
        assertThat(render("{{ 1" + " + 1".repeat(9000) + " }}").failure()).isPresent();
        assertThat(render("{{ s" + " | upper".repeat(9000) + " }}").failure()).isPresent();
        assertThat(render("{{ s" + ".a".repeat(9000) + " }}").failure()).isPresent();
        assertThat(render("{{ 1" + " if 1 else 1".repeat(9000) + " }}").failure()).isPresent();
        String wide = "1";
        for (int i = 0; i < 75; i++) {
            wide = "(" + wide + " + 1".repeat(390) + ")";
        }
        assertThat(render("{{ " + wide + " }}").failure()).isPresent();
        assertThat(render("{% if 1 %}".repeat(5000) + "{% endif %}".repeat(5000)).failure())
                .isPresent();
    }

    @Test
    void an_interrupted_thread_stops_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        Rendered rendered = render("{% for a in range(10 ** 6) %}x{% endfor %}");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(rendered.failure().orElseThrow().kind()).isEqualTo(Problem.Kind.CANCELLED);
    }

    @Test
    void a_template_that_changes_its_data_changes_a_copy() {
        Map<String, Value> context =
                Map.of("l", Value.of(List.of(1)), "d", Value.of(Map.of("k", List.of(2))));
        Template template =
                (Template)
                        Template.parse(
                                "{% do l.append(2) %}{% do d.k.append(3) %}{% do d.update(z=l) %}{{ l }}{{ d }}",
                                Environment.PYTHON);
        for (int i = 0; i < 2; i++) {
            assertThat(template.render(context).text())
                    .isEqualTo("[1, 2]{'k': [2, 3], 'z': [1, 2]}");
        }
    }
}
