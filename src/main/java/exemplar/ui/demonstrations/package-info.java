/// The Demonstrations pane: the table of the pool or the tests, the detail of one example, find and
/// replace, and the desk for twins and leaks. View models hold no toolkit node and change the study
/// only through its history; views send wishes to them and show what they say.
@NullMarked
package exemplar.ui.demonstrations;

import org.jspecify.annotations.NullMarked;
