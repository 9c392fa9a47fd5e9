/// The headless twin of the window: one class a command, each a thin translation between words on a
/// command line and the rooms below. Results go to standard output, everything else to standard
/// error; this is the only room that writes to either. No class of the toolkit is loaded here.
@NullMarked
package exemplar.cli;

import org.jspecify.annotations.NullMarked;
