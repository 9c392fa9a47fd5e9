package exemplar.ui.shell;

import exemplar.ui.control.Texts;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/// How the window looks: light or dark and the size of text, kept between starts.
final class Looks {
    private static final double STEP = 0.1;
    private final Preferences preferences;
    private Theme theme;
    private double zoom;
    private Optional<Scene> worn = Optional.empty();

    /// To be made before the first control: where no base theme is named by then, the toolkit reads
    /// one of its own that nothing here uses.
    Looks(Preferences preferences) {
        this.preferences = preferences;
        theme = preferences.text("theme").flatMap(Theme::named).orElse(Theme.SYSTEM);
        zoom = Math.clamp(preferences.number("zoom").orElse(1.0), 0.7, 2.0);
        // Otherwise fields of coloured text look for a sheet of theirs that goes by the name of
        // ours.
        System.setProperty("javafx.userAgentStylesheetUrl", Application.STYLESHEET_MODENA);
        Application.setUserAgentStylesheet(theme.base());
    }

    /// Dresses the scene, now and whenever the person or the system wants another look.
    void keep(Scene scene) {
        worn = Optional.of(scene);
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> dress());
    }

    private void dress() {
        // An open menu would lose the marks of what is chosen.
        List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide);
        worn.ifPresent(scene -> theme.dress(scene, zoom));
    }

    private void wear(Theme chosen) {
        theme = chosen;
        preferences.put("theme", chosen.name());
        dress();
    }

    private void zoom(double wanted) {
        zoom = Math.clamp(Math.round(wanted * 10) / 10.0, 0.7, 2.0);
        preferences.put("zoom", zoom);
        dress();
    }

    List<Command> commands() {
        return List.of(
                Command.of("view.system", Texts.of("command.system"), () -> wear(Theme.SYSTEM))
                        .withIcon(Feather.MONITOR),
                Command.of("view.light", Texts.of("command.light"), () -> wear(Theme.LIGHT))
                        .withIcon(Feather.SUN),
                Command.of("view.dark", Texts.of("command.dark"), () -> wear(Theme.DARK))
                        .withIcon(Feather.MOON),
                Command.of("view.larger", Texts.of("command.larger"), () -> zoom(zoom + STEP))
                        .onKeys("Shortcut+=")
                        .alsoOnKeys("Shortcut+Plus")
                        .alsoOnKeys("Shortcut+Add")
                        .alsoOnKeys("Shortcut+Shift+=")
                        .withIcon(Feather.ZOOM_IN),
                Command.of("view.smaller", Texts.of("command.smaller"), () -> zoom(zoom - STEP))
                        .onKeys("Shortcut+-")
                        .alsoOnKeys("Shortcut+Subtract")
                        .withIcon(Feather.ZOOM_OUT),
                Command.of("view.normal", Texts.of("command.normal"), () -> zoom(1))
                        .onKeys("Shortcut+0")
                        .alsoOnKeys("Shortcut+Numpad 0"));
    }
}
