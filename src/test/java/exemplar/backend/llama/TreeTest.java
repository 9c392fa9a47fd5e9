package exemplar.backend.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.backend.gguf.Gguf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeTest {

    @Test
    void whatLabelsBeginWithStandsInTheTreeOnce() {
        // dis-appoint-ment, dis-approval, joy, dis-appoint-ed
        LabelTree tree =
                new LabelTree(
                        List.of(
                                new int[] {1, 2, 3},
                                new int[] {1, 4},
                                new int[] {5},
                                new int[] {1, 2, 6}));
        assertThat(tree.nodes())
                .containsExactly(
                        new LabelTree.Node(1, 0, List.of(0, 1, 3)),
                        new LabelTree.Node(2, 1, List.of(0, 3)));
    }

    @Test
    void theSameTokenAtAnotherPlaceIsAnotherNode() {
        LabelTree tree = new LabelTree(List.of(new int[] {7, 7, 7}, new int[] {8, 7, 7}));
        assertThat(tree.nodes()).hasSize(4);
    }

    @Test
    void statesOfTokensBecomeOneVectorAsTheFileSays() throws Exception {
        assertThat(pooled(Map.of())).containsExactly(2, 20);
        assertThat(pooled(Map.of("bert.pooling_type", 1L))).containsExactly(2, 20);
        assertThat(pooled(Map.of("bert.pooling_type", 2L))).containsExactly(1, 10);
        assertThat(pooled(Map.of("bert.pooling_type", 3L))).containsExactly(3, 30);
        assertThatThrownBy(() -> pooled(Map.of("bert.pooling_type", 4L)))
                .isInstanceOf(EngineFault.class)
                .hasMessageContaining("ranks");
    }

    private static float[] pooled(Map<String, Object> said) throws EngineFault {
        Pooling.Pooled pooled = Pooling.of(file(said)).of(2);
        pooled.add(new float[] {1, 10});
        pooled.add(new float[] {2, 20});
        pooled.add(new float[] {3, 30});
        return pooled.vector();
    }

    @Test
    void aModelMadeForVectorsIsKnownByItsFile() {
        assertThat(Pooling.embeddingModel(file(Map.of()))).isFalse();
        assertThat(Pooling.embeddingModel(file(Map.of("bert.pooling_type", 2L)))).isTrue();
        assertThat(Pooling.embeddingModel(file(Map.of("bert.attention.causal", 0L)))).isTrue();
    }

    private static Gguf file(Map<String, Object> said) {
        Map<String, Object> all = new java.util.HashMap<>(said);
        all.put("general.architecture", "bert");
        return new Gguf(all, 0, 0, "F32");
    }
}
