/// One example as one line of `pool.jsonl` or `tests.jsonl`: checking it, reading it, writing it.
/// Lines are kept as the bytes of the file and decoded when somebody looks, so that a million of
/// them fit in memory and an untouched one is written back byte for byte. Nothing here knows a
/// file, a study or an edit.
@NullMarked
package exemplar.study.line;

import org.jspecify.annotations.NullMarked;
