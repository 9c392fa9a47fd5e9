/// Findings on examples, each with its evidence: texts that stand twice, twins with different gold
/// outputs, test items that leaked into the pool, braces, mixed scripts and invisible characters.
/// Engines here read lists of examples and never change them; they block, and stop when their
/// thread is interrupted. What to do about a finding is decided elsewhere.
@NullMarked
package exemplar.evidence;

import org.jspecify.annotations.NullMarked;
