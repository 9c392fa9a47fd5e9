package exemplar.study.replace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.model.Example;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplacingTest {
    private static final Place TEXT = new Place.Field("text");

    private static Finder finder(Needle needle) {
        return ((Finder.Compiled.Ready) Finder.compile(needle)).finder();
    }

    private static List<Example> pool(String... texts) {
        List<Example> pool = new ArrayList<>();
        for (String text : texts) {
            pool.add(Example.of("d-" + pool.size(), Map.of("text", text), "joy"));
        }
        return pool;
    }

    private static Hits search(List<Example> pool, Needle needle, Place... places)
            throws InterruptedException {
        int[] rows = IntStream.range(0, pool.size()).toArray();
        return Search.of(pool, rows, List.of(places), finder(needle), done -> {});
    }

    private static List<String> replaced(String text, Needle needle) throws InterruptedException {
        List<Example> pool = pool(text);
        Hits hits = search(pool, needle, TEXT);
        return Replacing.of(hits, new BitSet(), pool).examples().stream().map(TEXT::read).toList();
    }

    @Test
    void everyHitIsReplacedAndOtherRowsAreLeftOut() throws Exception {
        List<Example> pool = pool("bad, Bad, BAD", "good", "so bad");
        Hits hits = search(pool, Needle.of("bad").replacedBy("odd"), TEXT);
        assertThat(hits.size()).isEqualTo(4);
        assertThat(hits.examples()).isEqualTo(2);
        Replacing.Changes changes = Replacing.of(hits, new BitSet(), pool);
        assertThat(changes.rows()).containsExactly(0, 2);
        assertThat(changes.examples())
                .extracting(TEXT::read)
                .containsExactly("odd, odd, odd", "so odd");
    }

    @Test
    void anUntickedHitStaysAsItIs() throws Exception {
        List<Example> pool = pool("a-a-a");
        BitSet unwanted = new BitSet();
        unwanted.set(1);
        Hits hits = search(pool, Needle.of("a").replacedBy("long"), TEXT);
        Replacing.Changes changes = Replacing.of(hits, unwanted, pool);
        assertThat(TEXT.read(changes.examples().getFirst())).isEqualTo("long-a-long");
        assertThat(changes.hits()).isEqualTo(2);
    }

    @Test
    void anExampleChangedSinceTheSearchIsLeftAlone() throws Exception {
        List<Example> pool = pool("bad", "bad");
        Hits hits = search(pool, Needle.of("bad").replacedBy("odd"), TEXT);
        List<Example> now = List.of(pool.get(0).withField("text", "very bad"), pool.get(1));
        Replacing.Changes changes = Replacing.of(hits, new BitSet(), now);
        assertThat(changes.rows()).containsExactly(1);
        assertThat(changes.stale()).isEqualTo(1);
    }

    @Test
    void severalPlacesOfOneExampleChangeTogether() throws Exception {
        List<Example> pool = List.of(pool("x").getFirst().withNote("x").withRationale("x y"));
        Hits hits =
                search(
                        pool,
                        Needle.of("x").replacedBy("z"),
                        TEXT,
                        Place.Column.RATIONALE,
                        Place.Column.NOTE);
        Example after = Replacing.of(hits, new BitSet(), pool).examples().getFirst();
        assertThat(after.field("text")).isEqualTo("z");
        assertThat(after.rationale()).isEqualTo("z y");
        assertThat(after.note()).isEqualTo("z");
    }

    @Test
    void groupsOfARegularExpressionGoIntoTheReplacement() throws Exception {
        Needle needle = Needle.of("(?<a>\\w+) and (\\w+)").asRegex();
        assertThat(replaced("salt and pepper", needle.replacedBy("$2 und ${a}\\n\\$1")))
                .containsExactly("pepper und salt\n$1");
    }

    @Test
    void aPlainReplacementIsTakenAsWritten() throws Exception {
        assertThat(replaced("a", Needle.of("a").replacedBy("$1\\n{{x}}")))
                .containsExactly("$1\\n{{x}}");
    }

    @Test
    void wholeWordsAreWordsInEveryLanguage() throws Exception {
        assertThat(replaced("art, heart, Art", Needle.of("art").asWholeWord().replacedBy("X")))
                .containsExactly("X, heart, X");
        assertThat(replaced("naïve naïveté", Needle.of("naïve").asWholeWord().replacedBy("X")))
                .containsExactly("X naïveté");
        assertThat(replaced("المدرسة في مدرسة", Needle.of("مدرسة").asWholeWord().replacedBy("X")))
                .containsExactly("المدرسة في X");
    }

    @Test
    void upperCaseIsUnderstoodBeyondAscii() throws Exception {
        assertThat(replaced("ÄRGER ärger", Needle.of("ärger").replacedBy("x")))
                .containsExactly("x x");
        assertThat(replaced("ÄRGER ärger", Needle.of("ärger").matchingCase().replacedBy("x")))
                .containsExactly("ÄRGER x");
    }

    @Test
    void emptyMatchesAreNoHits() throws Exception {
        assertThat(search(pool("abc"), Needle.of("x*").asRegex(), TEXT).size()).isZero();
    }

    @Test
    void aBrokenExpressionSaysWhereAndWhy() {
        assertThat(Finder.compile(Needle.of("(a").asRegex()))
                .isInstanceOfSatisfying(
                        Finder.Compiled.Invalid.class,
                        invalid -> assertThat(invalid.reason()).contains("Unclosed group"));
        assertThat(Finder.compile(Needle.of("(a)").asRegex().replacedBy("x$2")))
                .isEqualTo(new Finder.Compiled.Invalid("The expression has no group 2.", 1, true));
        assertThat(Finder.compile(Needle.of(""))).isInstanceOf(Finder.Compiled.Invalid.class);
    }

    @Test
    void aHostileExpressionIsGivenUpOnThatTextAndTheOthersAreSearched() throws Exception {
        List<Example> pool = pool("a".repeat(200) + "!", "ab");
        Finder finder = finder(Needle.of("(.*)(.*)(.*)(.*)(.*)(.*)\\1\\1b$").asRegex());
        assertThatThrownBy(() -> finder.hits("a".repeat(200) + "!", Patience.ofLooks(1_000_000)))
                .isInstanceOf(OutOfPatience.class)
                .hasMessageContaining("takes too long on a text of 201 characters");
        Hits hits = search(pool, Needle.of("(.*)(.*)(.*)(.*)(.*)(.*)\\1\\1b$").asRegex(), TEXT);
        assertThat(hits.size()).isEqualTo(1);
        assertThat(hits.unsearched()).hasSize(1);
    }

    @Test
    void anExpressionThatGoesTooDeepIsGivenUp() {
        Finder finder = finder(Needle.of("(a|b)*c").asRegex());
        assertThatThrownBy(() -> finder.hits("ab".repeat(100_000), Patience.perText()))
                .isInstanceOf(OutOfPatience.class);
    }

    @Test
    void aPreviewShowsTheTextBeforeAndAfter() throws Exception {
        Hits hits = search(pool("not bad, bad"), Needle.of("bad").replacedBy("odd"), TEXT);
        Hits.Preview preview = hits.preview(1);
        assertThat(preview.before()).isEqualTo("not bad, bad");
        assertThat(preview.after()).isEqualTo("not bad, odd");
        assertThat(preview.hit()).isEqualTo(new Finder.Hit(9, 12, "odd"));
    }

    @Test
    void anInterruptStopsTheSearch() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> search(pool("a"), Needle.of("a"), TEXT))
                .isInstanceOf(InterruptedException.class);
    }
}
