/// Statistics with their intervals: pure functions of counts and samples, in the words of the
/// papers they come from. What a number means for a study is decided on the floors above.
@NullMarked
package exemplar.stats;

import org.jspecify.annotations.NullMarked;
