/// `runs.sqlite`, the append-only record of what was asked and answered: runs, their trials with
/// the exact request and reply of each, and label evidence. Nothing here is undone, changed or
/// deleted.
@NullMarked
package exemplar.study.runs;

import org.jspecify.annotations.NullMarked;
