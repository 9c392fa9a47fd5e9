package exemplar.study.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import exemplar.model.Example;
import exemplar.model.StudyImage;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    private static final String FULL =
            "{\"id\":\"d-1\",\"fields\":{\"text\":\"caf\u00e9 \\u00e9 \ud83d\ude00 \\\"q\\\"\",\"b\":\"\"},\"gold\":\"joy\","
                    + "\"rationale\":\"because\",\"language\":\"fr\",\"tags\":[\"a\",\"b\"],\"note\":\"n\",\"source\":\"s:1\","
                    + "\"enabled\":false,\"pinned\":true,\"more\":{\"x\":[1,-2.50,3e7,true,null,\"\\ud83d\"]}}";

    private static Scanned scan(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new LineScan(new Words()).scan(bytes, 0, bytes.length);
    }

    @Test
    void images_are_names_or_objects_and_stand_after_the_language() {
        String line =
                "{\"id\":\"a\",\"fields\":{\"text\":\"t\"},\"language\":\"en\",\"images\":[\"0a\","
                        + "{\"sha256\":\"0b\",\"points\":[[1,2.5]],\"new\":null},{\"later\":true}],\"tags\":[\"x\"]}";
        Example example = ((Line) scan(line)).example();
        assertThat(example.images()).hasSize(3);
        assertThat(example.images().getFirst()).isEqualTo(StudyImage.of("0a"));
        assertThat(example.images().get(1).sha256()).isEqualTo("0b");
        assertThat(example.images().get(1).extra()).containsKeys("points", "new");
        assertThat(example.extra()).isEmpty();
        assertThat(Line.of(example).toString()).isEqualTo(line);
        assertThat(Line.of(example.withNote("n").withImages(List.of())).toString())
                .isEqualTo(
                        "{\"id\":\"a\",\"fields\":{\"text\":\"t\"},\"language\":\"en\",\"tags\":[\"x\"],\"note\":\"n\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0a\"", "{\"sha256\":\"0a\"}", "[1]", "[[\"0a\"]]", "[null]", "true"})
    void images_of_another_form_are_told(String images) {
        assertThat(scan("{\"id\":\"a\",\"fields\":{},\"images\":" + images + "}"))
                .isInstanceOfSatisfying(
                        BrokenLine.class,
                        b -> assertThat(b.kind()).isEqualTo(BrokenLine.Kind.TYPE));
        assertThat(scan("{\"id\":\"a\",\"fields\":{},\"images\":null}")).isInstanceOf(Line.class);
    }

    @Test
    void an_example_written_and_read_is_the_same() {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("x", List.of(1, new BigDecimal("-2.50"), true));
        extra.put("none", null);
        Example example =
                new Example(
                        "d \"1\"",
                        Map.of("text", "tab\t zero\u0000 lone\ud83d sep\u2028 {{ x }} \\n"),
                        "joy",
                        "r",
                        "ar",
                        List.of("t"),
                        "n",
                        "s",
                        false,
                        true,
                        extra);
        Line line = Line.of(example);
        Line read = (Line) scan(line.toString());

        assertThat(read.example()).isEqualTo(example);
        assertThat(read.id()).isEqualTo("d \"1\"");
        assertThat(read.enabled()).isFalse();
        assertThat(read.pinned()).isTrue();
        assertThat(read.toString()).doesNotContain("\u2028");
    }

    @Test
    void what_says_nothing_is_not_written_and_the_order_is_fixed() {
        assertThat(Line.of(Example.of("a", Map.of("text", "x"), "")).toString())
                .isEqualTo("{\"id\":\"a\",\"fields\":{\"text\":\"x\"}}");
        Line full = (Line) scan(FULL);
        Line again = Line.of(full.example().withNote("changed"));
        assertThat(again.toString())
                .isEqualTo(
                        FULL.replace("\\u00e9", "\u00e9")
                                .replace("\"note\":\"n\"", "\"note\":\"changed\"")
                                .replace("3e7", "3E+7"));
    }

    @Test
    void the_same_object_comes_back_while_somebody_holds_it() {
        Line line = (Line) scan(FULL);
        Example first = line.example();
        for (int i = 0; i < 50_000; i++) {
            ((Line) scan("{\"id\":\"x" + i + "\"}")).example();
        }
        assertThat(line.example()).isSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":3}",
                "{\"id\":\"\"}",
                "{\"fields\":{}}",
                "{\"id\":\"a\",\"fields\":[]}",
                "{\"id\":\"a\",\"fields\":{\"n\":1}}",
                "{\"id\":\"a\",\"fields\":null}",
                "{\"id\":\"a\",\"gold\":1}",
                "{\"id\":\"a\",\"tags\":\"x\"}",
                "{\"id\":\"a\",\"tags\":[1]}",
                "{\"id\":\"a\",\"enabled\":\"yes\"}",
                "{\"id\":\"a\",\"id\":\"b\"}"
            })
    void a_value_of_another_type_is_said_to_be_wrong(String json) {
        assertThat(scan(json))
                .isInstanceOfSatisfying(
                        BrokenLine.class,
                        broken -> {
                            assertThat(broken.kind()).isEqualTo(BrokenLine.Kind.TYPE);
                            assertThat(broken.what()).startsWith("has ");
                        });
    }

    @Test
    void depth_and_size_of_hostile_lines_are_bounded() {
        assertThat(scan("{\"id\":\"a\",\"x\":" + "[".repeat(100_000)))
                .isInstanceOfSatisfying(
                        BrokenLine.class, b -> assertThat(b.what()).contains("levels of nesting"));
        assertThat(scan("{\"id\":\"a\",\"x\":" + "9".repeat(100_000) + "}"))
                .isInstanceOf(BrokenLine.class);
        assertThat(scan("{\"id\":\"a\",\"x\":1e999999999999}")).isInstanceOf(BrokenLine.class);
        assertThat(scan(" \t ")).isInstanceOf(Scanned.Blank.class);
    }

    /// The scan must accept exactly what the JSON library can read afterwards.
    @Test
    void accepts_what_is_json_and_utf8_and_nothing_else() {
        ObjectMapper strict =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
        Random random = new Random(11);
        byte[] good = FULL.getBytes(StandardCharsets.UTF_8);
        byte[] odd = "\"\\{}[],:0-+.eEtfnu \t\u00e9\u0001d8".getBytes(StandardCharsets.UTF_8);
        int accepted = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = good.clone();
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = odd[random.nextInt(odd.length)];
                default -> {
                    int from = Math.min(at + 1 + random.nextInt(3), bytes.length);
                    System.arraycopy(bytes, from, bytes, at, bytes.length - from);
                    bytes = Arrays.copyOf(bytes, bytes.length - (from - at));
                }
            }
            Scanned scanned = new LineScan(new Words()).scan(bytes, 0, bytes.length);
            boolean json = isJson(strict, bytes);
            String shown = new String(bytes, StandardCharsets.UTF_8);
            if (scanned instanceof Line line) {
                assertThat(json).as(shown).isTrue();
                assertThat(line.id()).isEqualTo(line.example().id());
                assertThat(line.gold()).isEqualTo(line.example().gold());
                assertThat(line.tags()).isEqualTo(line.example().tags());
                assertThat(line.enabled()).isEqualTo(line.example().enabled());
                accepted++;
            } else if (scanned instanceof BrokenLine broken) {
                assertThat(broken.kind() == BrokenLine.Kind.TYPE || !json)
                        .as("%s: %s", shown, broken)
                        .isTrue();
            }
        }
        assertThat(accepted).isGreaterThan(10_000);
    }

    private static boolean isJson(ObjectMapper mapper, byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            return mapper.readTree(bytes).isObject();
        } catch (CharacterCodingException e) {
            return false;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
