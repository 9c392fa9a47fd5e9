/// Which demonstrations, and in which sequence: two separate choices, each with its reason in
/// words. What a prompt makes of them is the business of `prompt`.
@NullMarked
package exemplar.select;

import org.jspecify.annotations.NullMarked;
