/// A study as a folder: reading and writing its files, the journal that keeps every edit from the
/// moment it is acknowledged, recovery after a crash, the lock between windows and the merge with
/// what other programs changed. What an edit means is the business of `exemplar.study`; runs are
/// kept by `exemplar.study.runs`; `translations/` and `images/` are left alone.
@NullMarked
package exemplar.study.folder;

import org.jspecify.annotations.NullMarked;
