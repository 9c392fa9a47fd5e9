package exemplar.study.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.model.Example;
import exemplar.study.Examples;
import exemplar.study.Sample;
import exemplar.study.Study;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static final Examples EXAMPLES =
            Examples.of(
                    List.of(
                            example("d-01", "It is not bad at all", "joy"),
                            example("d-02", "NOT very good, \"bad\" even", "anger")
                                    .withTags(List.of("x", "long one")),
                            example("d-03", "Caf\u00e9 in \u00c9vry, http://x.de/a", "sadness")
                                    .withLanguage("fr-CA"),
                            example("d-04", "line one\nline two \ud83d\ude00", "Joy")
                                    .withEnabled(false),
                            example("e-05", "x".repeat(300), "").withPinned(true),
                            example(
                                            "e-06",
                                            "\u5bff\u53f8 \u041c\u043e\u0441\u043a\u0432\u0430",
                                            "optimism, mild")
                                    .withNote("ask Ada")
                                    .withSource("tweets.csv:431")));

    private static Example example(String id, String text, String gold) {
        return Example.of(id, Map.of("text", text), gold);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "label:joy|0 3",
                "-label:joy|1 2 4 5",
                "gold:joy,sadness|0 2 3",
                "label:\"optimism, mild\"|5",
                "text~\"not bad\"|0",
                "NOT bad|0 1",
                "\"\\\"bad\\\"\"|1",
                "CAF\u00c9|2",
                "cafe|",
                "\u00e9vry|2",
                "\u5bff\u53f8|5",
                "\u041c\u041e\u0421\u041a|5",
                "\ud83d\ude00|3",
                "\"one line\"|",
                "\"http://x\"|2",
                "text|",
                "fields|",
                "tag:X|1",
                "tag:\"long one\"|1",
                "lang:fr|2",
                "lang:fr-ca|2",
                "is:off|3",
                "is:on is:pinned|4",
                "is:nogold|4",
                "len>200|4",
                "len<=8|",
                "len=20|0",
                "len:19|3",
                "id:d-01|0",
                "id:E-*|4 5",
                "id:*-0*-*|",
                "id~05|4",
                "note~ada|5",
                "source~csv|5",
                "flag:odd|1 3 5",
                "flag:odd -is:off|1 5",
                "-a-b|0 1 2 3 4 5",
            })
    void lets_through_the_rows_it_says(String filter, String rows) throws Exception {
        Filter parsed = (Filter) Filter.parse(filter.replace("`", ""));
        Flags odd = (row, line, flag) -> flag.equals("odd") && row % 2 == 1;

        String found =
                String.join(
                        " ",
                        Arrays.stream(parsed.rows(EXAMPLES, odd))
                                .mapToObj(String::valueOf)
                                .toList());
        assertThat(found).isEqualTo(rows == null ? "" : rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "colour:red|0|6|nothing a filter knows",
                "good http://x|5|9|quotes",
                "text~\"open|5|10|closing quote",
                "label:|0|6|value is missing",
                "len>long|4|8|whole number",
                "joy is:great|7|12|one of on, off",
                "label>x|0|7|Only len",
            })
    void says_where_it_cannot_be_read(String filter, int start, int end, String message) {
        assertThat(Filter.parse(filter))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class,
                        wrong -> {
                            assertThat(wrong.message()).contains(message);
                            assertThat(wrong.start()).isEqualTo(start);
                            assertThat(wrong.end()).isEqualTo(end);
                        });
    }

    @Test
    void an_interrupt_ends_it() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Filter.ALL.rows(EXAMPLES, Flags.NONE))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void completes_keys_and_the_values_in_use() {
        Study study = Sample.study(4).withPool(EXAMPLES);
        Completions completions = Completions.of(study, List.of("conflict", "leak"));

        assertThat(texts(completions.at("joy la", 6))).containsExactly("label:", "lang:");
        assertThat(texts(completions.at("label:", 6)))
                .startsWith("joy", "anger", "sadness")
                .contains("\"optimism, mild\"");
        assertThat(completions.at("-label:joy,an", 13))
                .containsExactly(new Completion(11, 13, "anger", ""));
        assertThat(texts(completions.at("flag:l is:on", 6))).containsExactly("leak");
        assertThat(texts(completions.at("text~\"a la", 10))).isEmpty();
    }

    private static List<String> texts(List<Completion> completions) {
        return completions.stream().map(Completion::text).toList();
    }
}
