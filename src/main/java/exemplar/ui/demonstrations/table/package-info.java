/// The table of examples on the screen: a list over positions, a selection that costs one bit a
/// row, and the cells. It shows what it is given and says what the user wants; it decides nothing.
@NullMarked
package exemplar.ui.demonstrations.table;

import org.jspecify.annotations.NullMarked;
