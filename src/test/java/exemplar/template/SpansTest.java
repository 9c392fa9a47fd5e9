package exemplar.template;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Origin;
import exemplar.model.Span;
import exemplar.template.value.Str;
import exemplar.template.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final Origin TEXT = Origin.demo("d-1", "text", Optional.empty());
    private static final Origin LABEL = Origin.demo("d-1", "label", Optional.empty());
    private static final Origin QUERY = Origin.query("text", Optional.of("es"));

    private static Rendered render(String source, Map<String, Value> context) {
        Parsed parsed = Template.parse(source, Environment.STUDY);
        assertThat(parsed).isInstanceOf(Template.class);
        Rendered rendered = ((Template) parsed).render(context);
        int end = 0;
        for (Span span : rendered.spans()) {
            assertThat(span.start()).isEqualTo(end);
            assertThat(span.length()).isPositive();
            end = span.end();
        }
        assertThat(end).isEqualTo(rendered.text().length());
        return rendered;
    }

    /// The text cut at the borders of its spans, each part with its origin in short.
    private static List<String> parts(String source, Map<String, Value> context) {
        Rendered rendered = render(source, context);
        return rendered.spans().stream()
                .map(span ->
                        name(span.origin())
                                + ":"
                                + rendered.text().substring(span.start(), span.end()))
                .toList();
    }

    private static String name(Origin origin) {
        return switch (origin.kind()) {
            case TEMPLATE -> origin.demo().map(id -> "words of " + id).orElse("words");
            case DEMO -> origin.demo().orElseThrow() + "." + origin.field().orElseThrow();
            case QUERY -> "query." + origin.field().orElseThrow();
            default -> origin.kind().name();
        };
    }

    private static Value demo(String id, String text, String label) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("text", Value.text(text, Origin.demo(id, "text", Optional.empty())));
        members.put("label", Value.text(label, Origin.demo(id, "label", Optional.empty())));
        members.put("score", Value.of(3, Origin.demo(id, "score", Optional.empty())));
        return Value.owned(members, Origin.demo(id, "", Optional.empty()));
    }

    private static Map<String, Value> context() {
        return Map.of(
                "demos",
                        Value.of(
                                List.of(
                                        demo("d-1", "so {{ glad }}", "joy"),
                                        demo("d-2", "hm", "anger"))),
                "text", Value.text(" ¿qué? ", QUERY),
                "a", Value.text("Alpha", TEXT),
                "b", Value.text("beta", LABEL));
    }

    @Test
    void a_loop_over_demonstrations_colours_fields_and_the_words_around_them() {
        assertThat(
                        parts(
                                "Task\n{% for d in demos %}In: {{ d.text }} -> {{ d.label }}\n{% endfor %}In:{{ text }}",
                                context()))
                .containsExactly(
                        "words:Task\n",
                        "words of d-1:In: ",
                        "d-1.text:so {{ glad }}",
                        "words of d-1: -> ",
                        "d-1.label:joy",
                        "words of d-1:\n",
                        "words of d-2:In: ",
                        "d-2.text:hm",
                        "words of d-2: -> ",
                        "d-2.label:anger",
                        "words of d-2:\n",
                        "words:In:",
                        "query.text: ¿qué? ");
    }

    @Test
    void numbers_of_a_demonstration_keep_their_origin() {
        assertThat(
                        parts(
                                "{% for d in demos[:1] %}{{ d.score }}/{{ d.score + 1 }}{% endfor %}",
                                context()))
                .containsExactly("d-1.score:3", "words of d-1:/4");
    }

    @Test
    void origins_survive_concatenation_slices_and_changes_of_case() {
        assertThat(parts("{{ (a ~ '-' ~ b)[3:8] | upper }}", context()))
                .containsExactly("d-1.text:HA", "words:-", "d-1.label:BE");
        assertThat(parts("{{ [a, b] | join(', ') }}", context()))
                .containsExactly("d-1.text:Alpha", "words:, ", "d-1.label:beta");
        assertThat(parts("{{ text.strip() }}|{{ text | trim | replace('qu', b) }}", context()))
                .containsExactly(
                        "query.text:¿qué?",
                        "words:|",
                        "query.text:¿",
                        "d-1.label:beta",
                        "query.text:é?");
    }

    @Test
    void origins_survive_both_ways_of_formatting() {
        assertThat(parts("{{ '%s=%5s' % (a, b) }} {{ '<{}>'.format(b) }}", context()))
                .containsExactly(
                        "d-1.text:Alpha",
                        "words:= ",
                        "d-1.label:beta",
                        "words: <",
                        "d-1.label:beta",
                        "words:>");
    }

    @Test
    void macros_set_blocks_and_filter_blocks_pass_origins_on() {
        assertThat(
                        parts(
                                "{% macro row(d) %}[{{ d.text }}]{% endmacro %}{{ row(demos[1]) }}"
                                        + "{% set s %}({{ a }}){% endset %}{{ s }}"
                                        + "{% filter lower %}{{ a }}!{% endfilter %}",
                                context()))
                .containsExactly(
                        "words of d-2:[",
                        "d-2.text:hm",
                        "words of d-2:]",
                        "words:(",
                        "d-1.text:Alpha",
                        "words:)",
                        "d-1.text:alpha",
                        "words:!");
    }

    @Test
    void a_transformation_of_one_origin_keeps_it_for_the_whole() {
        assertThat(parts("{{ a | wordwrap(2) }}|{{ [a] }}|{{ a | tojson }}", context()))
                .containsExactly(
                        "d-1.text:Al",
                        "words:\n",
                        "d-1.text:ph",
                        "words:\n",
                        "d-1.text:a",
                        "words:|",
                        "d-1.text:['Alpha']",
                        "words:|",
                        "d-1.text:\"Alpha\"");
    }

    @Test
    void text_in_data_is_never_read_as_a_template() {
        Rendered rendered = render("{{ demos[0].text }}{{ demos[0].text | upper }}", context());
        assertThat(rendered.text()).isEqualTo("so {{ glad }}SO {{ GLAD }}");
    }

    @Test
    void origins_count_utf16_units_while_slices_count_characters() {
        Map<String, Value> context =
                Map.of(
                        "t",
                        new Str("😀é😀x", new exemplar.template.value.Runs.Uniform(TEXT), false));
        assertThat(parts("{{ t[1:3] }}.", context)).containsExactly("d-1.text:é😀", "words:.");
    }
}
