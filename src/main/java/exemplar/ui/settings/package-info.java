/// The pane of what belongs to this machine and to no study: models, backends, keys, the default
/// model, cached answers, prices and engine libraries. No key is ever shown here, and no study can
/// change anything of it.
@NullMarked
package exemplar.ui.settings;

import org.jspecify.annotations.NullMarked;
