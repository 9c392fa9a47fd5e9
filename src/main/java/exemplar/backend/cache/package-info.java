/// Answers that were paid for once: kept in one SQLite file of the person's, found by what was
/// asked of which model, without key or headers, and by the repeat. When to look and when to keep
/// is the gateway's to say. How many threads write into one such file is said here too, for all
/// that keep what was paid for.
@NullMarked
package exemplar.backend.cache;

import org.jspecify.annotations.NullMarked;
