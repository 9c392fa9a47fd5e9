package exemplar.ui.shell;

import exemplar.ui.control.Texts;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.kordamp.ikonli.feather.Feather;

/// How the window looks: light or dark and the size of text, kept between starts.
final class Looks {
    private static final double STEP = 0.1;
    private final Scene scene;
    private final Preferences preferences;
    private final Sheets sheets;
    private Theme theme;
    private double zoom;

    Looks(Scene scene, Preferences preferences, Sheets sheets) {
        this.scene = scene;
        this.preferences = preferences;
        this.sheets = sheets;
        theme = preferences.text("theme").flatMap(Theme::named).orElse(Theme.SYSTEM);
        zoom = Math.clamp(preferences.number("zoom").orElse(1.0), 0.7, 2.0);
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> dress());
    }

    private void dress() {
        theme.dress(scene, zoom, sheets);
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

    static List<Command> commands(java.util.function.Supplier<Looks> looks) {
        return List.of(
                Command.of(
                                "view.system",
                                Texts.of("command.system"),
                                () -> looks.get().wear(Theme.SYSTEM))
                        .withIcon(Feather.MONITOR),
                Command.of(
                                "view.light",
                                Texts.of("command.light"),
                                () -> looks.get().wear(Theme.LIGHT))
                        .withIcon(Feather.SUN),
                Command.of(
                                "view.dark",
                                Texts.of("command.dark"),
                                () -> looks.get().wear(Theme.DARK))
                        .withIcon(Feather.MOON),
                Command.of(
                                "view.larger",
                                Texts.of("command.larger"),
                                () -> looks.get().zoom(looks.get().zoom + STEP))
                        .onKeys("Shortcut+=")
                        .alsoOnKeys("Shortcut+Plus")
                        .alsoOnKeys("Shortcut+Add")
                        .alsoOnKeys("Shortcut+Shift+=")
                        .withIcon(Feather.ZOOM_IN),
                Command.of(
                                "view.smaller",
                                Texts.of("command.smaller"),
                                () -> looks.get().zoom(looks.get().zoom - STEP))
                        .onKeys("Shortcut+-")
                        .alsoOnKeys("Shortcut+Subtract")
                        .withIcon(Feather.ZOOM_OUT),
                Command.of("view.normal", Texts.of("command.normal"), () -> looks.get().zoom(1))
                        .onKeys("Shortcut+0")
                        .alsoOnKeys("Shortcut+Numpad 0"));
    }
}
