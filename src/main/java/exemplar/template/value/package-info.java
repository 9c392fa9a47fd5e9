/// The values a template works on, with the meaning Python gives them: text by code points,
/// integers of any size, lists, tuples, dicts, undefined names; their equality, order, truth and
/// printed form; and the origin of every character of a text. Here also live the budget that bounds
/// a render and the fault that ends it. Nothing here knows the template language itself.
@NullMarked
package exemplar.template.value;

import org.jspecify.annotations.NullMarked;
