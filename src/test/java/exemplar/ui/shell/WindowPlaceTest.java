package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private static final WindowPlace SCREEN = new WindowPlace(0, 0, 1920, 1040);
    private static final WindowPlace SECOND = new WindowPlace(1920, 0, 1280, 984);

    @Test
    void aWindowComesBackWhereItWas() {
        WindowPlace was = new WindowPlace(2000, 40, 1100, 800);
        assertThat(WindowPlace.on(List.of(SCREEN, SECOND), was)).isEqualTo(was);
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesToTheMiddleOfTheFirst() {
        WindowPlace was = new WindowPlace(2000, 40, 1100, 800);
        assertThat(WindowPlace.on(List.of(SCREEN), was))
                .isEqualTo(new WindowPlace(410, 104, 1100, 800));
    }

    @Test
    void aTitleBarThatNobodyCouldReachIsNoPlace() {
        WindowPlace above = new WindowPlace(100, -60, 1100, 800);
        assertThat(WindowPlace.on(List.of(SCREEN), above).y()).isEqualTo(104);
        WindowPlace aside = new WindowPlace(1900, 100, 1100, 800);
        assertThat(WindowPlace.on(List.of(SCREEN), aside).x()).isEqualTo(410);
    }

    @Test
    void aWindowWithItsTitleIsNeverLargerThanItsScreen() {
        WindowPlace huge = new WindowPlace(0, 0, 4000, 3000);
        assertThat(WindowPlace.on(List.of(SCREEN), huge))
                .isEqualTo(new WindowPlace(0, 0, 1920, 1008));
    }
}
