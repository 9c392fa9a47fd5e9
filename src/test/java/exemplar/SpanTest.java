package exemplar;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.model.Origin;
import exemplar.model.Span;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void aSpanThatEndsBeforeItStartsIsRefused() {
        assertThatThrownBy(() -> new Span(3, 2, Origin.TEMPLATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[3, 2)");
    }
}
