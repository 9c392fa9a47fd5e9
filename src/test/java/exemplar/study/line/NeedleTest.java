package exemplar.study.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleTest {
    private static final String[] PIECES = {
        "a",
        "b",
        "A",
        "t",
        "text",
        " ",
        "\u00e9",
        "\u00c9",
        "\u5bff",
        "\ud83d\ude00",
        "\n",
        "\"",
        "\\",
        "/",
        "K",
        "\u212a",
        "k",
        "\u0130",
        "i",
        "n",
        "u00e9",
        ":",
        ",",
        "{"
    };

    @Test
    void finds_what_a_plain_search_in_the_fields_finds() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String first = text(random, 12);
            String second = text(random, 30);
            boolean numbered = random.nextInt(4) == 0;
            String json =
                    "{\"id\":\"ab text\",\"fields\":{\"text\":"
                            + json(first, numbered)
                            + ",\"b\" : "
                            + json(second, false)
                            + "},\"note\":\"a text b\"}";
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            Line line = (Line) new LineScan(new Words()).scan(bytes, 0, bytes.length);
            String sought = text(random, 3);
            String folded = Needle.fold(sought);
            boolean there =
                    Needle.fold(first).contains(folded) || Needle.fold(second).contains(folded);
            assertThat(new Needle(sought).in(line)).as("%s in %s", sought, json).isEqualTo(there);
            assertThat(line.characters())
                    .isEqualTo(
                            first.codePointCount(0, first.length())
                                    + second.codePointCount(0, second.length()));
            assertThat(line.example().field("text")).isEqualTo(first);
        }
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most) + 1; n > 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String json(String text, boolean numbered) {
        StringBuilder out = new StringBuilder();
        if (!numbered) {
            Escapes.write(text, out);
            return out.toString();
        }
        out.append('"');
        text.chars().forEach(c -> out.append("\\u%04X".formatted(c)));
        return out.append('"').toString();
    }
}
