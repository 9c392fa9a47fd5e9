package exemplar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextRoomTest {
    private static final String[] BITS = {
        "a",
        "word ",
        "\n",
        "{{",
        "é",
        "😀",
        "👩‍👩‍👧",
        "שלום",
        "日本語",
        "  ",
        "\t",
        "\u200b",
        "\u00a0",
        "1;2",
        "\ud83d"
    };

    @Test
    void theFirstStrongLetterDecidesAndAPersonMayDecideOtherwise() {
        assertThat(Direction.of("123 שלום world")).isEqualTo(Direction.RIGHT_TO_LEFT);
        assertThat(Direction.of("@user שלום")).isEqualTo(Direction.LEFT_TO_RIGHT);
        assertThat(Direction.of("\u2067abc\u2069 שלום")).isEqualTo(Direction.RIGHT_TO_LEFT);
        assertThat(Direction.of("12 :)")).isEqualTo(Direction.LEFT_TO_RIGHT);
        assertThat(Direction.of("@user שלום", Optional.of(Direction.RIGHT_TO_LEFT)))
                .isEqualTo(Direction.RIGHT_TO_LEFT);
    }

    @Test
    void whatCannotBeSeenIsNamedWithItsPlace() {
        assertThat(Invisibles.of("a\u200b\u200bb\u00a0c\td  \ne "))
                .extracting(Invisibles.Mark::start, Invisibles.Mark::end, Invisibles.Mark::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 3, Invisibles.Kind.ZERO_WIDTH),
                        org.assertj.core.groups.Tuple.tuple(4, 5, Invisibles.Kind.OTHER_BLANK),
                        org.assertj.core.groups.Tuple.tuple(6, 7, Invisibles.Kind.TAB),
                        org.assertj.core.groups.Tuple.tuple(8, 10, Invisibles.Kind.TRAILING_BLANK),
                        org.assertj.core.groups.Tuple.tuple(
                                12, 13, Invisibles.Kind.TRAILING_BLANK));
        assertThat(Invisibles.of("a\u00a0b").getFirst().name()).isEqualTo("no-break space");
        assertThat(Invisibles.of("plain text\r\nof two lines")).isEmpty();
    }

    @Test
    void scriptsAreCountedByTheirLetters() {
        assertThat(Scripts.dominant("ab 日本語 12")).contains("Hani");
        assertThat(Scripts.letters("aб1")).containsEntry("Latn", 1).containsEntry("Cyrl", 1);
        assertThat(Scripts.dominant("12 :)")).isEmpty();
    }

    @Test
    void aDiffHoldsBothTextsWhole() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            String before = text(random);
            String after = random.nextInt(4) == 0 ? before : text(random);
            List<WordDiff.Run> runs = WordDiff.between(before, after);
            assertThat(joined(runs, WordDiff.Kind.ADDED)).isEqualTo(before);
            assertThat(joined(runs, WordDiff.Kind.REMOVED)).isEqualTo(after);
        }
        assertThat(WordDiff.between("the cat sat", "the dog sat"))
                .containsExactly(
                        new WordDiff.Run(WordDiff.Kind.SAME, "the "),
                        new WordDiff.Run(WordDiff.Kind.REMOVED, "cat"),
                        new WordDiff.Run(WordDiff.Kind.ADDED, "dog"),
                        new WordDiff.Run(WordDiff.Kind.SAME, " sat"));
    }

    private static String joined(List<WordDiff.Run> runs, WordDiff.Kind without) {
        return runs.stream()
                .filter(r -> r.kind() != without)
                .map(WordDiff.Run::text)
                .collect(Collectors.joining());
    }

    @Test
    void tokensEndInOrderAndTheLastOneWithTheText() {
        Random random = new Random(5);
        for (TokenCounter counter : List.of(Tokenizers.ofModel("gpt-4"), Tokenizers.estimate())) {
            for (int round = 0; round < 100; round++) {
                String text = text(random);
                int[] ends = counter.ends(text);
                assertThat(ends).isSorted();
                assertThat(ends).hasSize(counter.count(text));
                if (!text.isEmpty()) {
                    assertThat(ends[ends.length - 1]).isEqualTo(text.length());
                }
                for (int end : ends) {
                    boolean inside =
                            end > 0
                                    && end < text.length()
                                    && Character.isSurrogatePair(
                                            text.charAt(end - 1), text.charAt(end));
                    assertThat(inside).isFalse();
                }
            }
        }
    }

    @Test
    void onlyModelsWhoseTokenizerIsKnownAreCountedExactly() {
        assertThat(Tokenizers.ofModel("gpt-4o-mini").exact()).isTrue();
        assertThat(Tokenizers.ofModel("gpt-4o-mini").name()).isEqualTo("o200k");
        assertThat(Tokenizers.ofModel("gpt-4-turbo").name()).isEqualTo("cl100k");
        assertThat(Tokenizers.ofModel("claude-sonnet-4-5").exact()).isFalse();
        assertThat(Tokenizers.ofModel("gpt-4").ends("tiktoken is great!")).hasSize(6);
        assertThat(Tokenizers.ofModel("gpt-4").ends("<|endoftext|>").length).isGreaterThan(1);
    }

    @Test
    void aTextCountedBeforeIsNotCountedAgain() {
        AtomicInteger asked = new AtomicInteger();
        TokenCounter counter =
                new RememberedTokens(
                        Tokenizers.told(
                                "letters",
                                t -> {
                                    asked.incrementAndGet();
                                    return t.chars().mapToObj(Character::toString).toList();
                                }));
        assertThat(counter.count("abc")).isEqualTo(3);
        assertThat(counter.ends("abc")).containsExactly(1, 2, 3);
        assertThat(asked).hasValue(1);
        assertThat(counter.exact()).isTrue();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(BITS[random.nextInt(BITS.length)]);
        }
        return text.toString();
    }

    @Test
    void lettersFromRightToLeftAreFoundWhereverTheyStand() {
        assertThat(Direction.turnsLeft("says שלום")).isTrue();
        assertThat(Direction.turnsLeft("1 ؟ ب")).isTrue();
        assertThat(Direction.turnsLeft("\ud83a\udd00 Adlam")).isTrue();
        assertThat(Direction.turnsLeft("हम, 漢字, ć, 🧣 12 ٣")).isFalse();
        assertThat(Direction.turnsLeft("")).isFalse();
    }
}
