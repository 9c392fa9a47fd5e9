/// The Export pane: a design in the format of another tool, seen exactly before it is written. The
/// formats themselves live in `exemplar.formats`.
@NullMarked
package exemplar.ui.export;

import org.jspecify.annotations.NullMarked;
