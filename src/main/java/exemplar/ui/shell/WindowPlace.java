package exemplar.ui.shell;

import java.util.List;

/// Where a window stands, in screen coordinates.
record WindowPlace(double x, double y, double width, double height) {
    static final double LEAST_WIDTH = 720;
    static final double LEAST_HEIGHT = 480;

    /// As much of the title bar as a person needs to get hold of the window.
    private static final double GRIP = 120;

    /// Height of the bar with the title, which the system adds.
    private static final double TITLE = 32;

    /// The place on a screen that exists: where it was when enough of its upper edge shows there,
    /// else in the middle of the first screen; with its title never larger than the screen.
    static WindowPlace on(List<WindowPlace> screens, WindowPlace wanted) {
        WindowPlace screen =
                screens.stream().filter(wanted::isHeldBy).findFirst().orElse(screens.getFirst());
        double w = Math.min(Math.max(LEAST_WIDTH, wanted.width), screen.width);
        double h = Math.min(Math.max(LEAST_HEIGHT, wanted.height), screen.height - TITLE);
        return wanted.isHeldBy(screen)
                ? new WindowPlace(wanted.x, wanted.y, w, h)
                : new WindowPlace(
                        screen.x + (screen.width - w) / 2,
                        screen.y + (screen.height - TITLE - h) / 2,
                        w,
                        h);
    }

    private boolean isHeldBy(WindowPlace screen) {
        double shown = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
        return shown >= GRIP && y >= screen.y && y <= screen.y + screen.height - 40;
    }
}
