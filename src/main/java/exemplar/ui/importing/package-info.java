/// The import of files and of pasted text, looked at before it happens: what the file is, which
/// column becomes what, the first rows, and afterwards every row that was refused. What a file is
/// and how it is read lives in `exemplar.study.importing`.
@NullMarked
package exemplar.ui.importing;

import org.jspecify.annotations.NullMarked;
