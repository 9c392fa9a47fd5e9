/// What answers cost: prices as data with their date, an estimate before a run, and a budget that
/// stops it. Prices are US dollars a million tokens.
@NullMarked
package exemplar.backend.cost;

import org.jspecify.annotations.NullMarked;
