/// From a file of another program, or from the clipboard, to examples: what the file is (format,
/// encoding, separator, header), which column becomes what, the first rows as they will be, and
/// then all of them. Every row of the file is imported, rejected with its line and a reason, or
/// counted as blank; nothing is dropped silently. The rows of delimited files are cut here and not
/// by a library, because one quote that is never closed must cost one row and not the rest of the
/// file.
///
/// Reading is blocking and interruptible. Putting examples into a study is an edit; see
/// `exemplar.study.History`. Study folders themselves are read in `exemplar.study.folder`.
@NullMarked
package exemplar.study.importing;

import org.jspecify.annotations.NullMarked;
