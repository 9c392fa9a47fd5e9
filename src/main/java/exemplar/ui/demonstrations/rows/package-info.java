/// The table of examples without a toolkit: its columns, which rows it shows in which order, where
/// a dragged row lands, and what is copied. Positions are plain `int[]`, so that a million rows
/// cost four megabytes and no objects.
@NullMarked
package exemplar.ui.demonstrations.rows;

import org.jspecify.annotations.NullMarked;
