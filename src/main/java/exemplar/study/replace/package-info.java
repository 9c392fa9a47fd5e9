/// Find and replace over the texts of a pool: compiling what is looked for, finding every hit with
/// a time limit on hostile patterns, previewing each one before and after, and writing the wanted
/// ones back. Nothing here knows of screens, and nothing is changed until the changed examples are
/// asked for.
@NullMarked
package exemplar.study.replace;

import org.jspecify.annotations.NullMarked;
