package exemplar.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"a\",\"template\":\"{{ x }} {{ y }} {{ z }}\",\"context\":{\"x\":2,\"y\":2.0,\"z\":123456789012345678901}} § {\"id\":\"a\",\"text\":\"2 2.0 123456789012345678901\"}",
                "{\"id\":7,\"template\":\"{{ d }}\",\"context\":{\"d\":{\"b\":null,\"a\":[true,\"q\"]}}} § {\"id\":7,\"text\":\"{'b': None, 'a': [True, 'q']}\"}",
                "{\"id\":\"b\",\"template\":\"x\\n{{ 1 + }}\",\"context\":{}} § {\"id\":\"b\",\"error\":\"expected a value, found '}}'\",\"line\":2,\"column\":8}",
                "{\"id\":\"c\",\"template\":\"{{ 1 // 0 }}\"} § {\"id\":\"c\",\"error\":\"integer division or modulo by zero\",\"line\":1,\"column\":6}",
                "{\"id\":\"d\",\"context\":{}} § {\"id\":\"d\",\"error\":\"the line needs a \\\"template\\\" that is a text\",\"line\":0,\"column\":0}",
                "{\"id\":\"e\",\"template\":\"x\",\"context\":[1]} § {\"id\":\"e\",\"error\":\"the context must be a JSON object\",\"line\":0,\"column\":0}"
            })
    void each_line_is_answered_by_one_line(String line, String answer) {
        assertThat(Cases.answer(line, Environment.PYTHON)).isEqualTo(answer);
    }

    @Test
    void a_line_that_is_not_json_is_answered_with_an_error() {
        assertThat(Cases.answer("{nope", Environment.PYTHON))
                .contains("\"error\":\"this is not JSON");
    }
}
