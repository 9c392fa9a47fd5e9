package exemplar.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.model.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwinScanTest {
    private static Example example(String text, String gold) {
        return Example.of("d", Map.of("text", text), gold);
    }

    private static List<Twins> twins(Example... examples) throws InterruptedException {
        return TwinScan.of(
                Fingerprints.of(ExampleSource.of(List.of(examples)), List.of("text")), true);
    }

    @Test
    void textsThatAreTheSameCharacterForCharacterAreExactTwins() throws Exception {
        List<Twins> twins =
                twins(example("a b", "joy"), example("other", "joy"), example("a b", "joy"));
        assertThat(twins).containsExactly(new Twins(Likeness.EXACT, 1, List.of(0, 2), false));
    }

    @Test
    void caseWidthPunctuationAndInvisibleCharactersDoNotMakeTextsDifferent() throws Exception {
        List<Twins> twins =
                twins(
                        example("Keep the lights on, we are nearly home!", "joy"),
                        example("keep  the lights on — we\u200b are nearly home", "joy"),
                        example("Ｋｅｅｐ the lights on we are nearly home…", "joy"));
        assertThat(twins)
                .containsExactly(new Twins(Likeness.NORMALISED, 1, List.of(0, 1, 2), false));
    }

    @Test
    void twinsWithDifferentGoldAreAConflictAndMissingGoldIsNone() throws Exception {
        assertThat(twins(example("x", "joy"), example("x", "anger")).getFirst().conflict())
                .isTrue();
        assertThat(twins(example("x", "joy"), example("x", "")).getFirst().conflict()).isFalse();
    }

    @Test
    void facesOfPunctuationAreNotTheSameText() throws Exception {
        assertThat(twins(example(":)", "joy"), example(":(", "sadness"))).isEmpty();
    }

    @Test
    void rowsWithoutInputAreNoTwins() throws Exception {
        assertThat(twins(example("", "joy"), example("  ", "anger"), example("", ""))).isEmpty();
    }

    @Test
    void aTextWithOneWordChangedIsANearTwinAndItsSimilarityIsMeasured() throws Exception {
        String text = "Rained on all day, missed two buses, and then the whole street smelled of ";
        List<Twins> twins = twins(example(text + "bread", "joy"), example(text + "soup", "joy"));
        assertThat(twins).hasSize(1);
        assertThat(twins.getFirst().likeness()).isEqualTo(Likeness.NEAR);
        assertThat(twins.getFirst().similarity()).isBetween(0.75, 0.99);
    }

    @Test
    void nearTwinsContradictEachOtherUnlessTheirNumbersDiffer() throws Exception {
        String text =
                "My parcel was sent to the wrong address, please call me, it is order number ";
        assertThat(twins(example(text + "4711", "joy"), example(text + "4712", "anger")))
                .singleElement()
                .matches(t -> t.likeness() == Likeness.NEAR && !t.conflict());
        assertThat(twins(example(text + "4711 now", "joy"), example(text + "4711 today", "anger")))
                .singleElement()
                .matches(t -> t.likeness() == Likeness.NEAR && t.conflict());
        assertThat(twins(example(text + "1 2", "joy"), example(text + "12", "anger")))
                .singleElement()
                .matches(t -> !t.conflict());
    }

    @Test
    void nearTwinsAreFoundInChineseToo() throws Exception {
        List<Twins> twins =
                twins(
                        example("今天下了一整天的雨我错过了两班公交车但是整条街都是面包的香味真好", "joy"),
                        example("今天下了一整天的雨我错过了两班公交车但是整条街都是面包的味道真好", "joy"));
        assertThat(twins).extracting(Twins::likeness).containsExactly(Likeness.NEAR);
    }

    @Test
    void differentFieldsDoNotRunTogether() throws Exception {
        List<Example> pairs =
                List.of(
                        Example.of("1", Map.of("a", "one two", "b", "three"), "x"),
                        Example.of("2", Map.of("a", "one", "b", "two three"), "x"));
        assertThat(TwinScan.of(Fingerprints.of(ExampleSource.of(pairs), List.of("a", "b")), false))
                .isEmpty();
    }

    @Test
    void nearlyAllPlantedNearTwinsAmongThousandsOfTextsAreFoundAndNothingElse() throws Exception {
        Random random = new Random(7);
        List<Example> pool = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 20; word++) {
                text.append(Integer.toString(random.nextInt(1 << 28), 36)).append(' ');
            }
            pool.add(example(text.toString(), "x"));
        }
        for (int i = 0; i < 200; i++) {
            pool.add(example(pool.get(i).field("text") + "again", "x"));
        }
        List<Twins> twins =
                TwinScan.of(Fingerprints.of(ExampleSource.of(pool), List.of("text")), true);
        assertThat(twins).hasSizeGreaterThanOrEqualTo(199).hasSizeLessThanOrEqualTo(200);
        assertThat(twins)
                .allMatch(t -> t.rows().equals(List.of(t.rows().get(0), t.rows().get(0) + 3_000)));
    }

    @Test
    void manyLookAlikesDoNotTakeForever() throws Exception {
        List<Example> pool = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            pool.add(example("Please classify the following message number " + i, "x"));
        }
        List<Twins> twins =
                TwinScan.of(Fingerprints.of(ExampleSource.of(pool), List.of("text")), true);
        assertThat(twins).isNotEmpty();
    }

    @Test
    void anEditedListIsReadOnlyWhereItChanged() throws Exception {
        List<Example> before = List.of(example("a", "x"), example("b", "x"));
        Fingerprints prints = Fingerprints.of(ExampleSource.of(before), List.of("text"));
        List<Example> after = List.of(before.get(0), example("a", "y"), example("c", "x"));
        assertThat(TwinScan.of(prints.following(ExampleSource.of(after)), true))
                .containsExactly(new Twins(Likeness.EXACT, 1, List.of(0, 1), true));
    }

    @Test
    void anInterruptStopsTheScan() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> twins(example("a", "x"))).isInstanceOf(InterruptedException.class);
    }
}
