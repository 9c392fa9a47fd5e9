/// The frame around the panes: window, rail, top bar, status bar, command palette, and the
/// workspace they share. A pane is known here by its contract only.
@NullMarked
package exemplar.ui.shell;

import org.jspecify.annotations.NullMarked;
