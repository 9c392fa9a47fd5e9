/// Small controls that every pane shares, so that the same thing looks the same everywhere: pills,
/// chips, bars, headers, empty states. They show values and know no study.
@NullMarked
package exemplar.ui.control;

import org.jspecify.annotations.NullMarked;
