package exemplar.study.folder;

import java.util.Optional;

/// Something that was changed here and, differently, in a file by another program.
///
/// @param file the file
/// @param what an example's id, or the place within study.json such as `task.instruction`
/// @param before what it was, as it stood in the file; empty when it was not there
/// @param mine what it is here; empty when it was removed
/// @param theirs what it is on the disk; empty when it was removed
public record Conflict(
        String file,
        String what,
        Optional<String> before,
        Optional<String> mine,
        Optional<String> theirs) {}
