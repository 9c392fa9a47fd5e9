/// A study as one immutable value, the edits that lead from one to the next, and undo. Examples are
/// held as a chunked persistent list, so an edit of one in a million copies one chunk. Files,
/// journal and locks are in `study.folder`, the filter language in `study.filter`, problems of the
/// data in `study.check`, the bytes of one example in `study.line`.
@NullMarked
package exemplar.study;

import org.jspecify.annotations.NullMarked;
