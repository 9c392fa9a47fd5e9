package exemplar.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import exemplar.ui.control.Lettering;
import exemplar.ui.fx.Frames;
import exemplar.ui.fx.Shaping;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light or dark, as the system says or the person chose, with the fonts this machine has.
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /// Where windows cannot be transparent, what floats in one of its own has neither shadow nor
    /// round corners; a white edge would show instead.
    private static final String OPAQUE =
            ".context-menu, .tooltip, .hover-card { -fx-effect: null; -fx-background-radius: 0; -fx-border-radius: 0; }";

    private static final List<String> SANS =
            List.of("Inter", "Inter Variable", "Segoe UI", "SF Pro Text", "Noto Sans");
    private static final List<String> MONO =
            List.of(
                    "JetBrains Mono",
                    "Cascadia Mono",
                    "SF Mono",
                    "DejaVu Sans Mono",
                    "Liberation Mono");

    /// Those that have Hebrew and Arabic as well as Latin letters, where the toolkit cannot take
    /// letters of a right-to-left text from several fonts.
    private static final List<String> RIGHT_TO_LEFT = List.of("DejaVu Sans", "FreeSans", "Arial");

    /// Dresses a scene.
    ///
    /// @param zoom 1 is the normal size of text
    public void dress(Scene scene, double zoom) {
        Shaping.mend();
        Frames.keepWhole(scene);
        scene.setUserAgentStylesheet(base());
        scene.getStylesheets()
                .setAll(
                        sheet("/theme/tokens.css"),
                        sheet("/theme/base.css"),
                        sheet("/ui/shell/shell.css"),
                        fonts(zoom));
        scene.getRoot().getStyleClass().remove("dark");
        if (isDark()) {
            scene.getRoot().getStyleClass().add("dark");
        }
    }

    /// Where to read the base theme from. The toolkit takes the binary form that its library has
    /// beside the text, which is read in a twentieth of the time.
    String base() {
        return (isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    }

    /// The theme of that name.
    static Optional<Theme> named(String name) {
        return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
    }

    /// Whether it is dark now.
    public boolean isDark() {
        return switch (this) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /// The toolkit knows two weights; those between are families of their own where they are
    /// installed.
    private static String weight(Set<String> installed, String family, String otherwise) {
        return installed.contains(family)
                ? "-fx-font-family: \"" + family + "\"; -fx-font-weight: normal;"
                : "-fx-font-weight: " + otherwise + ";";
    }

    private static String sheet(String name) {
        return String.valueOf(Theme.class.getResource(name));
    }

    private static String rightToLeft(Set<String> installed) {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return "";
        }
        return RIGHT_TO_LEFT.stream()
                .filter(installed::contains)
                .findFirst()
                .map(family ->
                        """
                        .%1$s, .%1$s .text { -fx-font-family: "%2$s" !important; }
                        """
                                .formatted(Lettering.RIGHT_TO_LEFT, family))
                .orElse("");
    }

    private static String fonts(double zoom) {
        Set<String> installed = Set.copyOf(Font.getFamilies());
        String sans = SANS.stream().filter(installed::contains).findFirst().orElse("System");
        String mono = MONO.stream().filter(installed::contains).findFirst().orElse("Monospaced");
        String css =
                """
                .root { -fx-font-family: "%1$s"; -fx-font-size: %2$.2fpx; }
                .mono, .styled-text-area .text, .code-area { -fx-font-family: "%3$s"; }
                .button, .menu-button, .label-pill, .medium { %4$s }
                .chooser, .search-button, .context-menu, .tooltip { -fx-font-family: "%1$s"; -fx-font-weight: normal; }
                %6$s
                .strong, .pane-title, .section-title, .study-menu, .logo, .chip-count, .badge, .empty-headline { %5$s }
                """
                        .formatted(
                                sans,
                                13 * zoom,
                                mono,
                                weight(installed, sans + " Medium", "normal"),
                                weight(installed, sans + " Semi Bold", "bold"),
                                Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)
                                        ? ""
                                        : OPAQUE);
        css += rightToLeft(installed);
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
