/// Models on this machine: a small catalogue of what can be fetched, the store of what is here, and
/// the way from one to the other with licence, progress and checksum. Nothing is run here.
@NullMarked
package exemplar.backend.catalogue;

import org.jspecify.annotations.NullMarked;
