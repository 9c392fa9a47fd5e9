package exemplar.ui.demonstrations.table;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;

/// Scrolls a list on while something is held near its upper or lower edge, the faster the nearer.
/// For the thread of the screen.
public final class EdgeScroll extends AnimationTimer {
    /// How near to an edge it begins, and how many pixels a second it goes there at most.
    private static final double NEAR = 36;

    private static final double FASTEST = 1_400;
    private static final double NANOS = 1e9;

    private final DoubleConsumer scroll;
    private double speed;
    private long last;

    /// @param scroll is told by how many pixels to go down, or up where negative
    public EdgeScroll(DoubleConsumer scroll) {
        this.scroll = scroll;
    }

    /// Pixels a second to scroll, negative for up, 0 away from the edges.
    ///
    /// @param y where it is held, between the top and the bottom of the list
    public static double speed(double y, double top, double bottom) {
        if (y < top + NEAR) {
            return -FASTEST * Math.min(1, (top + NEAR - y) / NEAR);
        }
        if (y > bottom - NEAR) {
            return FASTEST * Math.min(1, (y - bottom + NEAR) / NEAR);
        }
        return 0;
    }

    /// It is held there now.
    public void held(double y, double top, double bottom) {
        boolean still = speed == 0;
        speed = speed(y, top, bottom);
        if (speed == 0) {
            stop();
        } else if (still) {
            last = 0;
            start();
        }
    }

    /// It is held no longer.
    public void let() {
        speed = 0;
        stop();
    }

    @Override
    public void handle(long now) {
        if (last > 0) {
            scroll.accept(speed * (now - last) / NANOS);
        }
        last = now;
    }
}
