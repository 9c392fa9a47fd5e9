package exemplar.ui.shell;

import exemplar.ui.fx.Watching;

/// A pane that says once what it watches; the watching begins when it is shown and ends when it no
/// longer is, by construction.
public abstract class AttachedPane implements WorkPane {
    private Watching watching = new Watching();

    /// Subscribes to all it shows. Called each time it is about to be shown.
    protected abstract void watch(Watching watching);

    @Override
    public final void activate() {
        watching.close();
        watching = new Watching();
        watch(watching);
    }

    @Override
    public final void deactivate() {
        watching.close();
    }
}
