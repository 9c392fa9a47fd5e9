/// The filter language over examples: `label:joy flag:ambiguous text~"not bad" len>200 -tag:x`.
/// Reading it, applying it to a million examples while somebody types, and completing it. What the
/// flags are is the business of those who find them.
@NullMarked
package exemplar.study.filter;

import org.jspecify.annotations.NullMarked;
