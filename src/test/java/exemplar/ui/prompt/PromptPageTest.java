package exemplar.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Layout;
import exemplar.model.Role;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptPageTest {
    private final Workspace workspace =
            OpenedDesigns.workspace(Jobs.sameThread(), OpenedDesigns.study());
    private final PromptViewModel model = new PromptViewModel(workspace, Duration.ZERO);

    private PromptPage page(Colouring by) {
        model.refresh();
        return PromptPage.of(
                model.shown().get().orElseThrow().made(),
                OpenedDesigns.TASK,
                by,
                model.room().get().orElseThrow().tokens().ends());
    }

    private static String text(PromptPage page) {
        return page.lines().stream().map(PromptPage.Line::text).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource(Colouring.class)
    void everyCharacterOfThePromptIsShownWhateverTheColours(Colouring by) {
        for (Layout layout : Layout.values()) {
            new Designing(workspace, model).layout(layout);
            assertThat(text(page(by)))
                    .isEqualTo(
                            model.shown().get().orElseThrow().made().rendering().prompt().text());
        }
    }

    @Test
    void demonstrationsAreNumberedWhereTheyBeginAndOwnTheirLines() {
        List<PromptPage.Line> lines = page(Colouring.LABEL).lines();
        assertThat(lines.stream().map(PromptPage.Line::number).flatMap(Optional::stream))
                .containsExactly(1, 2, 3);
        assertThat(lines.get(2).number()).contains(1);
        assertThat(lines.get(3).demo()).contains("d-1");
        assertThat(lines.get(3).number()).isEmpty();
        assertThat(lines.getLast().demo()).isEmpty();
    }

    @Test
    void colourSaysTheLabelOrThePlace() {
        assertThat(page(Colouring.LABEL).lines().get(5).category()).isEqualTo(1);
        assertThat(page(Colouring.DEMONSTRATION).lines().get(5).category()).isEqualTo(1);
        assertThat(page(Colouring.LABEL).lines().get(3).pieces().getLast().classes())
                .containsExactly("span-cat-1", "span-gold");
    }

    @Test
    void messagesOfAChatAreToldByTheirRoles() {
        new Designing(workspace, model).layout(Layout.CHAT_TURNS);
        assertThat(
                        page(Colouring.LABEL).lines().stream()
                                .map(PromptPage.Line::role)
                                .flatMap(Optional::stream))
                .startsWith(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.USER)
                .hasSize(8);
    }

    @Test
    void aDiffShowsBothTexts() {
        model.refresh();
        model.compareWith("zero");
        PromptPage page = PromptPage.ofDiff(model.shown().get().orElseThrow().diff());
        assertThat(text(page)).contains("nearly true").contains("third week");
        assertThat(page.lines().stream().flatMap(l -> l.pieces().stream()))
                .anyMatch(p -> p.classes().contains("diff-added"));
    }
}
