package exemplar.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(Label.of("joy"), Label.of("anger")),
                    "",
                    List.of());

    private static Example example(String id, String text, String gold) {
        return Example.of(id, Map.of("text", text), gold);
    }

    private static Findings find(List<Example> pool, List<Example> tests) throws Exception {
        return Findings.of(TASK, ExampleSource.of(pool), ExampleSource.of(tests));
    }

    private static List<Flag> flags(String text, String gold) {
        return new ExampleSigns(TASK).of(example("d", text, gold));
    }

    @Test
    void anOrdinaryTextHasNoFlag() {
        assertThat(flags("We won, at last. 🙂 50 % café 👩‍👩‍👧", "joy")).isEmpty();
        assertThat(flags("می‌خواهم", "joy")).isEmpty();
        assertThat(flags("日本語のテキストとカタカナ", "joy")).isEmpty();
        assertThat(flags("한국어와 漢字", "joy")).isEmpty();
    }

    @Test
    void onlyThoseOfAGroupAreInConflictThatHaveOneOfTheSameNumbersAgainstThem() throws Exception {
        String text =
                "My parcel was sent to the wrong address, please call me, it is order number ";
        SetFindings found =
                find(
                                List.of(
                                        example("a", text + "4711 now", "joy"),
                                        example("b", text + "4711 today", "anger"),
                                        example("c", text + "4712 now", "anger"),
                                        example("d", text + "4711 soon", "")),
                                List.of())
                        .pool();
        assertThat(found.rows(FlagKind.CONFLICT).stream()).containsExactly(0, 1);
        assertThat(found.rows(FlagKind.DUPLICATE).cardinality()).isEqualTo(4);
        for (int row = 0; row < 4; row++) {
            List<Flag.Conflict> conflicts =
                    found.of(found.examples().get(row)).stream()
                            .filter(Flag.Conflict.class::isInstance)
                            .map(Flag.Conflict.class::cast)
                            .toList();
            assertThat(conflicts).hasSize(row < 2 ? 1 : 0);
            if (row == 0) {
                assertThat(conflicts.getFirst().others())
                        .extracting(Flag.Other::id)
                        .containsExactly("b");
            }
        }
    }

    @Test
    void bracesAreShownWithTheirSurroundings() {
        assertThat(flags("Set {1; 2}", "joy"))
                .containsExactly(new Flag.Braces("text", "Set {1; 2}"));
    }

    @Test
    void scriptsAreNamedButHandlesAndAddressesDoNotCount() {
        assertThat(flags("نجحنا أخيرا every form", "joy"))
                .contains(new Flag.Scripts("text", List.of("Arabic", "Latin")));
        assertThat(flags("@reem نجحنا أخيرا https://example.org/x", "joy")).isEmpty();
    }

    @Test
    void aTextThatTurnsItsDirectionIsFlagged() {
        assertThat(flags("OK نجحنا أخيرا بعد سنوات", "joy"))
                .contains(new Flag.Direction("text", false));
    }

    @Test
    void invisibleCharactersAreNamedAndCounted() {
        assertThat(flags("a\u200bb\u00a0c\u200bd", "joy"))
                .containsExactly(new Flag.Invisible("text", List.of(0x200b, 0xa0), 3));
    }

    @Test
    void trailingSpaceAndEmptyFieldsAreDifferentThings() {
        assertThat(flags("text: \t", "joy")).containsExactly(new Flag.TrailingSpace("text", 2));
        assertThat(flags("  ", "joy")).containsExactly(new Flag.EmptyField("text"));
    }

    @Test
    void missingAndUnknownGoldAreFlagged() {
        assertThat(flags("a", "")).containsExactly(new Flag.Unlabelled());
        assertThat(flags("a", "fury")).containsExactly(new Flag.UnknownLabel("fury"));
    }

    @Test
    void aConflictNamesTheOtherExampleAndItsGold() throws Exception {
        List<Example> pool =
                List.of(example("a", "We won", "joy"), example("b", "we won!", "anger"));
        Findings findings = find(pool, List.of());
        Flag.Other other = new Flag.Other(1, "b", "anger", Likeness.NORMALISED, 1);
        assertThat(findings.pool().of(pool.get(0)))
                .containsExactly(
                        new Flag.Conflict(List.of(other)), new Flag.Duplicate(List.of(other), 1));
        assertThat(findings.pool().counts())
                .isEqualTo(Map.of(FlagKind.CONFLICT, 2, FlagKind.DUPLICATE, 2));
    }

    @Test
    void aLeakIsShownOnBothSides() throws Exception {
        List<Example> pool = List.of(example("a", "We won", "joy"));
        List<Example> tests = List.of(example("t", "We won", "joy"));
        Findings findings = find(pool, tests);
        assertThat(findings.pool().of(pool.get(0)))
                .containsExactly(new Flag.Leaked(new Flag.Other(0, "t", "joy", Likeness.EXACT, 1)));
        assertThat(findings.tests().has(0, FlagKind.LEAK)).isTrue();
        assertThat(findings.leaks()).hasSize(1);
    }

    @Test
    void everyTwinOfALeakingDemonstrationLeaks() throws Exception {
        List<Example> pool = List.of(example("a", "We won", "joy"), example("b", "We won", "joy"));
        Findings findings = find(pool, List.of(example("t", "We won", "joy")));
        assertThat(findings.pool().rows(FlagKind.LEAK).cardinality()).isEqualTo(2);
    }

    @Test
    void anExampleEditedSinceIsNotShownWithOldFindings() throws Exception {
        List<Example> pool = List.of(example("a", "We won", "joy"), example("b", "We won", "joy"));
        Findings findings = find(pool, List.of());
        assertThat(findings.pool().of(pool.get(0).withField("text", "We lost"))).isEmpty();
    }

    @Test
    void findingsFollowAnEdit() throws Exception {
        List<Example> pool = List.of(example("a", "{x}", "joy"), example("b", "{x}", "joy"));
        Findings before = find(pool, List.of());
        List<Example> edited = List.of(pool.get(0), example("b", "y", "joy"));
        Findings after =
                before.following(TASK, ExampleSource.of(edited), ExampleSource.of(List.of()));
        assertThat(after.pool().counts()).isEqualTo(Map.of(FlagKind.BRACES, 1));
        assertThat(before.pool().counts())
                .isEqualTo(Map.of(FlagKind.BRACES, 2, FlagKind.DUPLICATE, 2));
    }

    @Test
    void everyKindHasAWordThatLeadsBackToIt() {
        for (FlagKind kind : FlagKind.values()) {
            assertThat(FlagKind.of(kind.word())).contains(kind);
        }
        assertThat(FlagKind.of("nothing")).isEmpty();
    }
}
