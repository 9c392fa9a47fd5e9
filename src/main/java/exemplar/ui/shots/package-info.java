/// Pictures of panes without a display, for the documentation and for looking at one's own work.
@NullMarked
package exemplar.ui.shots;

import org.jspecify.annotations.NullMarked;
