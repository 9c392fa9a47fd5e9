package exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChrfTest {
    /// Scores printed by `sacrebleu.CHRF().sentence_score(hypothesis, [reference])`, sacreBLEU 2.
    @ParameterizedTest
    @CsvSource({
        "the cat sat on the mat, the cat sat on a mat, 72.0848317308462",
        "'', abc, 0",
        "abc, '', 0",
        "a, a, 100",
        "ab, ba, 50",
        "Die Katze schläft 🐈 hier, Die Katze schlief hier 🐈, 64.30684554523563",
        "素晴らしい映画, とても素晴らしい映画でした, 46.765155150175865",
        "completely different, nothing alike zzz, 6.329113924050633",
        "abcdef, abcdef, 100",
        "A quiet film about rain ., A film about quiet rain., 69.2151129457631"
    })
    void scoresAreThoseOfSacreBleu(String hypothesis, String reference, double score) {
        assertThat(Chrf.score(hypothesis, reference)).isCloseTo(score, within(1e-9));
    }
}
